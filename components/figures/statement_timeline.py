"""Who said what when: statements in lanes over time."""

import pandas as pd
import plotly.graph_objects as go

from components.figures.layout import calm, nothing_matches
from components.figures.palette import BORDER, OTHER_TOPIC, SELECTED, TEXT, TOPIC_MARKS
from components.figures.wording import day, escape_hover, label, shorten

LANE = 54
"""Height of a lane, pixels."""
HOVER_LENGTH = 12
"""Characters of a statement in its hover box: the card has the rest, the figure stays light."""
STEPS = [0, 1, -1, 2, -2]
"""Order in which statements of one lane and week step aside from its middle."""


def statement_timeline(
    statements: pd.DataFrame,
    lanes: list[tuple[str, str]],
    topics: list[str],
    selected: str = "",
) -> go.Figure:
    """Draw each statement as a mark at its day, in the lane of who spoke.

    Parameters
    ----------
    statements
        Rows of ``statements.csv`` with a column ``lane`` (a code).
    lanes
        Code and name of each lane, top to bottom. Statements of other lanes are not drawn.
    topics
        Topics by frequency; the first few have marks of their own.
    selected
        ``statement_id`` to ring; blank for none.
    """
    order = {code: place for place, (code, _) in enumerate(lanes)}
    drawn = statements[statements["lane"].isin(order)]
    if drawn.empty:
        return nothing_matches("No statement matches.")
    drawn = drawn.assign(y=_spread(drawn, order), lead=_lead_topic(drawn, topics))
    figure = go.Figure()
    marks = dict(zip(topics, TOPIC_MARKS, strict=False))
    for topic in [*marks, ""]:
        rows = drawn[drawn["lead"] == topic]
        if len(rows):
            colour, symbol = marks.get(topic, OTHER_TOPIC)
            figure.add_trace(
                _marks(rows, label("topic", topic) if topic else "Other topics", colour, symbol)
            )
    chosen = drawn[drawn["statement_id"] == selected]
    if len(chosen):
        figure.add_trace(_ring(chosen))
    for place in range(len(lanes) + 1):
        figure.add_hline(y=place - 0.5, line={"color": BORDER, "width": 0.5})
    for place, (_, name) in enumerate(lanes):
        figure.add_annotation(
            text=escape_hover(name),
            x=0,
            y=place - 0.36,
            xref="paper",
            xanchor="left",
            showarrow=False,
            font={"size": 12, "color": TEXT},
        )
    figure.update_yaxes(visible=False, range=[len(lanes) - 0.45, -0.55], fixedrange=True)
    figure.update_xaxes(type="date", side="top", automargin=True, nticks=8)
    return calm(figure, height=LANE * len(lanes) + 110, hovermode="closest", dragmode="pan")


def _spread(drawn: pd.DataFrame, order: dict[str, int]) -> pd.Series:
    """Set marks of one lane and week beside each other, in the order of their ids."""
    week = drawn["said_on"].dt.to_period("W")
    turn = drawn.sort_values("statement_id").groupby([drawn["lane"], week]).cumcount()
    step = turn.map(lambda n: STEPS[n % len(STEPS)]).reindex(drawn.index)
    return drawn["lane"].map(order) + 0.08 + step * 0.13


def _lead_topic(drawn: pd.DataFrame, topics: list[str]) -> pd.Series:
    """Name the statement's first topic that has a mark of its own; '' for none."""
    marked = set(topics[: len(TOPIC_MARKS)])
    return drawn["topics"].map(
        lambda cell: next((topic for topic in cell.split(";") if topic in marked), "")
    )


def _marks(rows: pd.DataFrame, name: str, colour: str, symbol: str) -> go.Scatter:
    return go.Scatter(
        name=name,
        x=list(rows["said_on"].dt.strftime("%Y-%m-%d")),
        y=[float(y) for y in rows["y"]],
        mode="markers",
        customdata=list(rows["statement_id"]),
        marker={"color": colour, "symbol": symbol, "size": 10, "opacity": 0.9},
        hovertext=[_hover(row) for _, row in rows.iterrows()],
        hovertemplate="%{hovertext}<extra></extra>",
        unselected={"marker": {"opacity": 0.75}},
    )


def _hover(row: pd.Series) -> str:
    said = day(row["said_on"], row["said_on_precision"])
    words = escape_hover(shorten(row["text"], HOVER_LENGTH))
    return f"<b>{escape_hover(row['speaker'])}</b>, {said}<br>{words}"


def _ring(chosen: pd.DataFrame) -> go.Scatter:
    return go.Scatter(
        x=list(chosen["said_on"].dt.strftime("%Y-%m-%d")),
        y=[float(y) for y in chosen["y"]],
        mode="markers",
        marker={"color": SELECTED, "symbol": "circle-open", "size": 20, "line": {"width": 3}},
        hoverinfo="skip",
        showlegend=False,
    )
