"""Who said what when: statements in lanes over time, framed by wars and summits."""

from typing import Any
from urllib.parse import urlencode

import pandas as pd
import plotly.graph_objects as go

from components.figures.layout import calm, nothing_matches
from components.figures.palette import (
    BORDER,
    CLUSTER,
    OTHER_TOPIC,
    QUIET,
    SELECTED,
    TEXT,
    TOPIC_MARKS,
)
from components.figures.timeline_frame import HEAD, Timeline, axis_range, draw_frame
from components.figures.wording import (
    claim_number,
    day,
    escape_hover,
    label,
    plural,
    short_day,
    shorten,
)
from data.questions.timeline import OTHERS, Laid

LANE = 54
"""Height of a lane, pixels."""
HOVER_LENGTH = 60
"""Characters of a statement in its hover box: the card has the rest, the figure stays light."""
EDGE = 0.015
"""Room left at either end of the axis, share of the period."""
FEW_DAYS = 7
"""A period shorter than this has a tick at the noon of each day."""
STEP = 0.2
"""Distance of marks that share a slot, lanes."""
CLAIMS = "claims"
"""Code of the lane of casualty claims."""


def statement_timeline(
    shown: Timeline,
    *,
    lane_is: str = "country",
    selected: str = "",
    claims: Laid | None = None,
) -> go.Figure:
    """Draw each statement at its day in the lane of who spoke; a crowded slot is one count.

    Parameters
    ----------
    lane_is
        Parameter that narrows the view to a lane: ``country`` or ``speaker``.
    selected
        ``statement_id`` to ring; blank for none.
    claims
        Casualty claims to lay on the same axis, in a lane below; None for no such lane.
    """
    laid, lanes, period = shown.laid, shown.lanes, shown.period
    if laid.marks.empty and laid.clusters.empty and claims is None:
        return nothing_matches("No statement matches.")
    order = {code: place for place, (code, _) in enumerate(lanes)}
    names = [name for _, name in lanes]
    if claims is not None:
        order[CLAIMS] = len(names)
        names.append("Casualty claims, as claimed")
    figure = go.Figure()
    draw_frame(figure, shown.frame, period, len(names))
    _draw_statements(figure, laid.marks, order, shown.topics)
    _draw_clusters(figure, laid.clusters, order, "statement", lane_is)
    if claims is not None:
        _draw_claims(figure, claims, order)
    _ring(figure, laid, order, selected)
    _rule_lanes(figure, names)
    figure.update_yaxes(visible=False, range=[len(names) - 0.45, HEAD], fixedrange=True)
    figure.update_xaxes(
        type="date",
        side="top",
        automargin=True,
        nticks=8,
        fixedrange=True,
        range=axis_range(period, EDGE),
    )
    if (period[1] - period[0]).days < FEW_DAYS:
        figure.update_xaxes(
            dtick=86_400_000, tickformat="%-d %b %Y", tick0=f"{period[0]:%Y-%m-%d}T12:00"
        )
    legend = {"orientation": "h", "y": 0, "yanchor": "top", "x": 0, "title": {"text": ""}}
    return calm(
        figure, height=round(LANE * (len(names) - HEAD)) + 90, legend=legend, hovermode="closest"
    )


def _rule_lanes(figure: go.Figure, names: list[str]) -> None:
    """Draw the lines between lanes, and the name of each.

    All at once, and set: added one by one, or by ``update_layout``, Plotly goes through every
    earlier shape again with each.
    """
    rules = [
        {
            "type": "line",
            "xref": "x domain",
            "x0": 0,
            "x1": 1,
            "y0": place - 0.5,
            "y1": place - 0.5,
            "line": {"color": BORDER, "width": 0.5},
        }
        for place in range(len(names) + 1)
    ]
    labels = [
        {
            "text": escape_hover(shorten(name, 60)),
            "x": 0,
            "y": place - 0.36,
            "xref": "paper",
            "xanchor": "left",
            "showarrow": False,
            "font": {"size": 12, "color": TEXT},
        }
        for place, name in enumerate(names)
    ]
    figure.layout.shapes = (*figure.layout.shapes, *rules)
    figure.layout.annotations = (*figure.layout.annotations, *labels)


def _at(rows: pd.DataFrame, order: dict[str, int]) -> tuple[list[str], list[float]]:
    """Place rows: on their day, those of one slot beside each other."""
    moment = rows["said_on"] + pd.to_timedelta(rows["across"], unit="D")
    y = rows["lane"].map(order).astype("float64") + 0.08 + rows["aside"] * STEP
    return list(moment.dt.strftime("%Y-%m-%dT%H:%M")), [round(at, 2) for at in y]


def _middle(first: Any, last: Any) -> Any:
    """Give the middle of a span of days, for one or for a column of them."""
    return first + (last - first + pd.Timedelta(days=1)) / 2


def _draw_statements(
    figure: go.Figure, marks: pd.DataFrame, order: dict[str, int], topics: list[str]
) -> None:
    styles = dict(zip(topics, TOPIC_MARKS, strict=False))
    lead = leading(marks, styles)
    for topic in [*styles, ""]:
        rows = marks[lead == topic]
        if rows.empty:
            continue
        colour, symbol = styles.get(topic, OTHER_TOPIC)
        x, y = _at(rows, order)
        figure.add_scatter(
            name=label("topic", topic) if topic else "Other topics",
            x=x,
            y=y,
            mode="markers",
            customdata=list(rows["statement_id"]),
            marker={"color": colour, "symbol": symbol, "size": 10, "opacity": 0.9},
            hovertext=[_hover(row) for row in rows.itertuples()],
            hovertemplate="%{hovertext}<extra></extra>",
            unselected={"marker": {"opacity": 0.75}},
        )


def leading(marks: pd.DataFrame, styles: dict[str, tuple[str, str]]) -> pd.Series:
    """Give each statement the first of its topics that has a mark of its own."""
    return marks["topics"].map(
        lambda cell: next((topic for topic in cell.split(";") if topic in styles), "")
    )


def _hover(row: object) -> str:
    said = day(row.said_on, row.said_on_precision)  # type: ignore[attr-defined]
    words = escape_hover(shorten(row.text, HOVER_LENGTH))  # type: ignore[attr-defined]
    return f"<b>{escape_hover(row.speaker)}</b>, {said}<br>{words}"  # type: ignore[attr-defined]


def _draw_clusters(
    figure: go.Figure, clusters: pd.DataFrame, order: dict[str, int], noun: str, narrows: str
) -> None:
    if clusters.empty:
        return
    middle = _middle(clusters["slot_from"], clusters["slot_to"])
    links = []
    for row in clusters.itertuples():
        link = {"from": f"{row.slot_from:%Y-%m-%d}", "to": f"{row.slot_to:%Y-%m-%d}"}
        if narrows and row.lane != OTHERS:
            link[narrows] = row.lane
        links.append(urlencode(link))
    figure.add_scatter(
        name=f"Several {noun}s in one span: click to look closer",
        x=list(middle.dt.strftime("%Y-%m-%dT%H:%M")),
        y=[order[lane] + 0.08 for lane in clusters["lane"]],
        mode="markers+text",
        text=[str(count) for count in clusters["count"]],
        textfont={"color": TEXT, "size": 12},
        textposition="middle center",
        customdata=links,
        marker={
            "color": CLUSTER,
            "symbol": "circle",
            "size": [min(18 + 1.5 * count**0.5, 34) for count in clusters["count"]],
            "line": {"color": QUIET, "width": 1},
        },
        hovertext=[
            f"<b>{plural(row.count_, noun)}</b>, "
            f"{short_day(row.slot_from)} to {short_day(row.slot_to)}"
            for row in clusters.rename(columns={"count": "count_"}).itertuples()
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        unselected={"marker": {"opacity": 0.9}},
        showlegend=False,
    )


def _draw_claims(figure: go.Figure, claims: Laid, order: dict[str, int]) -> None:
    if len(claims.marks):
        x, y = _at(claims.marks, order)
        figure.add_scatter(
            name="Casualty claims",
            x=x,
            y=y,
            mode="markers",
            customdata=[urlencode({"claim": i}) for i in claims.marks["claim_id"]],
            marker={"color": QUIET, "symbol": "hourglass-open", "size": 10, "line": {"width": 2}},
            hovertext=[
                f"<b>{escape_hover(shorten(claim['claimant'], 40))}</b>: {claim_number(claim)} "
                f"{label('measure', claim['measure'])}<br>said on "
                f"{day(claim['said_on'], claim['said_on_precision'])}"
                for _, claim in claims.marks.iterrows()
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            unselected={"marker": {"opacity": 0.75}},
        )
    _draw_clusters(figure, claims.clusters, order, "claim", "")


def _ring(figure: go.Figure, laid: Laid, order: dict[str, int], selected: str) -> None:
    """Ring the chosen statement, or the cluster that holds it."""
    if not selected:
        return
    own = laid.marks[laid.marks["statement_id"] == selected]
    x, y = _at(own, order)
    for row in laid.clusters.itertuples():
        if selected in row.members:
            middle = _middle(row.slot_from, row.slot_to)
            x, y = [f"{middle:%Y-%m-%dT%H:%M}"], [order[row.lane] + 0.08]
    if x:
        figure.add_scatter(
            x=x,
            y=y,
            mode="markers",
            marker={"color": SELECTED, "symbol": "circle-open", "size": 26, "line": {"width": 3}},
            hoverinfo="skip",
            showlegend=False,
        )
