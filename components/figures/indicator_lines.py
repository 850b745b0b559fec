"""One indicator of several states over the years, a line a state."""

import math
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures.layout import annotate, calm, nothing_matches
from components.figures.palette import COUNTRY_MARKS, OTHER_COUNTRY, TEXT
from components.figures.powers_of_ten import ticks_of_powers
from components.figures.sco_wording import unit_words, value_words
from components.figures.wording import escape_hover, shorten
from data.questions.indicators import Series

APART = 0.048
"""Least distance between two names at the ends of lines, as a share of the height."""
HEIGHT = 440
PLOT = 380
"""Height of the figure, and about that of its plot, pixels."""


def indicator_lines(
    series: Series, codes: list[str], names: pd.Series, *, logarithmic: bool, base: int | None
) -> go.Figure:
    """Draw a line a state over the years, named at its end; a missing year breaks the line.

    A line joins only neighbouring years of one source: a value of another edition, or after a
    gap, stands alone, so that nothing is spliced silently.

    Parameters
    ----------
    series
        One indicator in one unit and price base, as ``questions.indicators.in_mode`` gives it.
    codes
        States to draw, in order.
    names
        Names of states by code.
    logarithmic
        Draw the axis by powers of ten.
    base
        Year in which an index is 100.
    """
    rows = series.rows[series.rows["country"].isin(codes)].dropna(subset=["value"])
    if rows.empty:
        return nothing_matches("No value of this indicator for these states was known.")
    figure = go.Figure()
    ends = []
    for code in codes:
        of_state = rows[rows["country"] == code].sort_values("year")
        if of_state.empty:
            continue
        mark = COUNTRY_MARKS.get(code, OTHER_COUNTRY)
        figure.add_trace(_line(of_state, series.unit, str(names[code]), mark))
        last = of_state.iloc[-1]
        ends.append((float(last["value"]), int(last["year"]), str(names[code]), mark[0]))
    figure.update_yaxes(
        title={"text": unit_words(series.unit, series.price_base, base)},
        type="log" if logarithmic else "linear",
        fixedrange=True,
        automargin=True,
        nticks=6,
        **(ticks_of_powers(rows["value"]) if logarithmic else {}),
    )
    _name_ends(figure, ends, rows, logarithmic)
    step = 1 if len(set(rows["year"])) < 7 else 5
    first, last_year = int(rows["year"].min()), int(rows["year"].max())
    figure.update_xaxes(
        range=[first - 0.5, last_year + 0.3],
        tickformat="d",
        tickvals=[year for year in range(first, last_year + 1) if year % step == 0],
        fixedrange=True,
    )
    margin = {"l": 8, "r": 110, "t": 8, "b": 8}
    return calm(figure, height=HEIGHT, showlegend=False, hovermode="closest", margin=margin)


def _line(rows: pd.DataFrame, unit: str, name: str, mark: tuple[str, str]) -> go.Scatter:
    colour, symbol = mark
    x: list[int | None] = []
    y: list[float | None] = []
    hovers: list[str] = []
    before = None
    for row in rows.itertuples():
        joined = before is not None and _joined(before, row)
        if before is not None and not joined:
            x.append(None)
            y.append(None)
            hovers.append("")
        x.append(int(row.year))
        y.append(float(f"{row.value:.6g}"))
        hovers.append(_hover(row, unit))
        before = row
    return go.Scatter(
        name=escape_hover(name),
        x=x,
        y=y,
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": 2},
        marker={"size": 7 if len(rows) > 6 else 9, "color": colour, "symbol": symbol},
        hovertext=hovers,
        hovertemplate="<b>%{fullData.name}, %{x}</b>: %{hovertext}<extra></extra>",
        unselected={"marker": {"opacity": 1}},
    )


def _joined(before: object, row: object) -> bool:
    """Join two values only where they follow each other; a rounded later edition stands apart."""
    follows = int(row.year) == int(before.year) + 1  # type: ignore[attr-defined]
    return follows and not (row.apart or before.apart)  # type: ignore[attr-defined]


def _hover(row: object, unit: str) -> str:
    value = value_words(row.value, unit)  # type: ignore[attr-defined]
    basis = ", estimate" if row.basis == "estimate" else ""  # type: ignore[attr-defined]
    borrowed = f", {row.borrowed}" if row.borrowed else ""  # type: ignore[attr-defined]
    return escape_hover(f"{value}{basis}{borrowed}")


def _name_ends(
    figure: go.Figure,
    ends: list[tuple[float, int, str, str]],
    rows: pd.DataFrame,
    logarithmic: bool,
) -> None:
    """Write each state's name at the end of its line, moved apart where lines end close."""

    def scaled(value: float) -> float:
        return math.log10(value) if logarithmic else value

    having = [value for value in rows["value"] if value > 0 or not logarithmic]
    low = scaled(min(having)) if logarithmic else min(0.0, *having)
    span = (scaled(max(having)) - low) or 1.0
    bottom, top = low - 0.03 * span, low + 1.06 * span
    right = int(rows["year"].max())
    floor = -math.inf
    notes: list[dict[str, Any]] = []
    for value, year, name, colour in sorted(ends):
        if logarithmic and value <= 0:
            continue
        at = max(scaled(value), floor)
        floor = at + APART * span
        notes.append(
            {
                "text": f'<span style="color:{colour}">●</span> {escape_hover(shorten(name, 14))}',
                "x": year,
                "y": scaled(value),
                "ax": 26 if year == right else 14,
                "ay": (scaled(value) - at) / (top - bottom) * PLOT,
                "xanchor": "left",
                "arrowhead": 0,
                "arrowwidth": 0.8,
                "arrowcolor": colour,
                "font": {"size": 12, "color": TEXT},
            }
        )
    annotate(figure, notes)
    figure.update_yaxes(range=[bottom, top])
