"""Claims on one question, side by side: the picture of disagreement."""

import pandas as pd
import plotly.graph_objects as go

from components.figures.claim_lines import Places, claim_lines
from components.figures.claim_marks import (
    add_blanks,
    demand_one_measure,
    has_range,
    hover,
    reach,
    shown_number,
    symbol,
)
from components.figures.layout import annotate, arrange, calm, nothing_matches
from components.figures.palette import SELECTED, STAKE
from components.figures.powers_of_ten import ticks_of_powers
from components.figures.wording import (
    label,
)


def claim_ranges(
    rows: pd.DataFrame, hollow: pd.Series, *, logarithmic: bool = False, selected: str = ""
) -> go.Figure:
    """Show each claim as a mark from its lowest to its highest figure, on one axis.

    Claims by different parties stay apart: they are contested, so adding or averaging them
    would state something nobody claimed. One line a claimant within a counting basis; the
    latest standing figure is labelled, earlier ones are small. A claim that carries a word
    instead of a number stands at the left edge, under the word's own mark.

    Parameters
    ----------
    rows
        Rows of ``questions.claims.claims_on``, in its order; people, not thousands. All of
        one measure.
    hollow
        Aligned booleans: the figure is of another period or only part.
    logarithmic
        Draw the axis by powers of ten.
    selected
        ``claim_id`` to ring; blank for none.

    Raises
    ------
    ValueError
        If the rows mix measures: two measures never share an axis.
    """
    demand_one_measure(rows)
    if rows.empty:
        return nothing_matches("No claim answers this question.")
    lines = claim_lines(rows)
    places = lines.places
    figure = go.Figure()
    numbered = rows[rows["lowest"].notna()]
    for stake in STAKE:
        marks = numbered[numbered["stake"] == stake]
        if marks.empty:
            continue
        struck = marks["status"] != "stands"
        parts = marks.groupby([struck, marks["latest"], has_range(marks)])
        for (_, latest, ranged), part in parts:
            trace = _marks(part, hollow.loc[part.index], places, stake)
            if ranged:
                # Ranges of one claimant lie on one line: the newest stands out from the earlier.
                thickness, caps = (4, 6) if latest else (1, 3)
                bar = {"color": STAKE[stake][0], "thickness": thickness, "width": caps}
                trace.error_x = {**reach(part), **bar}
            figure.add_trace(trace)
        figure.add_trace(_legend_entry(stake))
    _add_blanks(figure, rows[rows["lowest"].isna()], places)
    chosen = numbered[numbered["claim_id"] == selected]
    if len(chosen):
        figure.add_trace(_ring(chosen, places))
    annotate(figure, lines.words)
    count = {
        "title": {
            "text": f"People {label('measure', rows['measure'].iloc[0])}",
            "font": {"size": 12},
        },
        "type": "log" if logarithmic else "linear",
        "rangemode": "normal" if logarithmic else "tozero",
        "separatethousands": True,
        "side": "top",
        "fixedrange": True,
        "nticks": 6,
        "automargin": True,
        **(ticks_of_powers([*numbered["lowest"], *numbered["highest"]]) if logarithmic else {}),
    }
    line = {"visible": False, "range": [lines.height, 0], "fixedrange": True}
    arrange(figure, xaxis=count, yaxis=line)
    legend = {"orientation": "h", "y": 0, "yanchor": "top", "x": 0, "title": {"text": ""}}
    return calm(figure, height=lines.height + 120, legend=legend, hovermode="closest")


def _marks(marks: pd.DataFrame, hollow: pd.Series, places: Places, stake: str) -> go.Scatter:
    colour, shape = STAKE[stake]
    keys = zip(marks["basis"], marks["claimant"], strict=True)
    return go.Scatter(
        legendgroup=stake,
        showlegend=False,
        x=[int(v) for v in shown_number(marks)],
        y=[float(places[key]) for key in keys],
        mode="markers",
        customdata=list(marks["claim_id"]),
        marker={
            "color": colour,
            "symbol": [
                symbol(shape, hollow=is_hollow, status=status)
                for is_hollow, status in zip(hollow, marks["status"], strict=True)
            ],
            "size": [13 if latest else 8 for latest in marks["latest"]],
            "opacity": [1 if latest else 0.55 for latest in marks["latest"]],
            "line": {"color": colour, "width": 1.5},
        },
        hovertext=[hover(claim) for claim in marks.to_dict("records")],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 0.55}},
    )


def _legend_entry(stake: str) -> go.Scatter:
    """Give the legend the stake's plain mark, whatever marks it has on this picture."""
    colour, shape = STAKE[stake]
    return go.Scatter(
        name=label("stake", stake),
        legendgroup=stake,
        x=[None],
        y=[None],
        mode="markers",
        marker={"color": colour, "symbol": shape, "size": 11},
    )


def _ring(chosen: pd.DataFrame, places: Places) -> go.Scatter:
    claim = chosen.iloc[0]
    return go.Scatter(
        x=[int(shown_number(chosen).iloc[0])],
        y=[float(places[(claim["basis"], claim["claimant"])])],
        mode="markers",
        marker={"color": SELECTED, "symbol": "circle-open", "size": 22, "line": {"width": 3}},
        hoverinfo="skip",
        showlegend=False,
    )


def _add_blanks(figure: go.Figure, blanks: pd.DataFrame, places: Places) -> None:
    """Set claims without a number beside each other at the left edge of their lines."""
    keys = zip(blanks["basis"], blanks["claimant"], strict=True)
    lines = blanks["basis"] + blanks["claimant"]
    x = [0.012 + 0.022 * turn for turn in lines.groupby(lines).cumcount()]
    add_blanks(figure, blanks, x, [float(places[key]) for key in keys], xaxis="x2")
    beside = {"overlaying": "x", "range": [0, 1], "visible": False, "fixedrange": True}
    arrange(figure, xaxis2=beside)


def legend_note() -> str:
    """Say how to read the marks."""
    return (
        "Filled: totals to about the same day, which are compared. Hollow: another period, an "
        "older total of the same state, or only part. Small and thin: an earlier figure of the "
        "same claimant. Struck: no longer stands. A line runs from the lowest to the highest "
        "number the claimant gave; the mark stands at the one put forward, or at the lowest. To: "
        "the last day counted or, where none is named, the day it was said."
    )
