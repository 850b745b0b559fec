"""How leaders travelled to summits and meetings."""

from collections.abc import Collection

import pandas as pd


def travel(
    meetings: pd.DataFrame,
    countries: pd.DataFrame,
    since: pd.Timestamp,
    until: pd.Timestamp,
    *,
    country: str = "",
    people: Collection[str] = (),
) -> pd.DataFrame:
    """Count journeys from a leader's capital to the city of a meeting in person.

    ``country`` and ``people`` narrow them; blank and empty let everybody through.

    Returns
    -------
    DataFrame
        One row a leader and city: ``person, country, home, home_lat, home_lon, city, lat, lon,
        journeys, days``, most first. Two meetings on one day, and a stay at home, are no
        further journey.
    """
    met = meetings[
        (meetings["held_from"] <= until)
        & (meetings["held_to"] >= since)
        & (meetings["format"] != "virtual")
        & meetings["lat"].notna()
    ]
    columns = ["person", "home_country", "city", "lat", "lon", "held_from", "meeting_id"]
    pairs = pd.DataFrame(
        [
            (person, code, row.city, row.lat, row.lon, row.held_from, row.meeting_id)
            for row in met.itertuples()
            for person, code in zip(
                row.participants.split(";"), row.countries.split(";"), strict=False
            )
        ],
        columns=columns,
    )
    if country:
        pairs = pairs[pairs["home_country"] == country]
    if people:
        pairs = pairs[pairs["person"].isin(set(people))]
    homes = countries.set_index("country")
    pairs = pairs.assign(
        home=pairs["home_country"].map(homes["capital"]),
        home_lat=pairs["home_country"].map(homes["lat"]),
        home_lon=pairs["home_country"].map(homes["lon"]),
    )
    away = pairs[pairs["home_lat"].notna() & (pairs["home"] != pairs["city"])]
    away = away.drop_duplicates(["person", "city", "held_from"])
    keys = ["person", "home_country", "home", "home_lat", "home_lon", "city"]
    counted = away.groupby(keys, as_index=False).agg(
        lat=("lat", "first"),
        lon=("lon", "first"),
        journeys=("meeting_id", "size"),
        days=("held_from", lambda days: ", ".join(f"{d:%Y-%m-%d}" for d in sorted(days))),
    )
    return counted.rename(columns={"home_country": "country"}).sort_values(
        ["journeys", "person", "city"], ascending=[False, True, True]
    )
