"""Who travelled to whom: leaders' meetings and summits."""

import pandas as pd

from data.questions.statements import holds_code


def gatherings(meetings: pd.DataFrame, summits: pd.DataFrame) -> pd.DataFrame:
    """List meetings and summits together, newest first.

    A summit that a meeting's row already covers is not listed twice. Columns of
    ``meetings.csv`` and ``identifier``: the ``meeting_id``, or the ``summit_id`` where no
    row names who took part; ``participants`` and ``countries`` are then blank.
    """
    whole = meetings[meetings["kind"] == "summit"]
    alone = summits[~summits["summit_id"].isin(whole["summit_id"])]
    series = ["Shanghai Five" if code == "shanghai_five" else "SCO" for code in alone["series"]]
    occasions = [
        f"{name} summit no. {number}" for name, number in zip(series, alone["number"], strict=True)
    ]
    bare = pd.DataFrame(
        {
            "meeting_id": alone["summit_id"],
            "held_from": alone["held_from"],
            "held_to": alone["held_to"],
            "held_on_precision": "day",
            "city": alone["city"],
            "country": alone["country"],
            "lat": alone["lat"],
            "lon": alone["lon"],
            "participants": "",
            "countries": "",
            "kind": "summit",
            "format": alone["format"],
            "occasion": occasions,
            "summit_id": alone["summit_id"],
            "source_id": alone["source_id"],
            "note": alone["note"],
        }
    )
    rows = pd.concat([meetings, bare], ignore_index=True) if len(bare) else meetings
    rows = rows.assign(identifier=rows["meeting_id"])
    return rows.sort_values(["held_from", "meeting_id"], ascending=[False, True])


def of_country(rows: pd.DataFrame, code: str) -> pd.DataFrame:
    """Keep the meetings in which ``code`` took part."""
    return rows[holds_code(rows["countries"], code)]


def between(rows: pd.DataFrame, a: str, b: str) -> pd.DataFrame:
    """Keep the meetings of just ``a`` and ``b``, newest first."""
    bilateral = rows[rows["kind"] == "bilateral"]
    return of_country(of_country(bilateral, a), b).sort_values("held_from", ascending=False)


def journeys(rows: pd.DataFrame, countries: pd.DataFrame) -> pd.DataFrame:
    """List who travelled from which capital to which meeting.

    Only meetings in person count: at a virtual one nobody travelled, and of a hybrid one the
    rows do not say who did. A leader at home did not travel; a place without coordinates is
    left out.

    Returns ``identifier, traveller, from_lat, from_lon, city, lat, lon``.
    """
    held = rows[(rows["format"] == "in_person") & rows["lat"].notna()]
    long = held.assign(traveller=held["countries"].str.split(";")).explode("traveller")
    long = long[(long["traveller"] != long["country"]) & (long["traveller"] != "")]
    capitals = countries.set_index("country")[["lat", "lon"]]
    capitals.columns = pd.Index(["from_lat", "from_lon"])
    joined = long.join(capitals, on="traveller")
    columns = ["identifier", "traveller", "from_lat", "from_lon", "city", "lat", "lon"]
    return joined.dropna(subset=["from_lat"])[columns]


def travel_between(rows: pd.DataFrame, a: str, b: str) -> dict[str, int]:
    """Count the meetings of a pair by where they met: at ``a``, at ``b``, or elsewhere."""
    met = between(rows, a, b)
    met = met[met["format"] == "in_person"]
    at_a, at_b = int((met["country"] == a).sum()), int((met["country"] == b).sum())
    return {a: at_a, b: at_b, "elsewhere": len(met) - at_a - at_b}
