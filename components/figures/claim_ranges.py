"""Claims on one question, side by side: the picture of disagreement."""

import pandas as pd
import plotly.graph_objects as go

from components.figures.claim_marks import (
    add_blanks,
    demand_one_measure,
    has_range,
    hover,
    reach,
    shown_number,
    symbol,
)
from components.figures.layout import calm, nothing_matches
from components.figures.palette import SELECTED, STAKE, TEXT
from components.figures.wording import (
    claim_number,
    escape_hover,
    label,
    short_day,
    shorten,
)

ROW = 46
"""Height of one claimant's row, pixels: two lines of label and a mark."""
LONGEST = 55
"""Letters of a claimant's line that a telephone has room for; a longer one is cut in two."""
SECOND_LINE = 16
"""Height of a second line of label, pixels."""
HEADING = 38
"""Height of a heading of a counting basis, pixels."""


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
    labels = _labels(rows)
    places, height = _places(rows, labels)
    figure = go.Figure()
    numbered = rows[rows["lowest"].notna()]
    for stake in STAKE:
        marks = numbered[numbered["stake"] == stake]
        struck = marks["status"] != "stands"
        for (_, ranged), part in marks.groupby([struck, has_range(marks)]):
            trace = _marks(part, hollow.loc[part.index], places, stake)
            if ranged:
                bar = {"color": STAKE[stake][0], "thickness": 2.5, "width": 5}
                trace.update(error_x={**reach(part), **bar}, showlegend=False)
            figure.add_trace(trace)
        if len(marks):
            figure.add_trace(_legend_entry(stake))
    _add_blanks(figure, rows[rows["lowest"].isna()], places)
    chosen = numbered[numbered["claim_id"] == selected]
    if len(chosen):
        figure.add_trace(_ring(chosen, places))
    for basis, claimant, y in places.itertuples(index=False):
        if not claimant:
            _write(figure, y, f"<b>{label('basis', basis)}</b>: {label('basis_note', basis)}")
            continue
        words = labels[(basis, claimant)]
        _write(figure, y - 17 - words.count("<br>") * SECOND_LINE / 2, words)
    figure.update_yaxes(visible=False, range=[height, 0], fixedrange=True)
    figure.update_xaxes(
        title={"text": f"People {label('measure', rows['measure'].iloc[0])}", "font": {"size": 12}},
        type="log" if logarithmic else "linear",
        rangemode="normal" if logarithmic else "tozero",
        separatethousands=True,
        side="top",
        fixedrange=True,
        nticks=6,
        automargin=True,
    )
    legend = {"orientation": "h", "y": 0, "yanchor": "top", "x": 0, "title": {"text": ""}}
    return calm(figure, height=height + 120, legend=legend, hovermode="closest")


def _labels(rows: pd.DataFrame) -> dict[tuple[str, str], str]:
    """Name each claimant within a basis, with the newest compared figure and its day."""
    labels = {}
    for (basis, claimant), of_row in rows.groupby(["basis", "claimant"], sort=False):
        spoken = of_row[of_row["latest"]]
        last = (spoken if len(spoken) else of_row).iloc[-1]
        who, number = shorten(claimant, 44), claim_number(last)
        day = f"to {short_day(last['holds_on'])}"
        joint = "<br>" if len(f"{who}: {number} {day}") > LONGEST else " "
        labels[(basis, claimant)] = f"{escape_hover(who)}:{joint}<b>{number}</b>  <i>{day}</i>"
    return labels


def _places(drawn: pd.DataFrame, labels: dict[tuple[str, str], str]) -> tuple[pd.DataFrame, int]:
    """Place a heading for each basis and a line for each claimant in it: ``basis, claimant, y``."""
    lines: list[tuple[str, str, float]] = []
    y = 0
    for basis, of_basis in drawn.groupby("basis", sort=False):
        lines.append((str(basis), "", y + 14))
        y += HEADING
        for claimant in of_basis["claimant"].unique():
            more = labels[(str(basis), claimant)].count("<br>") * SECOND_LINE
            lines.append((str(basis), claimant, y + 30 + more))
            y += ROW + more
        y += 6
    return pd.DataFrame(lines, columns=["basis", "claimant", "y"]), y


def _write(figure: go.Figure, y: float, text: str) -> None:
    figure.add_annotation(
        text=text,
        x=0,
        y=y,
        xref="paper",
        yref="y",
        xanchor="left",
        showarrow=False,
        align="left",
        font={"color": TEXT},
    )


def _marks(marks: pd.DataFrame, hollow: pd.Series, places: pd.DataFrame, stake: str) -> go.Scatter:
    colour, shape = STAKE[stake]
    spots = places.set_index(["basis", "claimant"])["y"]
    keys = zip(marks["basis"], marks["claimant"], strict=True)
    return go.Scatter(
        legendgroup=stake,
        showlegend=False,
        x=[int(v) for v in shown_number(marks)],
        y=[float(spots[key]) for key in keys],
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
        hovertext=[hover(claim) for _, claim in marks.iterrows()],
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


def _ring(chosen: pd.DataFrame, places: pd.DataFrame) -> go.Scatter:
    spots = places.set_index(["basis", "claimant"])["y"]
    claim = chosen.iloc[0]
    return go.Scatter(
        x=[int(shown_number(chosen).iloc[0])],
        y=[float(spots[(claim["basis"], claim["claimant"])])],
        mode="markers",
        marker={"color": SELECTED, "symbol": "circle-open", "size": 22, "line": {"width": 3}},
        hoverinfo="skip",
        showlegend=False,
    )


def _add_blanks(figure: go.Figure, blanks: pd.DataFrame, places: pd.DataFrame) -> None:
    """Set claims without a number beside each other at the left edge of their lines."""
    spots = places.set_index(["basis", "claimant"])["y"]
    keys = zip(blanks["basis"], blanks["claimant"], strict=True)
    lines = blanks["basis"] + blanks["claimant"]
    x = [0.012 + 0.022 * turn for turn in lines.groupby(lines).cumcount()]
    add_blanks(figure, blanks, x, [float(spots[key]) for key in keys], xaxis="x2")
    beside = {"overlaying": "x", "range": [0, 1], "visible": False, "fixedrange": True}
    figure.update_layout(xaxis2=beside)


def legend_note() -> str:
    """Say how to read the marks."""
    return (
        "Filled: totals to about the same day, which are compared. Hollow: another period, an "
        "older total of the same state, or only part. Small: an earlier figure of the same "
        "claimant. Struck: no longer stands. A line runs from the lowest to the highest number the "
        "claimant gave; the mark stands at the one put forward, or at the lowest. To: the last day "
        "counted or, where none is named, the day it was said."
    )
