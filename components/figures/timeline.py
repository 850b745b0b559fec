"""What a timeline shows, on a page or in a room, and its axis of time."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.questions.timeline import Laid

Period = tuple[pd.Timestamp, pd.Timestamp]

ONE_DAY = pd.Timedelta(days=1)
FEW_DAYS = 7
"""A period shorter than this has a tick at the noon of each day."""


@dataclass(frozen=True)
class Timeline:
    """What a timeline shows, on a page or in a room.

    Attributes
    ----------
    laid
        ``questions.timeline.laid_out`` of statements with ``lane``.
    lanes
        Code and name of each lane, top to bottom.
    topics
        Topics by frequency; the first few have a colour and a shape of their own.
    period, frame
        What the axis spans, and ``questions.timeline.frame_of`` it.
    """

    laid: Laid
    lanes: list[tuple[str, str]]
    topics: list[str]
    period: Period
    frame: pd.DataFrame


def axis_range(period: Period, edge: float) -> list[str]:
    """Give the range of an axis over a period's days, with room of a share ``edge`` at its ends."""
    first, after = period[0], period[1] + ONE_DAY
    room = (after - first) * edge
    return [f"{end:%Y-%m-%dT%H:%M}" for end in (first - room, after + room)]


def day_ticks(period: Period, written: str) -> dict[str, Any]:
    """Give the ticks of an axis over a few days, at each noon; none of its own over more."""
    if (period[1] - period[0]).days >= FEW_DAYS:
        return {}
    noon = f"{period[0]:%Y-%m-%d}T12:00"
    return {"dtick": 86_400_000, "tickformat": written, "tick0": noon}
