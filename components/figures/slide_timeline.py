"""Statements for a room: few lanes in large type, crowded spans as one number."""

import pandas as pd
import plotly.graph_objects as go

from components.figures.palette import (
    CLUSTER,
    INK,
    OTHER_TOPIC,
    QUIET,
    SUMMIT_FILL,
    SUMMIT_LINE,
    TOPIC_MARKS,
    WAR_FILL_ROOM,
    opaque,
)
from components.figures.slide_figures import LARGE, SMALL, KeyEntry, sheet
from components.figures.statement_timeline import FEW_DAYS, leading
from components.figures.timeline_frame import Timeline, axis_range
from components.figures.wording import escape_hover, label, plural, short_day, shorten

STEP = 0.27
"""Distance of marks that share a slot, lanes."""
ONE_DAY = pd.Timedelta(days=1)
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
    few = (period[1] - period[0]).days < FEW_DAYS
    figure.update_xaxes(
        type="date",
        range=axis_range(period, EDGE),
        tickfont={"size": LARGE},
        nticks=6,
        tickangle=0,
        fixedrange=True,
        automargin=True,
        showgrid=False,
        **(
            {
                "dtick": 86_400_000,
                "tickformat": "%-d %b",
                "tick0": f"{period[0]:%Y-%m-%d}T12:00",
            }
            if few
            else {}
        ),
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
    styles = dict(zip(topics, TOPIC_MARKS, strict=False))
    lead = leading(marks, styles)
    for topic in [*styles, ""]:
        rows = marks[lead == topic]
        if rows.empty:
            continue
        colour, symbol = styles.get(topic, OTHER_TOPIC)
        moment = rows["said_on"] + pd.to_timedelta(rows["across"], unit="D")
        y = rows["lane"].map(order).astype("float64") + rows["aside"] * STEP
        figure.add_scatter(
            x=list(moment.dt.strftime("%Y-%m-%dT%H:%M")),
            y=[round(at, 2) for at in y],
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
    middle = clusters["slot_from"] + (clusters["slot_to"] - clusters["slot_from"] + ONE_DAY) / 2
    figure.add_scatter(
        x=[f"{at:%Y-%m-%dT%H:%M}" for at in middle],
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
            f"{plural(row.number, 'statement')}, "
            f"{short_day(row.slot_from)} to {short_day(row.slot_to)}"
            for row in clusters.rename(columns={"count": "number"}).itertuples()
        ],
        hoverinfo="text",
    )


def timeline_key(shown: Timeline) -> list[KeyEntry]:
    """List the topics that have marks, and what the shading means."""
    laid, topics, frame = shown.laid, shown.topics, shown.frame
    styles = dict(zip(topics, TOPIC_MARKS, strict=False))
    found = set(leading(laid.marks, styles))
    entries = [
        KeyEntry(
            label("topic", topic) if topic else "Other topics", *styles.get(topic, OTHER_TOPIC)
        )
        for topic in [*styles, ""]
        if topic in found
    ]
    if len(laid.clusters):
        entries.append(KeyEntry("Several", opaque(CLUSTER), "circle"))
    kinds = set(frame["kind"])
    if "war" in kinds:
        entries.append(KeyEntry("War", opaque(WAR_FILL_ROOM), "square"))
    if "summit" in kinds:
        entries.append(KeyEntry("SCO summit", opaque(SUMMIT_LINE), "square"))
    return entries
