"""The lines that claims on one question stand in, and the words at each."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.figures.palette import TEXT
from components.figures.wording import claim_number, escape_hover, label, short_day, shorten

Places = dict[tuple[str, str], float]
"""Where each line stands, by its basis and claimant; a heading's claimant is blank."""
ROW = 46
"""Height of one claimant's row, pixels: two lines of label and a mark."""
LONGEST = 55
"""Letters of a claimant's line that a telephone has room for; a longer one is cut in two."""
SECOND_LINE = 16
"""Height of a second line of label, pixels."""
HEADING = 38
"""Height of a heading of a counting basis, pixels."""


@dataclass(frozen=True)
class ClaimLines:
    """Where each line stands, the words at each as Plotly's annotations, and the height of all."""

    places: Places
    words: list[dict[str, Any]]
    height: int


def claim_lines(rows: pd.DataFrame) -> ClaimLines:
    """Place a heading for each basis, and a line for each claimant in it with the newest figure.

    ``rows`` as of ``questions.claims.claims_on``, in its order; heights are pixels.
    """
    labels = _labels(rows)
    places: Places = {}
    words = []
    y = 0
    for basis, of_basis in rows.groupby("basis", sort=False):
        basis = str(basis)
        places[basis, ""] = y + 14
        heading = f"<b>{label('basis', basis)}</b>: {label('basis_note', basis)}"
        words.append(_line(places[basis, ""], heading))
        y += HEADING
        for claimant in of_basis["claimant"].unique():
            said = labels[basis, claimant]
            more = said.count("<br>") * SECOND_LINE
            places[basis, claimant] = y + 30 + more
            words.append(_line(y + 13 + more / 2, said))
            y += ROW + more
        y += 6
    return ClaimLines(places, words, y)


def _labels(rows: pd.DataFrame) -> dict[tuple[str, str], str]:
    """Name each claimant within a basis, with the newest compared figure and its day."""
    # Those that are compared come last, and stay: the newest of them, else the newest total, else
    # the newest of all, which is said to be a part.
    by_rank = (rows, rows[~rows["aside"]], rows[rows["latest"]])
    ordered = [row for ranked in by_rank for row in ranked.to_dict("records")]
    labels = {}
    for (basis, claimant), last in {(r["basis"], r["claimant"]): r for r in ordered}.items():
        who, number = shorten(claimant, 44), claim_number(last)
        part = "" if last["scope"] == "cumulative" else f", {label('scope', last['scope']).lower()}"
        day = f"to {short_day(last['holds_on'])}{part}"
        joint = "<br>" if len(f"{who}: {number} {day}") > LONGEST else " "
        labels[basis, claimant] = f"{escape_hover(who)}:{joint}<b>{number}</b>  <i>{day}</i>"
    return labels


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
