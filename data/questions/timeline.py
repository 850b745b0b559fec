"""Statements and claims laid along time: lanes, slots, what overlaps, what frames it."""

from dataclasses import dataclass

import pandas as pd

from data.questions.statements import split_codes

ORIGIN = pd.Timestamp("2001-01-01")
"""A Monday: slots are counted from here, so that a slot is the same in every period."""
WIDTHS = [1, 7, 14, 28, 56, 91, 182, 364, 546, 728]
"""Widths of a slot, days."""
MOST_SLOTS = 18
"""As many slots as a phone has room for: a number of two digits stands free in each."""
MOST_OF = 0.75
"""Share of a slot from which on it stands alone at an end of the period."""
APART = 3
"""As many marks stand above each other in a slot; more become one cluster."""
MOST_COLUMNS = 8
"""As many such columns at most fit into a day of a short period."""
MOST_LANES = 12
OTHERS = "other"


@dataclass(frozen=True)
class Laid:
    """Rows laid along time.

    Attributes
    ----------
    marks
        The rows that stand alone, with ``across``, the share of the slot's first day at which
        to draw one, and ``aside``, its steps off the middle of the lane.
    clusters
        One row a crowded slot: ``lane, slot_from, slot_to`` (both inclusive), ``count`` and
        ``members``, the ids in it.
    """

    marks: pd.DataFrame
    clusters: pd.DataFrame


def slot_width(since: pd.Timestamp, until: pd.Timestamp, slots: int = MOST_SLOTS) -> int:
    """Give the width in days that cuts a period into at most ``slots`` slots."""
    days = (until - since).days + 1
    return next((width for width in WIDTHS if days <= width * slots), WIDTHS[-1])


def columns_in_a_slot(since: pd.Timestamp, until: pd.Timestamp, slots: int = MOST_SLOTS) -> int:
    """Give how many columns of marks a slot has room for: several where it is a wide day."""
    if slot_width(since, until, slots) > 1:
        return 1
    days = int((until - since).days) + 1
    return max(1, min(MOST_COLUMNS, slots // days))


def laid_out(
    rows: pd.DataFrame,
    identifier: str,
    since: pd.Timestamp,
    until: pd.Timestamp,
    slots: int = MOST_SLOTS,
) -> Laid:
    """Lay rows with ``lane`` and ``said_on`` along time, crowded slots as clusters.

    The same rows and period always give the same clusters: a slot is a lane in a fixed span
    of days, and it is crowded if it holds more rows than its columns of ``APART``. What the
    period leaves of a slot at its ends joins the neighbour where it is less than ``MOST_OF``.
    """
    width = slot_width(since, until, slots)
    first, last = _end_slots(since, until, width)
    number = ((rows["said_on"] - ORIGIN).dt.days // width).clip(first, last)
    rows = rows.assign(slot=number).sort_values(["lane", "slot", "said_on", identifier])
    groups = rows.groupby(["lane", "slot"], sort=False)[identifier]
    place, beside = groups.cumcount(), groups.transform("size")
    crowded = beside > APART * columns_in_a_slot(since, until, slots)
    gathered = rows[crowded].groupby(["lane", "slot"], as_index=False)[identifier].agg(list)
    start = ORIGIN + pd.to_timedelta(gathered["slot"] * width, unit="D")
    clusters = pd.DataFrame(
        {
            "lane": gathered["lane"],
            "slot_from": start.where(gathered["slot"] > first, since),
            "slot_to": (start + pd.Timedelta(days=width - 1)).where(gathered["slot"] < last, until),
            "count": gathered[identifier].map(len).astype("int64"),
            "members": gathered[identifier],
        }
    )
    column = place // APART
    in_column = (beside - column * APART).clip(upper=APART)
    marks = rows.assign(
        across=(column + 1) / ((beside - 1) // APART + 2),
        aside=place % APART - (in_column - 1) / 2,
    )
    return Laid(marks[~crowded].drop(columns="slot"), clusters)


def _end_slots(since: pd.Timestamp, until: pd.Timestamp, width: int) -> tuple[int, int]:
    """Give the first and the last slot of which a period holds most."""
    first, before = divmod((since - ORIGIN).days, width)
    last, within = divmod((until - ORIGIN).days, width)
    first += width - before < MOST_OF * width
    last -= within + 1 < MOST_OF * width
    return first, max(first, last)


def lanes_of(
    codes: pd.Series, names: pd.Series, most: int = MOST_LANES
) -> tuple[pd.Series, list[tuple[str, str]]]:
    """Give each row its lane, and code and name of each lane, busiest first.

    Beyond ``most`` lanes the rest share the lane ``other``, so that every row is drawn.
    """
    order = list(codes.value_counts().index)
    kept = order if len(order) <= most else order[: most - 1]
    lanes = [(code, str(names.get(code, code))) for code in kept]
    if len(order) > len(kept):
        lanes.append((OTHERS, "Others"))
    return codes.where(codes.isin(kept), OTHERS), lanes


def in_lanes(
    statements: pd.DataFrame, by: str, names: pd.Series, most: int = MOST_LANES
) -> tuple[pd.DataFrame, list[tuple[str, str]]]:
    """Sort statements into lanes ``by`` speaker, or by the first country they speak for."""
    first = split_codes(statements["country"]).str[0].astype("str")
    lane, lanes = lanes_of(statements["speaker"] if by == "speaker" else first, names, most)
    return statements.assign(lane=lane), lanes


def frame_of(
    conflicts: pd.DataFrame, summits: pd.DataFrame, since: pd.Timestamp, until: pd.Timestamp
) -> pd.DataFrame:
    """List the wars and summits that a period touches: ``kind, name, begins, ends``.

    Both days are inclusive and cut to the period; a war that goes on runs to its end.
    """
    wars = conflicts.rename(columns={"from": "begins", "to": "ends"}).assign(kind="war")
    met = summits.rename(columns={"held_from": "begins", "held_to": "ends"}).assign(
        kind="summit", name=summits["city"] + " " + summits["held_from"].dt.strftime("%Y")
    )
    columns = ["kind", "name", "begins", "ends"]
    found = pd.concat([wars[columns], met[columns]], ignore_index=True)
    found = found.assign(ends=found["ends"].fillna(until))
    found = found[(found["begins"] <= until) & (found["ends"] >= since)]
    return found.assign(
        begins=found["begins"].clip(lower=since), ends=found["ends"].clip(upper=until)
    ).sort_values(["kind", "begins", "name"])


def counts_by_year(statements: pd.DataFrame) -> pd.DataFrame:
    """Count statements by year: ``year, statements``, every year from the first to the last."""
    if statements.empty:
        return pd.DataFrame({"year": [], "statements": []}, dtype="int64")
    years = statements["said_on"].dt.year
    span = range(int(years.min()), int(years.max()) + 1)
    counts = years.value_counts().reindex(span, fill_value=0)
    return pd.DataFrame({"year": list(span), "statements": [int(n) for n in counts]})
