"""How one source revised the same quantity for the same day."""

from textwrap import wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures.claim_marks import demand_one_measure, shown_number
from components.figures.layout import annotate, calm, nothing_matches
from components.figures.palette import STAKE, TEXT
from components.figures.wording import claim_number, escape_hover, label, short_day, shorten

LINE = 17
"""Height of a line of words, pixels."""
LETTERS = 52
"""Letters of a line that a phone has room for."""
MARKS = 34
"""Height of a quantity's marks under its words, pixels."""


def claim_drift(rows: pd.DataFrame) -> go.Figure:
    """Draw each version of a figure under its quantity's words, the first open, the last filled.

    Parameters
    ----------
    rows
        Rows of ``questions.claims.drift``, in its order; people. All of one measure.

    Raises
    ------
    ValueError
        If the rows mix measures.
    """
    demand_one_measure(rows)
    if rows.empty:
        return nothing_matches("No source has revised a figure on this question.")
    figure = go.Figure()
    notes: list[dict[str, Any]] = []
    height = 0
    for quantity in dict.fromkeys(rows["quantity"]):
        versions = rows[rows["quantity"] == quantity]
        words = _words(versions)
        notes.append(
            {
                "text": "<br>".join(words),
                "x": 0,
                "y": height + LINE * len(words) / 2,
                "xref": "paper",
                "yref": "y",
                "xanchor": "left",
                "align": "left",
                "showarrow": False,
                "font": {"color": TEXT},
            }
        )
        height += LINE * len(words) + MARKS
        figure.add_trace(_versions(versions, height - MARKS // 2))
    annotate(figure, notes)
    figure.update_yaxes(visible=False, range=[height, 0], fixedrange=True)
    figure.update_xaxes(
        title={"text": f"People {label('measure', rows['measure'].iloc[0])}", "font": {"size": 12}},
        rangemode="tozero",
        separatethousands=True,
        side="top",
        fixedrange=True,
        nticks=6,
    )
    return calm(figure, height=height + 70, hovermode="closest", showlegend=False)


def _words(versions: pd.DataFrame) -> list[str]:
    """Say who revised what for which day, in lines."""
    first = versions.iloc[0]
    path = ", then ".join(
        f"{claim_number(version)} ({short_day(version['said_on'])})"
        for _, version in versions.iterrows()
    )
    who = f"<b>{escape_hover(shorten(first['claimant'], 30))}</b>"
    return [f"{who} for the day {short_day(first['covers_to'])}:", *wrap(path, LETTERS)]


def _versions(versions: pd.DataFrame, y: int) -> go.Scatter:
    colour, shape = STAKE[versions["stake"].iloc[0]]
    last = len(versions) - 1
    return go.Scatter(
        x=[int(v) for v in shown_number(versions)],
        y=[y] * len(versions),
        mode="lines+markers",
        customdata=list(versions["claim_id"]),
        line={"color": colour, "width": 2},
        marker={
            "color": colour,
            "size": 11,
            "symbol": [shape if n == last else f"{shape}-open" for n in range(len(versions))],
        },
        hovertext=[
            f"{claim_number(version)}<br>said on {short_day(version['said_on'])}"
            for _, version in versions.iterrows()
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )
