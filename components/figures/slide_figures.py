"""Figures for a room: the same content in large type, on a light ground, free of any theme.

Sizes are those of a slide of 1280 × 720; the page scales all type with its own.
"""

from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from components.figures.palette import (
    CLEAR,
    DISPUTED_FILL,
    INK,
    INK_QUIET,
    QUIET,
    RULE,
    TEXT,
)

LARGE = 28
"""Type that a room reads: names and numbers along an axis, pixels."""
SMALL = 22
"""Least type of anything that a viewer must read, pixels."""
FEW_TICKS = 5
ROOM = 360
"""Height that the lines of a chart have on a slide of 720, pixels."""
MARK = 1.5
"""How much larger marks and lines are than on a page."""


@dataclass(frozen=True)
class KeyEntry:
    """A line of a figure's key: its words, and the mark they stand for.

    ``symbol`` is a marker's name, or ``square``, ``line``, ``hatch``; ``dash`` is of a line
    through the mark, blank for none.
    """

    words: str
    colour: str
    symbol: str = "square"
    dash: str = ""


def for_a_room(figure: go.Figure) -> go.Figure:
    """Give a view's own figure in large type; its content and size in data stay the same.

    Its key is left out: ``key_of`` gives it, for the page to set in lines of its own.
    """
    large = go.Figure(figure)
    own = large.layout.margin
    # Names at the ends of lines stand in the margin, and grow with the type.
    sides = {side: max(24, int((own[side] or 0) * 1.8)) for side in ("l", "r")}
    top = max(8, int((own.t or 0) * 1.6))
    large = sheet(large).update_layout(margin={**sides, "t": top})
    for trace in large.data:
        _enlarge(trace)
    for annotation in large.layout.annotations:
        annotation.font.size = max(int((annotation.font.size or 13) * 1.8), SMALL)
        # A break saves width on a page; a sheet has the width, and not the height.
        annotation.text = annotation.text.replace("<br>", " ")
        if annotation.font.color in (TEXT, QUIET, None):
            annotation.font.color = INK
    for axis in (large.layout.xaxis, large.layout.yaxis):
        _set_axis(axis)
    return large


def _enlarge(trace: Any) -> None:
    if "textfont" in trace:
        trace.textfont.size = max(int((trace.textfont.size or 13) * 1.9), SMALL)
    if "line" in trace and trace.line.width:
        trace.line.width = trace.line.width * MARK
    size = getattr(getattr(trace, "marker", None), "size", None)
    if isinstance(size, (int, float)) and "text" not in str(getattr(trace, "mode", "")):
        trace.marker.size = size * MARK


def _set_axis(axis: Any) -> None:
    named = len(axis.ticktext or axis.categoryarray or ())
    # Names of many lines are as high as a line, and still to be read.
    size = max(min(LARGE, int(ROOM / max(named, 1) * 0.8)), SMALL) if upright(axis) else LARGE
    axis.tickfont = {"size": size, "color": INK}
    axis.title.font = {"size": SMALL, "color": INK_QUIET}
    axis.automargin = True
    if axis.ticktext is None:
        # Large numbers need room: ticks set for a page would run into each other.
        axis.tickvals = None
        axis.dtick = None
        axis.nticks = FEW_TICKS
    # A title set beside its axis turns sideways; on a sheet the subtitle says what is measured.
    if axis.title.text and upright(axis):
        axis.title.standoff = 4


def upright(axis: Any) -> bool:
    """Say whether an axis stands upright."""
    return str(axis.plotly_name) == "yaxis"


def key_of(figure: Any) -> list[KeyEntry]:
    """List what the key of a figure says, in its order; none where it has no key."""
    if figure.layout.showlegend is False:
        return []
    entries = [
        _entry(trace)
        for trace in figure.data
        if trace.name and trace.showlegend is not False and trace.visible is not False
    ]
    alone = len(figure.data) == 1 and figure.data[0].showlegend is not True
    return [] if alone else entries


def _entry(trace: Any) -> KeyEntry:
    name = str(trace.name)
    if trace.type == "choropleth":
        colour = str(trace.colorscale[-1][1])
        return KeyEntry(name, colour, "hatch" if colour == DISPUTED_FILL else "square")
    mode = str(getattr(trace, "mode", None) or "")
    marker, line = getattr(trace, "marker", None), getattr(trace, "line", None)
    dash = str(getattr(line, "dash", None) or "solid") if "lines" in mode else ""
    held = [getattr(marker, "color", None), getattr(line, "color", None)]
    colour = next((c for c in held if isinstance(c, str)), QUIET)
    symbol = getattr(marker, "symbol", None)
    if "lines" in mode and "markers" not in mode:
        return KeyEntry(name, _inked(colour), "line", dash)
    default = "circle" if "scatter" in trace.type else "square"
    return KeyEntry(name, _inked(colour), symbol if isinstance(symbol, str) else default, dash)


def _inked(colour: str) -> str:
    return INK if colour == TEXT else colour


def sheet(figure: go.Figure) -> go.Figure:
    """Free a figure of theme and fixed height: the page gives it its room."""
    figure.update_layout(
        template="none",
        height=None,
        width=None,
        autosize=True,
        margin={"l": 8, "r": 24, "t": 8, "b": 8},
        paper_bgcolor=CLEAR,
        plot_bgcolor=CLEAR,
        font={"size": SMALL, "color": INK, "family": "Source Sans, Calibri, sans-serif"},
        hoverlabel={"align": "left", "bordercolor": INK_QUIET, "font": {"size": SMALL}},
        showlegend=False,
        dragmode=False,
    )
    figure.update_xaxes(gridcolor=RULE)
    figure.update_yaxes(gridcolor=RULE)
    return figure
