"""How each state voted on each resolution, and how often any two voted alike."""

import pandas as pd
import plotly.graph_objects as go

from components.figures.layout import calm, nothing_matches
from components.figures.palette import AGREEMENT, BORDER, SELECTED, TEXT, VOTE_MARKS
from components.figures.sco_wording import hover_lines, short_symbol, words_for
from components.figures.wording import escape_hover

ROW = 26
"""Height of a resolution's row, pixels."""


def vote_matrix(
    matrix: pd.DataFrame,
    resolutions: pd.DataFrame,
    names: pd.Series,
    statuses: dict[tuple[str, str], str],
    selected: str = "",
) -> go.Figure:
    """Draw a mark for every vote: in favour, against, abstained and not voting differ in shape.

    Parameters
    ----------
    matrix
        Rows of ``questions.votes.vote_matrix``: a resolution a row, a state a column. A blank
        has no mark: no source names that vote.
    resolutions
        ``resolutions.csv``.
    names
        Names of states by code.
    statuses
        What a state was to the SCO on the day of a vote, in words, by resolution and code.
    selected
        Resolution to frame; blank for none.
    """
    if matrix.empty:
        return nothing_matches("No vote was known on this day.")
    facts = resolutions.set_index("resolution")
    figure = go.Figure()
    # Numbered axes: codes repeated at every mark would double what each change sends.
    lines = {resolution: number for number, resolution in enumerate(matrix.index)}
    columns = {code: number for number, code in enumerate(matrix.columns)}
    rows = [
        (resolution, code, str(matrix.loc[resolution, code]))
        for resolution in matrix.index
        for code in matrix.columns
    ]
    for vote, (colour, symbol) in VOTE_MARKS.items():
        marks = [(resolution, code) for resolution, code, cast in rows if cast == vote]
        word = words_for("vote", vote).lower()
        figure.add_trace(
            go.Scatter(
                name=words_for("vote", vote),
                # A kind that nobody chose keeps its place in the legend.
                x=[columns[code] for _, code in marks] if marks else [None],
                y=[lines[resolution] for resolution, _ in marks] if marks else [None],
                customdata=[resolution for resolution, _ in marks],
                mode="markers",
                marker={
                    "color": colour,
                    "symbol": symbol,
                    "size": 11,
                    "line": {"width": 2.5, "color": colour},
                },
                hovertext=[
                    f"{escape_hover(names[code])} ({_short(statuses.get((resolution, code), ''))})"
                    for resolution, code in marks
                ],
                hovertemplate=f"%{{hovertext}}: {word}<br>%{{customdata}}<extra></extra>",
                unselected={"marker": {"opacity": 1}},
            )
        )
    if selected in matrix.index:
        place = lines[selected]
        figure.add_hrect(
            y0=place - 0.5, y1=place + 0.5, line={"color": SELECTED, "width": 2}, fillcolor=None
        )
    figure.update_xaxes(
        side="top",
        tickvals=list(columns.values()),
        ticktext=list(matrix.columns),
        range=[-0.5, len(matrix.columns) - 0.5],
        fixedrange=True,
        tickangle=0,
        # Ten codes side by side on a telephone.
        tickfont={"size": 12},
    )
    figure.update_yaxes(
        range=[len(matrix) - 0.5, -0.5],
        tickvals=list(lines.values()),
        ticktext=[
            f"{escape_hover(short_symbol(name))} · {facts['adopted_on'][name]:%b %Y}"
            for name in matrix.index
        ],
        fixedrange=True,
        automargin=True,
        tickfont={"size": 12},
    )
    legend = {"orientation": "h", "y": 0, "yanchor": "top", "x": 0, "title": {"text": ""}}
    return calm(figure, height=ROW * len(matrix) + 100, legend=legend, hovermode="closest")


def _short(status: str) -> str:
    return status.lower() if status else "no status then"


def agreement_matrix(pairs: pd.DataFrame, codes: list[str], names: pd.Series) -> go.Figure:
    """Draw for every pair of states the share of compared votes that were alike.

    Parameters
    ----------
    pairs
        Rows of ``questions.votes.agreement``: ``a, b, alike, compared``.
    codes
        States in order; the lower triangle is drawn.
    names
        Names of states by code.
    """
    if pairs.empty or not pairs["compared"].any():
        return nothing_matches("No two states have votes to compare.")
    place = {code: number for number, code in enumerate(codes)}
    known = pairs[pairs["compared"] > 0]
    share = 100 * known["alike"] / known["compared"]
    # Squares, not a heat map: Plotly lets a reader choose marks, but not the cells of one.
    figure = go.Figure(
        go.Scatter(
            x=list(known["a"]),
            y=list(known["b"]),
            customdata=[f"{a}-{b}" for a, b in zip(known["a"], known["b"], strict=True)],
            mode="markers+text",
            text=[f"{value:.0f}" for value in share],
            textfont={"size": 12, "color": TEXT},
            marker={
                "symbol": "square",
                "size": 32,
                "color": [round(float(value)) for value in share],
                "cmin": 0,
                "cmax": 100,
                "colorscale": [[0, AGREEMENT[0]], [1, AGREEMENT[1]]],
                "line": {"color": BORDER, "width": 0.5},
            },
            hovertext=[
                hover_lines(
                    f"{names[row.a]} and {names[row.b]}",
                    f"alike on {row.alike} of {row.compared} resolutions on which both voted",
                )
                for row in known.itertuples()
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            unselected={"marker": {"opacity": 1}},
        )
    )
    axis = {"type": "category", "categoryorder": "array", "categoryarray": codes}
    figure.update_xaxes(**axis, side="bottom", fixedrange=True, tickangle=0, showgrid=False)
    figure.update_yaxes(
        **axis, range=[len(codes) - 0.5, 0.5], fixedrange=True, showgrid=False, automargin=True
    )
    figure.update_xaxes(range=[-0.5, max(place.values()) - 0.5])
    return calm(figure, height=36 * len(codes) + 30)
