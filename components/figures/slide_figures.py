"""Figures for a room: the same content in large type, on a light ground, free of any theme."""

import pandas as pd
import plotly.graph_objects as go

from components.figures.base_map import draw_world
from components.figures.palette import (
    CLEAR,
    DISPUTED_FILL,
    HATCH,
    INK,
    INK_QUIET,
    RULE,
    TEXT,
    mixed,
    opaque,
)
from components.figures.wording import escape_hover

LARGE = 28
"""Type of a slide at 1280 × 720, pixels."""
SMALLEST = 15
ROOM = 330
"""Height that the rows of a chart have on a slide of 720 under a long title, pixels."""
NAMES_SHARE = 0.46
NAMES_WIDTH, BARS_WIDTH = 540, 660
"""Share of a slide that the names of bars take; width of names and of bars, pixels."""


def large_ranges(bars: pd.DataFrame, counted: str, *, narrow: bool = False) -> go.Figure:
    """Draw claims as bars in large type: pale to the lowest figure, full to the highest.

    Parameters
    ----------
    bars
        ``label, low, best, high, words, colour``, one row a claim, in display order; people.
    counted
        What the axis counts.
    narrow
        Put each name above its bar instead of beside it: for a phone.
    """
    rows = max(len(bars), 1)
    figure = go.Figure()
    places = list(range(len(bars)))
    low, high = [int(v) for v in bars["low"]], [int(v) for v in bars["high"]]
    colours = [opaque(colour) for colour in bars["colour"]]
    hover = [
        f"{escape_hover(label)}: {escape_hover(words)}"
        for label, words in zip(bars["label"], bars["words"], strict=True)
    ]
    thick, offset = (0.34, 0.06) if narrow else (0.56, -0.28)
    spans = [h - lo for lo, h in zip(low, high, strict=True)]
    # The second bar starts where the first ends; what it spans is drawn, never told.
    parts = ((low, None, [mixed(c, 0.4) for c in colours]), (spans, low, colours))
    for values, base, paints in parts:
        figure.add_bar(
            x=values,
            y=places,
            base=base,
            orientation="h",
            marker={"color": paints},
            width=thick,
            offset=offset,
            hovertext=hover,
            hoverinfo="text",
            showlegend=False,
        )
    for place, best in zip(places, bars["best"], strict=True):
        if pd.notna(best):
            ends = {"y0": place + offset, "y1": place + offset + thick}
            line = {"color": INK, "width": 3}
            figure.add_shape(type="line", x0=int(best), x1=int(best), line=line, **ends)
    figure.update_yaxes(visible=False, range=[max(rows, 3) - 0.45, -0.55], fixedrange=True)
    size = _type_size(bars, rows)
    reach = max(high, default=1) * 1.05
    if not narrow:
        pairs = zip(high, bars["words"], strict=True)
        reach = max([reach, *(_end(number, words, size) for number, words in pairs)])
    figure.update_xaxes(
        domain=[0 if narrow else NAMES_SHARE, 1],
        range=[0, reach],
        title={"text": escape_hover(counted), "font": {"size": 18}},
        separatethousands=True,
        exponentformat="none",
        nticks=5,
        tickfont={"size": 18},
        fixedrange=True,
        gridcolor=RULE,
        zeroline=False,
        automargin=True,
    )
    _name_bars(figure, bars, size, narrow=narrow)
    return _sheet(figure).update_layout(barmode="overlay")


def _type_size(bars: pd.DataFrame, rows: int) -> int:
    longest = max((len(label) for label in bars["label"]), default=1)
    # A letter of this type is about half as wide as the type is high.
    return max(int(min(LARGE, ROOM / rows * 0.6, NAMES_WIDTH / (longest * 0.5))), SMALLEST)


def _end(high: int, words: str, size: int) -> float:
    """Give the end of an axis on which the bar's number still fits to its right."""
    room = 1 - min((len(words) * size * 0.55 + 14) / BARS_WIDTH, 0.7)
    return high / room


def _name_bars(figure: go.Figure, bars: pd.DataFrame, size: int, *, narrow: bool) -> None:
    """Write beside each bar whose it is and its number, or both above it."""
    for place, (label, words, high) in enumerate(
        zip(bars["label"], bars["words"], bars["high"], strict=True)
    ):
        number = f"<b>{escape_hover(words)}</b>"
        shared = {"y": place, "yref": "y", "showarrow": False, "font": {"color": INK}}
        if narrow:
            text = f"{escape_hover(label)}: {number}"
            figure.add_annotation(
                **{**shared, "y": place - 0.18, "font": {"size": 22, "color": INK}},
                text=text,
                x=0,
                xref="paper",
                xanchor="left",
            )
            continue
        shared["font"] = {"size": size, "color": INK}
        figure.add_annotation(
            **shared,
            text=escape_hover(label),
            x=NAMES_SHARE,
            xref="paper",
            xanchor="right",
            xshift=-8,
        )
        figure.add_annotation(
            **shared, text=number, x=int(high), xref="x", xanchor="left", xshift=6
        )


def large_map(dots: pd.DataFrame, lines: pd.DataFrame, disputed: pd.DataFrame) -> go.Figure:
    """Draw places and lines on the base map, for a file that carries no WebGL library.

    Parameters
    ----------
    dots
        ``lon, lat, colour, size, label``.
    lines
        ``from_lon, from_lat, to_lon, to_lat, colour, label``.
    disputed
        ``country, name``: areas to set apart from any state.
    """
    figure = go.Figure()
    figure.add_choropleth(
        locations=list(disputed["country"]),
        z=[1] * len(disputed),
        colorscale=[[0, DISPUTED_FILL], [1, DISPUTED_FILL]],
        showscale=False,
        marker={"line": {"color": HATCH, "width": 0.8}},
        hovertext=[escape_hover(name) for name in disputed["name"]],
        hoverinfo="text",
    )
    for line in lines.itertuples():
        figure.add_scattergeo(
            lon=[line.from_lon, line.to_lon],
            lat=[line.from_lat, line.to_lat],
            mode="lines",
            line={"color": line.colour, "width": 2},
            hovertext=escape_hover(str(line.label)),
            hoverinfo="text",
            showlegend=False,
        )
    figure.add_scattergeo(
        lon=[float(v) for v in dots["lon"]],
        lat=[float(v) for v in dots["lat"]],
        mode="markers",
        marker={
            "size": [float(v) for v in dots["size"]],
            "color": list(dots["colour"]),
            "line": {"color": "white", "width": 1},
        },
        hovertext=[escape_hover(text) for text in dots["label"]],
        hoverinfo="text",
        showlegend=False,
    )
    draw_world(figure, middle=66, lon=(-20, 160), lat=(-5, 75), resolution=110)
    return _sheet(figure)


def for_a_room(figure: go.Figure) -> go.Figure:
    """Give a view's own figure in large type; its content and size in data stay the same."""
    large = go.Figure(figure)
    own = large.layout.margin
    # Names at the ends of lines stand in the margin, and grow with the type.
    sides = {side: max(24, int((own[side] or 0) * 1.6)) for side in ("l", "r")}
    large = _sheet(large).update_layout(margin=sides)
    for annotation in large.layout.annotations:
        annotation.font.size = max(int((annotation.font.size or 13) * 1.35), 18)
        if annotation.font.color in (TEXT, None):
            annotation.font.color = INK
    under = -0.02 if large.layout.xaxis.side == "top" else -0.16
    below = {"font": {"size": 20}, "orientation": "h", "y": under, "yanchor": "top", "x": 0}
    large.update_layout(legend=below, hoverlabel={"font": {"size": 20}})
    large.update_xaxes(tickfont={"size": 18}, title={"font": {"size": 20}}, automargin=True)
    large.update_yaxes(tickfont={"size": 18}, title={"font": {"size": 20}})
    return large


def _sheet(figure: go.Figure) -> go.Figure:
    """Free a figure of theme and fixed height: the page gives it its room."""
    figure.update_layout(
        template="none",
        height=None,
        width=None,
        autosize=True,
        margin={"l": 8, "r": 24, "t": 8, "b": 8},
        paper_bgcolor=CLEAR,
        plot_bgcolor=CLEAR,
        font={"size": 20, "color": INK, "family": "Source Sans, Calibri, sans-serif"},
        hoverlabel={"align": "left", "bordercolor": INK_QUIET},
        dragmode=False,
    )
    return figure
