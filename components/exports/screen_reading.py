"""Read views whose own figure is too fine for a slide or a picture in a chat."""

from typing import Any

import pandas as pd

from components.answers.briefing import Slide
from components.answers.relations import Relations
from components.answers.statements import Statements
from components.answers.votes import Votes
from components.exports.bodies import CountsBody, GridBody, Pair, PairsBody, ScreenBody
from components.exports.reading import picture_of
from components.figures.palette import SIDES, VOTE_MARKS
from components.figures.power_wording import value_words, words_for
from components.figures.wording import shorten

MOST_NAMED = 6


def screen_body(slide: Slide) -> ScreenBody | None:
    """Read what the slide shows by its answer; None where its picture can be read as it is."""
    picture = picture_of(slide)
    answer = slide.answer
    if picture is None or slide.row:
        return None
    if isinstance(answer, Relations) and picture.key == "dependence" and len(answer.needs):
        return _pairs(answer)
    if isinstance(answer, Votes) and picture.key == "votes-matrix" and len(answer.matrix):
        return _grid(answer)
    if isinstance(answer, Statements) and picture.key == "timeline" and len(answer.rows):
        return _counts(answer)
    return None


def _pairs(answer: Relations) -> PairsBody:
    names = answer.data.countries.set_index("country")["name"]
    pairs = []
    for measure, rows in answer.needs.groupby("measure", sort=False):
        sides = rows.set_index("side")
        periods = list(dict.fromkeys(p for p in rows["period"] if p))
        left, left_words = _side(sides, answer.a)
        right, right_words = _side(sides, answer.b)
        label = f"{words_for('measure', str(measure))} ({'; '.join(periods)})"
        pairs.append(Pair(label, left, left_words, right, right_words))
    return PairsBody(
        tuple(pairs),
        (f"{names[answer.a]} on {names[answer.b]}", SIDES[0]),
        (f"{names[answer.b]} on {names[answer.a]}", SIDES[1]),
    )


def _side(sides: pd.DataFrame, code: str) -> tuple[float | None, str]:
    row: Any = sides.loc[code]
    if pd.isna(row["value"]):
        return None, str(row["reason"])
    return float(row["value"]), value_words(row["value"], "pct")


def _grid(answer: Votes) -> GridBody:
    """Put a state in each row and the resolutions in columns, oldest first."""
    names = answer.data.countries.set_index("country")["name"]
    adopted = answer.data.resolutions.set_index("resolution")["adopted_on"]
    matrix = answer.matrix.iloc[::-1]
    return GridBody(
        tuple(str(names[code]) for code in matrix.columns),
        tuple(f"{adopted[resolution]:%Y}" for resolution in matrix.index),
        tuple(tuple(str(vote) for vote in matrix[code]) for code in matrix.columns),
        tuple(
            (vote, words_for("vote", vote), colour, symbol)
            for vote, (colour, symbol) in VOTE_MARKS.items()
        ),
        tuple(f"{shorten(name, 14)} · {adopted[name]:%b %Y}" for name in matrix.index),
    )


def _counts(answer: Statements) -> CountsBody:
    """Count the statements of the speakers who made most."""
    found = answer.rows["speaker"].value_counts()
    named = found.head(MOST_NAMED)
    return CountsBody(
        tuple((str(name), int(n)) for name, n in named.items()),
        "statement",
        len(found) - len(named),
    )
