"""Read views whose own figure is too fine for a slide or a picture in a chat."""

from typing import Any

import pandas as pd

from components.answers.briefing import Slide
from components.answers.readouts import Readouts
from components.answers.relations import Relations
from components.answers.statements import Statements
from components.answers.votes import Votes
from components.exports.slides.bodies import (
    CountsBody,
    GridBody,
    Pair,
    PairsBody,
    ScreenBody,
    TableBody,
)
from components.exports.slides.reading import picture_of, read_rows
from components.figures.headlines.statements import counted_by
from components.figures.palette import ACCENT, QUIET, SIDES, VOTE_MARKS
from components.figures.readout_topics import ABSENT
from components.figures.sco_wording import short_symbol, value_words, words_for
from components.figures.wording import label, opening

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
        # The finding of one resolution is in its roll, and not in the pattern of all.
        return _table(answer) if answer.resolution else _grid(answer)
    if isinstance(answer, Statements) and picture.key == "timeline" and len(answer.rows):
        return _counts(answer)
    if isinstance(answer, Readouts) and picture.key == "topics" and len(answer.aligned):
        return _accounts(answer)
    return None


def drawn_subtitle(slide: Slide, body: object) -> str:
    """Give the subtitle that fits what is drawn: a count has none of the timeline's marks."""
    if isinstance(body, CountsBody) and isinstance(slide.answer, Statements):
        filters = slide.answer.filters
        return counted_by(filters.since, filters.until, body.of_whom)
    return slide.subtitle


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
        tuple(f"{short_symbol(name)} · {adopted[name]:%Y}" for name in matrix.index),
    )


def _table(answer: Votes) -> TableBody | None:
    body = read_rows(answer)
    return body if isinstance(body, TableBody) else None


def _accounts(answer: Readouts) -> GridBody:
    """Say topic by topic which of two accounts mentions it."""
    cells = tuple(
        tuple("said" if len(ids) else "absent" for ids in (row.left, row.right))
        for row in answer.aligned.itertuples()
    )
    return GridBody(
        tuple(label("topic", topic) for topic in answer.aligned["topic"]),
        tuple(f"{name}'s account" for name in (answer.names[0], answer.names[-1])),
        cells,
        (
            ("said", "Mentions it", ACCENT, "circle"),
            ("absent", opening(ABSENT), QUIET, "circle-open"),
        ),
    )


def _counts(answer: Statements) -> CountsBody:
    """Count the statements of the speakers who made most, or of one speaker by year."""
    found = answer.rows["speaker"].value_counts()
    if len(found) > 1:
        named = found.head(MOST_NAMED)
        counts = tuple((str(name), int(n)) for name, n in named.items())
        return CountsBody(counts, "statement", len(found) - len(named), "speaker")
    years = answer.rows["said_on"].dt.year.value_counts().sort_index(ascending=False)
    named = years.head(MOST_NAMED)
    counts = tuple((str(year), int(n)) for year, n in named.items())
    return CountsBody(counts, "statement", len(years) - len(named), "year")
