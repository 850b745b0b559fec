"""Counts of several kinds, a stacked bar a subject, its name above it: room for long names."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures.layout import annotate, calm, nothing_matches
from components.figures.palette import TEXT, words_on
from components.figures.wording import escape_hover

ROW = 46
ROOM = 0.06
"""Share of the longest bar from which a part has room for its number on a telephone; a smaller one
leaves it to the line above and to the hover."""


def counted_bars(counts: pd.DataFrame, colours: dict[str, str], nothing: str) -> go.Figure:
    """Show how many of each kind each subject has.

    Parameters
    ----------
    counts
        A subject a row, in the order to draw, a kind a column; whole numbers. Kinds of which
        there are none are left out.
    colours
        Colour of each kind.
    nothing
        What to say where nothing is counted.
    """
    held = counts[[kind for kind in counts.columns if counts[kind].any()]]
    if held.empty or not len(held.columns):
        return nothing_matches(nothing)
    subjects = [str(name) for name in held.index]
    least = max(1.0, ROOM * float(held.sum(axis=1).max()))
    figure = go.Figure()
    for kind in held.columns:
        values = [int(n) for n in held[kind]]
        figure.add_bar(
            name=str(kind),
            orientation="h",
            x=values,
            y=subjects,
            width=0.42,
            marker={"color": colours[str(kind)]},
            text=[str(n) if n >= least else "" for n in values],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": words_on(colours[str(kind)])},
            hovertext=[
                f"{escape_hover(subject)}: {n} {escape_hover(str(kind).lower())}"
                for subject, n in zip(subjects, values, strict=True)
            ],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    notes: list[dict[str, Any]] = []
    for place, (subject, total) in enumerate(zip(subjects, held.sum(axis=1), strict=True)):
        notes.append(
            {
                "text": f"{escape_hover(subject)}: <b>{int(total)}</b>",
                "x": 0,
                "xref": "paper",
                "xanchor": "left",
                "y": place - 0.4,
                "showarrow": False,
                "font": {"color": TEXT, "size": 13},
            }
        )
    annotate(figure, notes)
    figure.update_xaxes(visible=False, fixedrange=True)
    figure.update_yaxes(
        visible=False, fixedrange=True, type="category", range=[len(subjects) - 0.5, -0.7]
    )
    # Left to right as the parts of a bar stand.
    legend = {"orientation": "h", "y": 0, "yanchor": "top", "x": 0, "traceorder": "normal"}
    return calm(
        figure,
        height=ROW * len(subjects) + 60,
        barmode="stack",
        showlegend=len(held.columns) > 1,
        legend=legend,
        hovermode="closest",
    )
