"""What stands behind a timeline: wars and summits as shaded periods, named in a strip above."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures.layout import annotate
from components.figures.palette import QUIET, SUMMIT_FILL, SUMMIT_LINE, TEXT, WAR_BAR, WAR_FILL
from components.figures.timeline import ONE_DAY, Period
from components.figures.wording import escape_hover, short_day

LANE = 54
"""Height of a lane, pixels."""
NARROWEST = 325
"""Width that a period has on a phone, pixels: what fits there fits everywhere."""
LETTER = 6
"""Width of a letter of a name, pixels."""
LINE = 16
"""Height of a name, and of a bar with its name beside it, pixels."""
BAR = 6
"""Thickness of a war's bar, and its least length, pixels."""
GAP = 5
"""Blank between a name and what it names, pixels."""


def draw_frame(figure: go.Figure, frame: pd.DataFrame, period: Period, lanes: int) -> float:
    """Shade the wars and summits of ``questions.timeline.frame_of`` through all lanes.

    A strip above the lanes names them: triangles for summits, a line each for wars.

    Returns
    -------
    float
        Where the strip begins, in lanes above the first: less than nought.
    """
    # All at once: added one by one, Plotly checks every earlier shape again with each.
    shades = [
        {
            "type": "rect",
            "x0": f"{row.begins:%Y-%m-%d}",
            "x1": f"{row.ends + ONE_DAY:%Y-%m-%d}",
            "y0": -0.5,
            "y1": lanes - 0.5,
            "layer": "below",
            "fillcolor": WAR_FILL if row.kind == "war" else SUMMIT_FILL,
            "line": {"width": 0 if row.kind == "war" else 0.5, "color": SUMMIT_LINE},
        }
        for row in frame.itertuples()
    ]
    figure.layout.shapes = (*figure.layout.shapes, *shades)
    # From the lanes upwards, so that the strip is as high as what stands in it.
    y = _draw_wars(figure, frame[frame["kind"] == "war"], period, -0.5 - GAP / LANE)
    y -= LINE / LANE
    _draw_summits(figure, frame[frame["kind"] == "summit"], period, y + 0.5 * LINE / LANE)
    return y - GAP / LANE


def _draw_summits(figure: go.Figure, summits: pd.DataFrame, period: Period, y: float) -> None:
    if summits.empty:
        return
    middle = summits["begins"] + (summits["ends"] - summits["begins"] + ONE_DAY) / 2
    sides = _sides(summits["name"], [_share(at, period) for at in middle])
    figure.add_scatter(
        name="SCO summit",
        x=list(middle.dt.strftime("%Y-%m-%dT%H:%M")),
        y=[y] * len(summits),
        mode="markers+text" if sides else "markers",
        text=[escape_hover(name) for name in summits["name"]] if sides else None,
        textposition=[f"middle {side}" for side in sides] if sides else None,
        textfont={"color": TEXT, "size": 12},
        cliponaxis=False,
        marker={"symbol": "triangle-down", "size": 9, "color": QUIET},
        hovertext=[
            f"<b>Summit: {escape_hover(row.name)}</b><br>{short_day(row.begins)}"
            for row in summits.itertuples()
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _share(moment: pd.Timestamp, period: Period) -> float:
    """Give where on the axis a moment lies, from 0 to 1."""
    return float((moment - period[0]) / (period[1] + ONE_DAY - period[0]))


def _width(name: str) -> float:
    """Give the share of a phone's axis that a name takes, with the blank beside it."""
    return (len(name) * LETTER + GAP) / NARROWEST


def _sides(names: pd.Series, places: list[float]) -> list[str]:
    """Give the side of its mark on which each name has room; none where one has none."""
    sides, taken = [], 0.0
    mark = BAR / NARROWEST
    ends = [place - mark for place in places[1:]] + [1.0]
    for name, place, end in zip(names, places, ends, strict=True):
        width = _width(name) + mark
        if place - width >= taken:
            sides.append("left")
            taken = place + mark
        elif place + width <= end:
            sides.append("right")
            taken = place + width
        else:
            return []
    return sides


def _draw_wars(figure: go.Figure, wars: pd.DataFrame, period: Period, y: float) -> float:
    """Draw a line for each war, bar and name, from ``y`` upwards; give where the last ends."""
    notes: list[dict[str, Any]] = []
    for row in wars.iloc[::-1].itertuples():
        name = str(row.name).partition(",")[0]
        begin, end = row.begins, row.ends + ONE_DAY
        start, stop = _share(begin, period), _share(end, period)
        y -= 0.5 * LINE / LANE
        _draw_bar(figure, row, (stop - start) * NARROWEST < BAR, y)
        note = _beside(name, start, stop) or _above(name, start, stop)
        at = {"left": begin, "right": end, "middle": begin + (end - begin) / 2}[note.pop("at")]
        notes.append(
            {
                "text": escape_hover(name),
                "x": f"{at:%Y-%m-%dT%H:%M}",
                "y": y,
                "showarrow": False,
                "font": {"size": 12, "color": TEXT},
                **note,
            }
        )
        y -= (0.5 if note["yanchor"] == "middle" else 1.4) * LINE / LANE
    annotate(figure, notes)
    return y


def _draw_bar(figure: go.Figure, row: Any, short: bool, y: float) -> None:
    """Draw a war from its first day to its last; a short one as a mark that can be seen."""
    begin, end = row.begins, row.ends + ONE_DAY
    days = [begin + (end - begin) / 2] if short else [begin, end]
    figure.add_scatter(
        x=[f"{day:%Y-%m-%dT%H:%M}" for day in days],
        y=[y] * len(days),
        mode="markers" if short else "lines",
        line=None if short else {"color": WAR_BAR, "width": BAR},
        marker={"color": WAR_BAR, "symbol": "square", "size": BAR} if short else None,
        hovertext=f"<b>{escape_hover(row.name)}</b>",
        hovertemplate="%{hovertext}<extra></extra>",
        showlegend=False,
    )


def _beside(name: str, start: float, stop: float) -> dict[str, Any]:
    """Place a name right of its bar, else left of it; nothing where neither has room."""
    if stop + _width(name) <= 1:
        return {"at": "right", "xanchor": "left", "yanchor": "middle", "xshift": GAP}
    if start - _width(name) >= 0:
        return {"at": "left", "xanchor": "right", "yanchor": "middle", "xshift": -GAP}
    return {}


def _above(name: str, start: float, stop: float) -> dict[str, Any]:
    """Place a name above its bar, on the end or the middle from which there is most room."""
    middle = (start + stop) / 2
    rooms = {
        ("left", "left"): 1 - start,
        ("right", "right"): stop,
        ("middle", "center"): 2 * min(middle, 1 - middle),
    }
    at, anchor = max(rooms, key=lambda place: rooms[place])
    return {"at": at, "xanchor": anchor, "yanchor": "bottom", "yshift": BAR / 2}
