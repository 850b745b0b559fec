"""One indicator of several states in a single year, a bar a state."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures.layout import annotate, calm, nothing_matches
from components.figures.palette import ACCENT, TEXT
from components.figures.powers_of_ten import ticks_of_powers
from components.figures.sco_wording import hover_lines, unit_words, value_words, words_for
from components.figures.wording import plural
from data.questions.indicators import Series


def indicator_bars(
    series: Series, year: int, codes: list[str], names: pd.Series, *, logarithmic: bool
) -> go.Figure:
    """Draw a bar a state for one year, largest first; a state without a value says why.

    A range is drawn from its lower to its upper end.
    """
    of_year = series.rows[series.rows["year"] == year].set_index("country").reindex(codes)
    having = of_year.dropna(subset=["value"]).sort_values("value", ascending=False)
    lacking = of_year[of_year["value"].isna()]
    if having.empty:
        return nothing_matches("No value of this indicator for these states was known.")
    order = [*having.index, *lacking.index]
    lows = having["low"].fillna(having["value"])
    figure = go.Figure(
        go.Bar(
            orientation="h",
            y=[str(names[code]) for code in having.index],
            x=[float(f"{value:.6g}") for value in having["value"]],
            customdata=list(having.index),
            marker={"color": ACCENT},
            error_x={
                "type": "data",
                "symmetric": False,
                "array": [0] * len(having),
                "arrayminus": [
                    float(high - low) for high, low in zip(having["value"], lows, strict=True)
                ],
                "color": TEXT,
                "thickness": 1.5,
                "visible": bool((lows != having["value"]).any()),
            },
            text=[_number(row, series.unit) for row in having.itertuples()],
            textposition="outside",
            cliponaxis=False,
            hovertext=_hovers(having, names, year, series.unit),
            hovertemplate="%{hovertext}<extra></extra>",
            unselected={"marker": {"opacity": 1}},
        )
    )
    notes: list[dict[str, Any]] = []
    for code in lacking.index:
        reason = lacking["reason"].fillna("")[code]
        notes.append(
            {
                "text": f"<i>{words_for('reason', reason)}</i>",
                "x": 0,
                "xref": "paper",
                "xanchor": "left",
                "y": str(names[code]),
                "showarrow": False,
                "font": {"size": 12, "color": TEXT},
            }
        )
    annotate(figure, notes)
    largest = float(having["value"].max())
    figure.update_xaxes(
        title={"text": f"{unit_words(series.unit, series.price_base)}, {year}"},
        type="log" if logarithmic else "linear",
        range=None if logarithmic else [0, largest * 1.25],
        fixedrange=True,
        nticks=6,
        **(ticks_of_powers(having["value"]) if logarithmic else {}),
    )
    figure.update_yaxes(
        type="category",
        categoryorder="array",
        categoryarray=[str(names[code]) for code in order],
        range=[len(order) - 0.5, -0.5],
        fixedrange=True,
        automargin=True,
    )
    return calm(figure, height=30 * len(order) + 70, showlegend=False, bargap=0.35)


def _number(row: object, unit: str) -> str:
    value, low = row.value, row.low  # type: ignore[attr-defined]
    if pd.notna(low) and low != value:
        return f"{value_words(low, unit)}–{value_words(value, unit)}"
    return value_words(value, unit)


def _hovers(having: pd.DataFrame, names: pd.Series, year: int, unit: str) -> list[str]:
    return [
        hover_lines(
            f"{names[row.Index]}, {year}: {_number(row, unit)}",
            "estimate" if row.basis == "estimate" else "",
            row.borrowed,
        )
        for row in having.itertuples()
    ]


def missing_words(rows: pd.DataFrame, codes: list[str], names: pd.Series, year: int) -> str:
    """Say which of ``codes`` have no value in ``year``, and why; blank where all have one."""
    of_year = rows[rows["year"] == year].set_index("country").reindex(codes)
    lacking = of_year[of_year["value"].isna()]
    if lacking.empty:
        return ""
    reasons = [
        f"{names[code]} ({words_for('reason', reason)})"
        for code, reason in lacking["reason"].fillna("").items()
    ]
    return f"Without a value in {year}: {plural(len(reasons), 'state')}: {', '.join(reasons)}."
