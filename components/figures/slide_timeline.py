"""Statements for a room: few lanes in large type, crowded spans as one number."""

import pandas as pd
import plotly.graph_objects as go

from components.figures.palette import (
    CLUSTER,
    INK,
    QUIET,
    SUMMIT_FILL,
    SUMMIT_LINE,
    WAR_FILL_ROOM,
    opaque,
)
from components.figures.slide_figures import LARGE, SMALL, KeyEntry, sheet
from components.figures.timeline import ONE_DAY, Timeline, axis_range, day_ticks
from components.figures.timeline_marks import by_topic, counted, heights, middles, moments
from components.figures.wording import escape_hover, short_day, shorten

STEP = 0.27
"""Distance of marks that share a slot, lanes."""
LONGEST_NAME = 18
EDGE = 0.02
"""Room left at either end of the axis, share of the period."""
SCO = "XSC"
"""Code of those who speak for the organisation."""


def large_timeline(shown: Timeline) -> go.Figure:
    """Draw statements, laid in few slots, in lanes named beside them, before wars and summits."""
    laid, lanes, period = shown.laid, shown.lanes, shown.period
    order = {code: place for place, (code, _) in enumerate(lanes)}
    figure = go.Figure()
    _draw_marks(figure, laid.marks, order, shown.topics)
    _draw_counts(figure, laid.clusters, order)
    figure.update_layout(shapes=[_shade(row) for row in shown.frame.itertuples()])
    figure.update_xaxes(
        type="date",
        range=axis_range(period, EDGE),
        tickfont={"size": LARGE},
        nticks=6,
        tickangle=0,
        fixedrange=True,
        automargin=True,
        showgrid=False,
        **day_ticks(period, "%-d %b"),
    )
    figure.update_yaxes(
        range=[len(lanes) - 0.5, -0.5],
        tickvals=list(range(len(lanes))),
        ticktext=[f"{escape_hover(_beside(*lane))} " for lane in lanes],
        tickfont={"size": LARGE},
        zeroline=False,
        fixedrange=True,
        automargin=True,
    )
    return sheet(figure)


def _beside(code: str, name: str) -> str:
    """Name a lane in little room; the organisation itself goes by its initials."""
    return "SCO" if code == SCO else shorten(name, LONGEST_NAME)


def _shade(row: object) -> dict[str, object]:
    war = row.kind == "war"  # type: ignore[attr-defined]
    return {
        "type": "rect",
        "x0": f"{row.begins:%Y-%m-%d}",  # type: ignore[attr-defined]
        "x1": f"{row.ends + ONE_DAY:%Y-%m-%d}",  # type: ignore[attr-defined]
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "layer": "below",
        "fillcolor": WAR_FILL_ROOM if war else SUMMIT_FILL,
        "line": {"width": 0 if war else 0.5, "color": SUMMIT_LINE},
    }


def _draw_marks(
    figure: go.Figure, marks: pd.DataFrame, order: dict[str, int], topics: list[str]
) -> None:
    for _, colour, symbol, rows in by_topic(marks, topics):
        figure.add_scatter(
            x=moments(rows),
            y=heights(rows, order, STEP, 0),
            mode="markers",
            marker={"color": colour, "symbol": symbol, "size": 14},
            hovertext=[
                f"<b>{escape_hover(row.speaker)}</b>, {short_day(row.said_on)}<br>"
                f"{escape_hover(shorten(row.text, 60))}"
                for row in rows.itertuples()
            ],
            hoverinfo="text",
        )


def _draw_counts(figure: go.Figure, clusters: pd.DataFrame, order: dict[str, int]) -> None:
    figure.add_scatter(
        x=middles(clusters),
        y=[order[lane] for lane in clusters["lane"]],
        mode="markers+text",
        text=[str(count) for count in clusters["count"]],
        textfont={"color": INK, "size": SMALL},
        marker={
            "color": opaque(CLUSTER),
            "size": [min(30 + 1.5 * count**0.5, 46) for count in clusters["count"]],
            "line": {"color": QUIET, "width": 1},
        },
        hovertext=[
            ", ".join(counted(row, "statement"))
            for row in clusters.rename(columns={"count": "number"}).itertuples()
        ],
        hoverinfo="text",
    )


def timeline_key(shown: Timeline) -> list[KeyEntry]:
    """List the topics that have marks, and what the shading means."""
    laid, topics, frame = shown.laid, shown.topics, shown.frame
    entries = [
        KeyEntry(name, colour, symbol) for name, colour, symbol, _ in by_topic(laid.marks, topics)
    ]
    if len(laid.clusters):
        entries.append(KeyEntry("Several", opaque(CLUSTER), "circle"))
    kinds = set(frame["kind"])
    if "war" in kinds:
        entries.append(KeyEntry("War", opaque(WAR_FILL_ROOM), "square"))
    if "summit" in kinds:
        entries.append(KeyEntry("SCO summit", opaque(SUMMIT_LINE), "square"))
    return entries
