"""Votes for a room: a line a state, a mark a resolution, from the oldest to the newest."""

import pandas as pd
import plotly.graph_objects as go

from components.figures.palette import VOTE_MARKS
from components.figures.sco_wording import words_for
from components.figures.slide_figures import LARGE, SMALL, KeyEntry, sheet
from components.figures.wording import escape_hover, short_day, shorten


def large_votes(
    matrix: pd.DataFrame, adopted: pd.Series, names: pd.Series, *, narrow: bool = False
) -> go.Figure:
    """Draw each state's votes in a line, so that alike lines are alike to the eye.

    Parameters
    ----------
    matrix
        Rows of ``questions.votes.vote_matrix``, newest first: a resolution a row, a state a
        column. A blank has no mark: no source names that vote.
    adopted
        Day of each resolution.
    names
        Names of states by code.
    narrow
        Draw smaller marks, and name only years that have room: for a phone.
    """
    resolutions = list(matrix.index)[::-1]
    figure = go.Figure()
    for vote, (colour, symbol) in VOTE_MARKS.items():
        marks = [
            (place, line, resolution, code)
            for place, resolution in enumerate(resolutions)
            for line, code in enumerate(matrix.columns)
            if matrix.loc[resolution, code] == vote
        ]
        word = words_for("vote", vote).lower()
        figure.add_scatter(
            x=[place for place, _, _, _ in marks],
            y=[line for _, line, _, _ in marks],
            mode="markers",
            marker={
                "color": colour,
                "symbol": symbol,
                "size": 9 if narrow else 19,
                "line": {"width": 2 if narrow else 4, "color": colour},
            },
            hovertext=[
                f"{escape_hover(names[code])}: {word}<br>{resolution}, "
                f"{short_day(adopted[resolution])}"
                for _, _, resolution, code in marks
            ],
            hoverinfo="text",
        )
    years = [adopted[resolution].year for resolution in resolutions]
    firsts = [n for n, year in enumerate(years) if n == 0 or years[n - 1] != year]
    if narrow:
        firsts = [n for place, n in enumerate(firsts) if place == 0 or n - firsts[place - 1] > 2]
    figure.update_xaxes(
        range=[-0.7, len(resolutions) - 0.3],
        tickvals=firsts,
        # Resolutions of one year follow each other: two signs fit above the first of each.
        ticktext=[f"’{years[n] % 100:02d}" for n in firsts],
        tickfont={"size": SMALL},
        tickangle=0,
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        automargin=True,
    )
    figure.update_yaxes(
        range=[len(matrix.columns) - 0.5, -0.5],
        tickvals=list(range(len(matrix.columns))),
        ticktext=[f"{escape_hover(shorten(str(names[code]), 22))} " for code in matrix.columns],
        tickfont={"size": LARGE},
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        automargin=True,
    )
    return sheet(figure)


def votes_key() -> list[KeyEntry]:
    """List the four marks; not voting is no abstention."""
    return [
        KeyEntry(words_for("vote", vote), colour, symbol)
        for vote, (colour, symbol) in VOTE_MARKS.items()
    ]
