"""How one source revised the same quantity for the same day."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures.claim_marks import demand_one_measure, shown_number
from components.figures.layout import annotate, calm, nothing_matches
from components.figures.palette import STAKE, TEXT
from components.figures.wording import claim_number, escape_hover, label, short_day, shorten

ROW = 58
"""Height of one revised quantity, pixels."""


def claim_drift(rows: pd.DataFrame) -> go.Figure:
    """Draw each version of a figure in its quantity's row, the first open, the last filled.

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
    quantities = list(dict.fromkeys(rows["quantity"]))
    for place, quantity in enumerate(quantities):
        versions = rows[rows["quantity"] == quantity]
        figure.add_trace(_versions(versions, place))
        first = versions.iloc[0]
        words = f"<b>{escape_hover(shorten(first['claimant'], 40))}</b> for the day "
        notes.append(
            {
                "text": f"{words}{short_day(first['covers_to'])}: {_path(versions)}",
                "x": 0,
                "y": place - 0.36,
                "xref": "paper",
                "yref": "y",
                "xanchor": "left",
                "showarrow": False,
                "font": {"color": TEXT},
            }
        )
    annotate(figure, notes)
    figure.update_yaxes(visible=False, range=[len(quantities) - 0.4, -0.7], fixedrange=True)
    figure.update_xaxes(
        title={"text": f"People {label('measure', rows['measure'].iloc[0])}", "font": {"size": 12}},
        rangemode="tozero",
        separatethousands=True,
        side="top",
        fixedrange=True,
        nticks=6,
    )
    return calm(figure, height=ROW * len(quantities) + 90, hovermode="closest", showlegend=False)


def _path(versions: pd.DataFrame) -> str:
    return ", then ".join(
        f"{claim_number(version)} ({short_day(version['said_on'])})"
        for _, version in versions.iterrows()
    )


def _versions(versions: pd.DataFrame, place: int) -> go.Scatter:
    colour, shape = STAKE[versions["stake"].iloc[0]]
    last = len(versions) - 1
    return go.Scatter(
        x=[int(v) for v in shown_number(versions)],
        y=[place] * len(versions),
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
