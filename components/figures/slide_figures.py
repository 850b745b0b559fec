"""Figures for a room: the same content in large type, on a light ground, free of any theme.

Sizes are those of a slide of 1280 × 720; the page scales all type with its own.
"""

import re
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from components.figures.palette import (
    CHOSEN_PERIOD,
    CLEAR,
    DISPUTED_FILL,
    INK,
    INK_QUIET,
    OVER_MARKS,
    QUIET,
    RULE,
    TEXT,
)

LARGE = 28
"""Type that a room reads: names and numbers along an axis, pixels."""
SMALL = 22
"""Least type of anything that a viewer must read, pixels."""
FEW_TICKS = 5
LONGEST_LINE = 96
"""Letters of the least type in a line across a slide."""
MARKS_OF_TYPE = re.compile(r"</?[bi]>")
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


def for_a_room(figure: go.Figure, *, line: int = LONGEST_LINE) -> go.Figure:
    """Give a view's own figure in large type; its content and size in data stay the same.

    Its key is left out: ``key_of`` gives it, for the page to set in lines of its own.

    Parameters
    ----------
    line
        Letters of a line of writing in the figure: longer writing is set in several.
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
        annotation.text = _in_lines(annotation.text, line)
        annotation.align = annotation.xanchor if annotation.xanchor in ("left", "right") else None
        if annotation.font.color in (TEXT, QUIET, None):
            annotation.font.color = INK
        if annotation.yref != "paper":
            annotation.bgcolor = OVER_MARKS
    for axis in (large.layout.xaxis, large.layout.yaxis):
        _set_axis(axis)
    _drop_whole_period(large)
    bare = [trace for trace in large.data if trace.type == "bar" and trace.text is None]
    if bare and bare[0].orientation != "h":
        # Nothing else says how high the bars are.
        large.update_yaxes(visible=True, showgrid=True, zeroline=False)
    return large


def _drop_whole_period(figure: go.Figure) -> None:
    """Take out the shade of a chosen period where it covers all there is: it sets nothing apart."""
    xs = [str(x) for trace in figure.data if trace.type == "bar" for x in trace.x or ()]
    figure.layout.shapes = [
        shape
        for shape in figure.layout.shapes
        if shape.fillcolor != CHOSEN_PERIOD
        or not xs
        or not (str(shape.x0)[:4] <= min(xs)[:4] and str(shape.x1)[:4] >= max(xs)[:4])
    ]


def _in_lines(text: str, length: int) -> str:
    """Set writing in lines; its marks of bold and slanted type have no length."""
    lines: list[str] = []
    current: list[str] = []
    shown = 0
    # A break saves width on a page; a sheet has other lines.
    for word in text.replace("<br>", " ").split():
        wide = len(MARKS_OF_TYPE.sub("", word)) + 1
        if current and shown + wide > length:
            lines.append(" ".join(current))
            current, shown = [], 0
        current.append(word)
        shown += wide
    return "<br>".join([*lines, " ".join(current)])


def longest_writing(figure: go.Figure) -> int:
    """Count the letters of the longest writing in a figure."""
    texts = [MARKS_OF_TYPE.sub("", a.text or "") for a in figure.layout.annotations]
    return max((len(text) for text in texts), default=0)


def _enlarge(trace: Any) -> None:
    if "textfont" in trace:
        trace.textfont.size = max(int((trace.textfont.size or 13) * 1.9), SMALL)
    if "line" in trace and trace.line.width:
        trace.line.width = trace.line.width * MARK
    marker: Any = getattr(trace, "marker", None)
    size = getattr(marker, "size", None)
    if "showscale" in trace and trace.showscale is None:
        # Its ends are told by the key.
        trace.showscale = False
        trace.colorbar = None
    if "text" in str(getattr(trace, "mode", "")) or size is None:
        return
    marker.size = size * MARK if isinstance(size, (int, float)) else [v * MARK for v in size]


def _set_axis(axis: Any) -> None:
    named = len(axis.ticktext or axis.categoryarray or ())
    # Names of many lines are as high as a line, and still to be read.
    size = max(min(LARGE, int(ROOM / max(named, 1) * 0.8)), SMALL) if upright(axis) else LARGE
    axis.tickfont = {"size": size, "color": INK}
    axis.title.font = {"size": SMALL, "color": INK_QUIET}
    axis.automargin = True
    if not named and axis.type != "category":
        # Large numbers need room: ticks set for a page would run into each other.
        axis.tickvals = None
        axis.dtick = None
        axis.nticks = FEW_TICKS
        if axis.separatethousands:
            axis.exponentformat = "none"
    if axis.title.text and upright(axis):
        axis.title.standoff = 4


def upright(axis: Any) -> bool:
    """Say whether an axis stands upright."""
    return str(axis.plotly_name) == "yaxis"


def key_of(figure: Any) -> list[KeyEntry]:
    """List what the key of a figure says, in its order; none where it has no key."""
    if figure.layout.showlegend is False:
        return []
    entries = [entry for trace in figure.data for entry in _ends_of_scale(trace)]
    alone = len(figure.data) == 1 and figure.data[0].showlegend is not True
    entries += [
        _entry(trace)
        for trace in figure.data
        if trace.name and trace.showlegend is not False and trace.visible is not False and not alone
    ]
    return entries


def _ends_of_scale(trace: Any) -> list[KeyEntry]:
    """Give the lowest and the highest value of a scale of colours, as its bar names them."""
    bar = getattr(trace, "colorbar", None)
    if not bar or not bar.ticktext:
        return []
    pairs = zip(bar.ticktext, (trace.colorscale[0][1], trace.colorscale[-1][1]), strict=False)
    return [KeyEntry(str(words), str(colour)) for words, colour in pairs][::-1]


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
