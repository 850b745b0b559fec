"""Who needs whom: each side's dependence on the other, back to back."""

import pandas as pd
import plotly.graph_objects as go

from components.figures.layout import calm, nothing_matches
from components.figures.palette import BORDER, SIDES, TEXT
from components.figures.sco_wording import hover_lines, value_words, words_for
from components.figures.wording import escape_hover

ROW = 58
"""Height of a measure, pixels: a line of words and a pair of bars."""


def dependence_bars(rows: pd.DataFrame, names: pd.Series, a: str, b: str) -> go.Figure:
    """Draw how much ``a`` depends on ``b`` to the left, and ``b`` on ``a`` to the right.

    Parameters
    ----------
    rows
        Rows of ``questions.trade.dependence``: a measure and side a row, per cent of the
        side's own total.
    names
        Names of states by code.
    a, b
        The left and the right side.
    """
    if rows.empty:
        return nothing_matches("No figure shows what either side needs of the other.")
    measures = list(dict.fromkeys(rows["measure"]))
    largest = max(10.0, float(rows["value"].max()))
    figure = go.Figure()
    for side, other, colour, sign in ((a, b, SIDES[0], -1), (b, a, SIDES[1], 1)):
        own = rows[rows["side"] == side].set_index("measure").loc[measures]
        having = own.dropna(subset=["value"])
        figure.add_trace(
            go.Bar(
                name=escape_hover(f"{names[side]} on {names[other]}"),
                orientation="h",
                y=list(having.index),
                x=[sign * float(f"{value:.4g}") for value in having["value"]],
                marker={"color": colour},
                width=0.34,
                text=[value_words(value, "pct") for value in having["value"]],
                textposition="outside",
                cliponaxis=False,
                textfont={"color": TEXT},
                hovertext=[
                    hover_lines(
                        f"{names[side]}: {value_words(row.value, 'pct')}",
                        words_for("measure", row.Index),
                        row.period,
                    )
                    for row in having.itertuples()
                ],
                hovertemplate="%{hovertext}<extra></extra>",
            )
        )
        # Without a bar on either side there is no legend: the words name the side themselves.
        who = f"{names[side]}: " if rows["value"].isna().all() else ""
        for measure, reason in own.loc[own["value"].isna(), "reason"].items():
            figure.add_annotation(
                text=f"<i>{escape_hover(f'{who}{reason}').replace('; ', ';<br>')}</i>",
                x=sign * largest * 0.03,
                y=measure,
                xanchor="left" if sign > 0 else "right",
                showarrow=False,
                font={"size": 12, "color": TEXT},
            )
    for place, measure in enumerate(measures):
        figure.add_shape(
            type="line",
            x0=0,
            x1=0,
            y0=place - 0.2,
            y1=place + 0.2,
            line={"color": BORDER, "width": 1},
        )
        periods = list(dict.fromkeys(p for p in rows[rows["measure"] == measure]["period"] if p))
        figure.add_annotation(
            text=f"{words_for('measure', measure)} <i>({'; '.join(periods)})</i>",
            x=0.5,
            xref="paper",
            y=place - 0.38,
            showarrow=False,
            font={"size": 12, "color": TEXT},
        )
    figure.update_xaxes(visible=False, range=[-largest * 1.3, largest * 1.3], fixedrange=True)
    figure.update_yaxes(
        type="category",
        categoryorder="array",
        categoryarray=measures,
        range=[len(measures) - 0.5, -0.6],
        visible=False,
        fixedrange=True,
    )
    return calm(figure, height=ROW * len(measures) + 60, barmode="overlay", hovermode="closest")
