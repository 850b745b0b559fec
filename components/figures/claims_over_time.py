"""Claims over time: who said which number for, or on, which day."""

import math
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures.claim_marks import (
    add_blanks,
    demand_one_measure,
    hover,
    reach,
    shown_number,
    symbol,
)
from components.figures.layout import annotate, arrange, calm, nothing_matches
from components.figures.line_names import FreeNames, Mark
from components.figures.palette import BASIS_DASH, QUIET, STAKE, TEXT
from components.figures.powers_of_ten import ticks_of_powers
from components.figures.wording import escape_hover, label, short_day, shorten

HEIGHT = 520
NAMED_LINES = 9
"""Lines that carry the claimant's name; the rest have it in the hover box."""
LEAST_NAMED = 2
"""Marks that a line has at least which carries a name."""
TRIED = 6
"""Marks of a line, from its end on, beside which its name may stand."""
ROOM = 0.05
"""Blank that Plotly leaves beyond the outermost numbers of an axis, as a share of it."""
NAME_OF_A_DAY, NAME_ON_A_PHONE = 0.05, 0.17
"""Width that the name of a day takes on a page and on a phone, as a share of the axis."""
LINE = 14
"""Height of a name, pixels."""


def claims_over_time(
    rows: pd.DataFrame, method_changes: pd.DataFrame, *, logarithmic: bool = False
) -> go.Figure:
    """Draw each claim at its day, the figures of one series connected.

    Stake is told by symbol and colour, counting basis by the dash of the line: a floor is
    solid, a model dashed, a statement dotted. A figure that no longer stands is struck and
    not connected. A claim that carries a word instead of a number stands at its day on the
    lower edge, under the word's own mark.

    Parameters
    ----------
    rows
        Rows of ``questions.claims.over_time``; people. All of one measure.
    method_changes
        Rows of ``method_changes.csv`` for the series drawn, by day: a step then is paperwork.

    Raises
    ------
    ValueError
        If the rows mix measures: two measures never share an axis.
    """
    demand_one_measure(rows)
    if rows.empty:
        return nothing_matches("No claim answers this question.")
    drawn = rows[rows["lowest"].notna()]
    figure = go.Figure()
    for _, line in drawn.groupby("line", sort=False):
        _connect(figure, line[line["status"] == "stands"])
    for stake in STAKE:
        marks = drawn[drawn["stake"] == stake]
        if len(marks):
            figure.add_trace(_marks(marks, stake))
    blanks = rows[rows["lowest"].isna()]
    add_blanks(figure, blanks, _dates(blanks["on"]), [0.02] * len(blanks), yaxis="y2")
    beside = {"overlaying": "y", "range": [0, 1], "visible": False, "fixedrange": True}
    first, last = rows["on"].min(), rows["on"].max()
    _mark_changes(figure, method_changes["changed_on"], last - first)
    margin = max((last - first) * 0.03, pd.Timedelta(days=3))
    ends = [f"{first - margin:%Y-%m-%d}", f"{last + margin:%Y-%m-%d}"]
    if len(drawn):
        _name_lines(figure, drawn, ends, logarithmic=logarithmic)
    count = {
        "title": {"text": f"People {label('measure', rows['measure'].iloc[0])}"},
        "type": "log" if logarithmic else "linear",
        "rangemode": "normal" if logarithmic else "tozero",
        "separatethousands": True,
        "automargin": True,
        **(ticks_of_powers([*drawn["lowest"], *drawn["highest"]]) if logarithmic else {}),
    }
    days = {"type": "date", "range": ends, "nticks": 8, "automargin": True}
    arrange(figure, xaxis=days, yaxis=count, yaxis2=beside)
    legend = {"orientation": "h", "y": -0.12, "yanchor": "top", "x": 0, "title": {"text": ""}}
    margin = {"l": 8, "r": 12, "t": 28 + LINE, "b": 8}
    return calm(
        figure, height=HEIGHT, legend=legend, margin=margin, hovermode="closest", dragmode="pan"
    )


def lines_key() -> list[tuple[str, str]]:
    """List what the dash of a line tells, with the dash: on a slide nothing else says it."""
    return [
        ("Count, a floor", BASIS_DASH["named_list"]),
        ("Model", BASIS_DASH["statistical_model"]),
        ("Statement", BASIS_DASH["official_statement"]),
    ]


def time_note(clock: str, method_changes: pd.DataFrame) -> str:
    """Say how to read the marks, by which clock they stand, and where a method changed."""
    by = "the day a figure was said" if clock == "said" else "the last day a figure covers"
    note = (
        f"Each mark stands at {by}. Solid lines join counts that are floors, dashed ones models, "
        "dotted ones statements and estimates by officials. Hollow: only part. Struck: no longer "
        "stands. Differences between totals are not deaths in the interval."
    )
    changes = [
        f"M{number} ({short_day(change.changed_on)}): {shorten(change.what.rstrip('.'), 400)}."
        for number, change in enumerate(method_changes.itertuples(), 1)
    ]
    return " ".join([note, *(["A change of method, not of deaths:"] if changes else []), *changes])


def _dates(days: pd.Series) -> list[str]:
    return list(days.dt.strftime("%Y-%m-%d"))


def _connect(figure: go.Figure, line: pd.DataFrame) -> None:
    if len(line) < 2:
        return
    figure.add_trace(
        go.Scatter(
            x=_dates(line["on"]),
            y=[int(v) for v in shown_number(line)],
            mode="lines",
            line={
                "color": STAKE[line["stake"].iloc[0]][0],
                "width": 1.5,
                "dash": BASIS_DASH[line["basis"].iloc[0]],
            },
            hoverinfo="skip",
            showlegend=False,
        )
    )


def _marks(marks: pd.DataFrame, stake: str) -> go.Scatter:
    colour, shape = STAKE[stake]
    return go.Scatter(
        name=label("stake", stake),
        x=_dates(marks["on"]),
        y=[int(v) for v in shown_number(marks)],
        mode="markers",
        customdata=list(marks["claim_id"]),
        marker={
            "color": colour,
            "symbol": [
                symbol(shape, hollow=scope != "cumulative", status=status)
                for scope, status in zip(marks["scope"], marks["status"], strict=True)
            ],
            "size": 8,
            "line": {"width": 1.5},
        },
        error_y={**reach(marks), "color": colour, "thickness": 1, "width": 0},
        hovertext=[hover(claim) for claim in marks.to_dict("records")],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 0.6}},
    )


def _name_lines(
    figure: go.Figure, drawn: pd.DataFrame, ends: list[str], *, logarithmic: bool
) -> None:
    """Write the claimant beside the longest lines, where a name covers no mark and no other."""
    first, last = (pd.Timestamp(end) for end in ends)
    numbers = shown_number(drawn)
    top = float(drawn["highest"].max())
    low = float(numbers[numbers > 0].min()) if logarithmic and (numbers > 0).any() else 0.0

    def share(value: float) -> float:
        if logarithmic:
            span = math.log10(top / low) if low and top > low else 1.0
            value, low_end = math.log10(max(value, low, 1e-9)), math.log10(low or 1e-9)
            return ROOM + (1 - 2 * ROOM) * (value - low_end) / span
        return (1 - ROOM) * value / (top or 1.0)

    marks = {
        row.Index: Mark(
            float((row.on - first) / (last - first)),
            share(float(numbers[row.Index])),
            share(float(row.lowest)),
            share(float(row.highest)),
        )
        for row in drawn.itertuples()
    }
    names = FreeNames(list(marks.values()))
    standing = drawn[drawn["status"] == "stands"]
    lengths = standing.groupby("line")["claim_id"].size().sort_values(ascending=False)
    notes: list[dict[str, Any]] = []
    for line in lengths.index[lengths >= LEAST_NAMED]:
        if len(notes) == NAMED_LINES:
            break
        name = shorten(standing[standing["line"] == line]["claimant"].iloc[0], 28)
        for at in standing.index[standing["line"] == line][::-1][:TRIED]:
            value = float(numbers[at])
            side = names.place(name, marks[at]) if value > 0 else {}
            if side:
                notes.append(
                    {
                        "x": f"{drawn['on'][at]:%Y-%m-%d}",
                        "y": math.log10(value) if logarithmic else value,
                        "text": escape_hover(name),
                        "font": {"size": 12, "color": TEXT},
                        "showarrow": False,
                        **side,
                    }
                )
                break
    annotate(figure, notes)


def _mark_changes(figure: go.Figure, days: pd.Series, span: pd.Timedelta) -> None:
    """Mark the days on which a method changed; those close beside each other share one name."""
    named: list[tuple[int, int]] = []
    for number, on in enumerate(days, 1):
        figure.add_vline(x=f"{on:%Y-%m-%d}", line={"color": QUIET, "width": 1, "dash": "dot"})
        if number > 1 and on - days.iloc[number - 2] < span * NAME_OF_A_DAY:
            named[-1] = (named[-1][0], number)
        else:
            named.append((number, number))
    raised = _raised([days.iloc[first - 1] for first, _ in named], span * NAME_ON_A_PHONE)
    annotate(
        figure,
        [
            {
                "x": f"{days.iloc[first - 1]:%Y-%m-%d}",
                "y": 1,
                "yref": "paper",
                "yanchor": "bottom",
                "yshift": LINE * up,
                "text": f"M{first}" if first == last else f"M{first}–M{last}",
                "showarrow": False,
                "font": {"size": 12, "color": TEXT},
            }
            for (first, last), up in zip(named, raised, strict=True)
        ],
    )


def _raised(days: list[pd.Timestamp], close: pd.Timedelta) -> list[bool]:
    """Say which names stand a line higher, so as not to touch the name before on a phone."""
    raised: list[bool] = []
    for turn, on in enumerate(days):
        beside = turn > 0 and on - days[turn - 1] < close
        raised.append(beside and not raised[-1])
    return raised
