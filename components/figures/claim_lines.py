"""The lines that claims on one question stand in, and the words at each."""

from typing import Any

import pandas as pd

from components.figures.palette import TEXT
from components.figures.wording import claim_number, escape_hover, label, short_day, shorten

Places = dict[tuple[str, str], float]
"""Where each line stands, by its basis and claimant; a heading's claimant is blank."""
ROW = 46
"""Height of one claimant's row, pixels: two lines of label and a mark."""
HEADING = 38
"""Height of a heading of a counting basis, pixels."""


def claim_lines(drawn: pd.DataFrame) -> tuple[Places, int]:
    """Place a heading for each basis and a line for each claimant in it.

    Gives the height of all of them as well, pixels.
    """
    places: Places = {}
    y = 0
    for basis, of_basis in drawn.groupby("basis", sort=False):
        places[str(basis), ""] = y + 14
        y += HEADING
        for claimant in of_basis["claimant"].unique():
            places[str(basis), claimant] = y + 30
            y += ROW
        y += 6
    return places, y


def line_words(rows: pd.DataFrame, places: Places) -> list[dict[str, Any]]:
    """Write the heading of each basis, and each claimant with the newest figure.

    ``rows`` as of ``questions.claims.claims_on``; ``places`` as of ``claim_lines``.
    """
    # Those that are compared come last, and stay: the newest of them, else the newest of all.
    ordered = [*rows.to_dict("records"), *rows[rows["latest"]].to_dict("records")]
    newest = {(row["basis"], row["claimant"]): row for row in ordered}
    words = []
    for (basis, claimant), y in places.items():
        if not claimant:
            words.append(_line(y, f"<b>{label('basis', basis)}</b>: {label('basis_note', basis)}"))
            continue
        last = newest[basis, claimant]
        number = f"{escape_hover(shorten(claimant, 44))}: <b>{claim_number(last)}</b>"
        words.append(_line(y - 17, f"{number}  <i>to {short_day(last['holds_on'])}</i>"))
    return words


def _line(y: float, text: str) -> dict[str, Any]:
    return {
        "text": text,
        "x": 0,
        "y": y,
        "xref": "paper",
        "yref": "y",
        "xanchor": "left",
        "showarrow": False,
        "align": "left",
        "font": {"color": TEXT},
    }
