"""Marks of a timeline, on a page and in a room: where each stands, and what tells its topic."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from components.figures.palette import OTHER_TOPIC, TOPIC_MARKS
from components.figures.timeline import ONE_DAY
from components.figures.wording import label, plural, short_day


class OfTopic(NamedTuple):
    """Statements whose marks look alike, and how they look."""

    name: str
    colour: str
    symbol: str
    rows: pd.DataFrame


def by_topic(marks: pd.DataFrame, topics: list[str]) -> Iterator[OfTopic]:
    """Sort statements by the first of their topics that has a mark of its own.

    Parameters
    ----------
    topics
        Topics by frequency: the first few have marks.
    """
    styles = dict(zip(topics, TOPIC_MARKS, strict=False))
    lead = marks["topics"].map(
        lambda cell: next((topic for topic in cell.split(";") if topic in styles), "")
    )
    for topic in [*styles, ""]:
        rows = marks[lead == topic]
        if len(rows):
            name = label("topic", topic) if topic else "Other topics"
            yield OfTopic(name, *styles.get(topic, OTHER_TOPIC), rows)


def moments(rows: pd.DataFrame) -> list[str]:
    """Give where on the axis of time each row stands: on its day."""
    return written(rows["said_on"] + pd.to_timedelta(rows["across"], unit="D"))


def heights(rows: pd.DataFrame, order: dict[str, int], step: float, below: float) -> list[float]:
    """Give where across the lanes each row stands: those of one slot ``step`` lanes apart.

    Parameters
    ----------
    below
        How far under the middle of its lane, lanes.
    """
    y = rows["lane"].map(order).astype("float64") + below + rows["aside"] * step
    return [round(at, 2) for at in y]


def middles(clusters: pd.DataFrame) -> list[str]:
    """Give the middle of each crowded slot."""
    return written(clusters["slot_from"] + _lengths(clusters) / 2)


def lengths(clusters: pd.DataFrame) -> list[float]:
    """Give how long each crowded slot is, in milliseconds, as widths on an axis of dates are."""
    return [length.total_seconds() * 1000 for length in _lengths(clusters)]


def _lengths(clusters: pd.DataFrame) -> pd.Series:
    return clusters["slot_to"] - clusters["slot_from"] + ONE_DAY


def counted(row: Any, noun: str) -> tuple[str, str]:
    """Say of a crowded slot how many it holds, and its days."""
    span = f"{short_day(row.slot_from)} to {short_day(row.slot_to)}"
    return plural(row.number, noun), span


def written(days: pd.Series) -> list[str]:
    """Write moments as an axis of dates reads them."""
    return list(days.dt.strftime("%Y-%m-%dT%H:%M"))
