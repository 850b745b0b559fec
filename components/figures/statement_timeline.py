"""Who said what when: statements in lanes over time, framed by wars and summits."""

from urllib.parse import urlencode

import pandas as pd
import plotly.graph_objects as go

from components.figures.layout import calm, nothing_matches
from components.figures.palette import BORDER, CLEAR, CLUSTER, QUIET, SELECTED, TEXT
from components.figures.timeline import Timeline, axis_range, day_ticks
from components.figures.timeline_frame import LANE, draw_frame
from components.figures.timeline_marks import (
    by_topic,
    counted,
    heights,
    lengths,
    middles,
    moments,
)
from components.figures.wording import claim_number, day, escape_hover, label, shorten
from data.questions.timeline import OTHERS, Laid

HOVER_LENGTH = 60
"""Characters of a statement in its hover box: the card has the rest, the figure stays light."""
EDGE = 0.015
"""Room left at either end of the axis, share of the period."""
STEP = 0.2
"""Distance of marks that share a slot, lanes."""
BELOW = 0.08
"""How far marks stand under the middle of their lane, lanes: its name is above them."""
BOX = 24 / LANE
"""Height of a number's box, lanes."""
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

    A count stands in a box as long as its slot: at no width do two of them overlap.

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
    head = draw_frame(figure, shown.frame, period, len(names))
    _draw_statements(figure, laid.marks, order, shown.topics)
    _draw_clusters(figure, laid.clusters, order, "statement", lane_is)
    if claims is not None:
        _draw_claims(figure, claims, order)
    _ring(figure, laid, order, selected)
    _rule_lanes(figure, names)
    figure.update_yaxes(visible=False, range=[len(names) - 0.45, head], fixedrange=True)
    figure.update_xaxes(
        type="date",
        side="top",
        automargin=True,
        nticks=8,
        fixedrange=True,
        range=axis_range(period, EDGE),
        **day_ticks(period, "%-d %b %Y"),
    )
    legend = {"orientation": "h", "y": 0, "yanchor": "top", "x": 0, "title": {"text": ""}}
    return calm(
        figure,
        height=round(LANE * (len(names) - head)) + 90,
        legend=legend,
        hovermode="closest",
        barmode="overlay",
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


def _draw_statements(
    figure: go.Figure, marks: pd.DataFrame, order: dict[str, int], topics: list[str]
) -> None:
    for name, colour, symbol, rows in by_topic(marks, topics):
        figure.add_scatter(
            name=name,
            x=moments(rows),
            y=heights(rows, order, STEP, BELOW),
            mode="markers",
            customdata=list(rows["statement_id"]),
            marker={"color": colour, "symbol": symbol, "size": 10, "opacity": 0.9},
            hovertext=[_hover(row) for row in rows.itertuples()],
            hovertemplate="%{hovertext}<extra></extra>",
            unselected={"marker": {"opacity": 0.75}},
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
    links, hovers = [], []
    for row in clusters.rename(columns={"count": "number"}).itertuples():
        link = {"from": f"{row.slot_from:%Y-%m-%d}", "to": f"{row.slot_to:%Y-%m-%d}"}
        if narrows and row.lane != OTHERS:
            link[narrows] = row.lane
        links.append(urlencode(link))
        hovers.append("<b>{}</b>, {}".format(*counted(row, noun)))
    figure.add_bar(
        name=f"Several {noun}s in one span: click to look closer",
        **_boxes(clusters, order),
        customdata=links,
        marker={"color": CLUSTER, "line": {"color": QUIET, "width": 1}, "cornerradius": 6},
        hovertext=hovers,
        hovertemplate="%{hovertext}<extra></extra>",
        unselected={"marker": {"opacity": 0.9}},
        showlegend=False,
    )
    # Words of a bar keep the colour of the theme that they were first drawn in.
    figure.add_scatter(
        name=f"Numbers of {noun}s",
        x=middles(clusters),
        y=[order[lane] + BELOW for lane in clusters["lane"]],
        mode="text",
        text=[str(count) for count in clusters["count"]],
        textfont={"color": TEXT, "size": 12},
        hoverinfo="skip",
        showlegend=False,
    )


def _boxes(clusters: pd.DataFrame, order: dict[str, int]) -> dict[str, object]:
    """Place boxes that cover crowded slots."""
    return {
        "x": middles(clusters),
        "width": lengths(clusters),
        "base": [round(order[lane] + BELOW - BOX / 2, 2) for lane in clusters["lane"]],
        "y": [round(BOX, 2)] * len(clusters),
    }


def _draw_claims(figure: go.Figure, claims: Laid, order: dict[str, int]) -> None:
    if len(claims.marks):
        figure.add_scatter(
            name="Casualty claims",
            x=moments(claims.marks),
            y=heights(claims.marks, order, STEP, BELOW),
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
    inside = laid.clusters[[selected in members for members in laid.clusters["members"]]]
    if len(inside):
        figure.add_bar(
            **_boxes(inside, order),
            marker={"color": CLEAR, "line": {"color": SELECTED, "width": 3}, "cornerradius": 6},
            hoverinfo="skip",
            showlegend=False,
        )
    own = laid.marks[laid.marks["statement_id"] == selected]
    if len(own):
        figure.add_scatter(
            x=moments(own),
            y=heights(own, order, STEP, BELOW),
            mode="markers",
            marker={"color": SELECTED, "symbol": "circle-open", "size": 26, "line": {"width": 3}},
            hoverinfo="skip",
            showlegend=False,
        )
