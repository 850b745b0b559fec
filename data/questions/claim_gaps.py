"""Which totals can be set against each other, and how far those lie apart."""

from dataclasses import dataclass

import pandas as pd

MOST_APART = pd.Timedelta(days=31)
"""Totals that run to days further apart than this are never compared."""
LEAST_APART = pd.Timedelta(days=1)
"""Totals that run to days this close are compared however short the conflict."""
PART_OF_CONFLICT = 10
"""Nor are totals compared whose days lie further apart than this part of the conflict."""


def days_comparable(conflict: pd.Series, until: pd.Timestamp) -> pd.Timedelta:
    """Give how far apart the days may lie to which two totals run, and still be compared.

    A total only grows, so of two that run to different days the older is lower with nobody
    disagreeing. A tenth of the conflict up to ``until`` keeps that small against the total; a
    month at most, since a long war's rate changes; a day at least, since an evening's total and
    the next morning's are rivals.
    """
    last = until if pd.isna(conflict["to"]) else min(until, conflict["to"])
    part = ((last - conflict["from"]) / PART_OF_CONFLICT).floor("D")
    return max(min(part, MOST_APART), LEAST_APART)


def rivals(rows: pd.DataFrame, comparable: pd.Timedelta, ended: pd.Timestamp | None) -> pd.Index:
    """Give the labels of the totals in ``rows`` that can be set against each other.

    ``rows`` as of ``with_bounds``; ``comparable`` and ``ended`` as of ``Question``. They run to
    days no further apart than ``comparable``, in the newest such stretch that holds two claimants
    (the newest total's, where none does); none of them ends before another begins, as far as
    both say what they cover: those are totals of two events; and a state's officials have not
    followed them with another.
    """
    ends = rows["holds_on"]
    if ended is not None:
        ends = ends.clip(upper=ended)
    newest = rows.index[:0]
    for last in sorted(ends.unique(), reverse=True):
        near = rows[(ends <= last) & (ends >= last - comparable)]
        together = _overlapping(near[~followed(near)])
        if len(set(rows.loc[together, "claimant"])) > 1:
            return together
        newest = newest if len(newest) else together
    return newest


def _overlapping(rows: pd.DataFrame) -> pd.Index:
    """Keep the totals that overlap in time, the newest first; a blank overlaps with any."""
    kept, begins = [], pd.Timestamp.min
    newest_first = rows.sort_values(["holds_on", "said_on"], ascending=False, kind="stable")
    for index, start, end in zip(
        newest_first.index,
        newest_first["covers_from"],
        newest_first["covers_to"],
        strict=True,
    ):
        if pd.notna(end) and end < begins:
            continue
        kept.append(index)
        begins = max(begins, start) if pd.notna(start) else begins
    return pd.Index(kept)


@dataclass(frozen=True)
class Gap:
    """How far the compared claims lie apart: a row of each end, and the floors by name.

    ``of_some``: totals that run to another time lie beyond the ends, so these are the ends of
    the compared claims alone.
    """

    lowest: pd.Series
    highest: pd.Series
    count: int
    named_lists: pd.DataFrame
    of_some: bool = False

    @property
    def ratio(self) -> float:
        """How many times the highest exceeds the lowest; ``inf`` over a lowest of zero."""
        low = int(self.lowest["lowest"])
        return int(self.highest["highest"]) / low if low else float("inf")


def gap(rows: pd.DataFrame) -> Gap | None:
    """Measure the gap between each claimant's latest standing figure; None below two claims.

    Nothing is averaged, added or judged. A figure that is only an upper bound cannot be the
    lowest. The ends are two claimants': a wide range is no disagreement with itself.
    """
    compared = rows[rows["latest"]]
    if compared["claimant"].nunique() < 2:
        return None
    tops = compared["highest"].astype("float64")
    bounded = compared["low"].notna() | compared["best"].notna()
    floors = compared.loc[bounded, "lowest"].astype("float64")
    if floors.empty:
        return None
    top, floor = tops.idxmax(), floors.idxmin()
    by = compared["claimant"]
    if by[top] == by[floor]:
        other_floors, other_tops = floors[by != by[top]], tops[by != by[top]]
        # Whichever says more: its upper end against another's, or another's against its lower.
        if other_floors.empty or other_tops.max() * other_floors.min() > tops[top] * floors[floor]:
            top = other_tops.idxmax()
        else:
            floor = other_floors.idxmin()
    low, high = compared.loc[floor], compared.loc[top]
    elsewhere = rows[rows["other_period"]]
    beyond = (elsewhere["highest"] > high["highest"]) | (elsewhere["lowest"] < low["lowest"])
    return Gap(
        lowest=low,
        highest=high,
        count=len(compared),
        named_lists=compared[compared["basis"] == "named_list"],
        of_some=bool(beyond.any()),
    )


def followed(rows: pd.DataFrame) -> pd.Series:
    """Say which official figures are older than another official's of the same state and stake.

    A total only grows: a minister's of spring is no rival to the next minister's of autumn.
    """
    official = (rows["basis"] == "official_statement") & (rows["claimant_country"] != "")
    said = rows["said_on"].where(official)
    newest = said.groupby([rows["claimant_country"], rows["stake"]]).transform("max")
    return official & (said < newest)
