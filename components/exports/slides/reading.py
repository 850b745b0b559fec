"""Read what a slide shows off an answer's pictures and rows.

A picture keeps its kind: a map becomes shapes, marks from lowest to highest become ranges,
numbers against an axis become points or bars. Whatever else there is becomes a table.
"""

from typing import Any

import pandas as pd

from components.answers.answer import Answer, Picture
from components.answers.briefing import Slide, shown_picture
from components.exports.slides.bodies import Body, ClaimBody, Quote, QuoteBody, TableBody
from components.exports.slides.chart_reading import numeric, read_bars, read_points
from components.exports.slides.map_reading import read_map
from components.exports.slides.range_reading import claim_ids, read_ranges
from components.figures.headlines.briefing import statement_who
from components.figures.headlines.claims import quoted
from components.figures.wording import (
    QUOTED,
    claim_number,
    day,
    label,
    question_words,
    shorten,
)
from data.questions.passages import ENGLISH, words_language

MOST_QUOTES = 3
MOST_TABLE_ROWS = 14
MOST_TABLE_COLUMNS = 5
LONGEST_CELL = 130
"""Letters of a cell of a table."""


def body_of(slide: Slide) -> Body:
    """Read what the slide shows."""
    answer = slide.answer
    if slide.row:
        return _opened(answer, slide.row)
    picture = picture_of(slide)
    drawn = read_picture(picture, answer) if picture else None
    return drawn or read_rows(answer)


def picture_of(slide: Slide) -> Picture | None:
    """Give the picture that the slide asks for; the first where it has fewer."""
    return shown_picture(slide.answer, slide.item)


def read_picture(picture: Picture, answer: Answer) -> Body | None:
    """Read a picture into a body; None where its kind has no native counterpart."""
    found = read_map(picture, answer.data.countries)
    if found:
        return found
    figure: Any = picture.figure
    if not hasattr(figure, "data"):
        return None
    traces = [trace for trace in figure.data if trace.visible not in (False, "legendonly")]
    claims = claim_ids(traces, answer)
    marked = [trace for trace in traces if trace.customdata is not None]
    # Marks joined by lines tell another story than how far claimants lie apart.
    if claims and all(numeric(t.x) and t.mode == "markers" for t in marked):
        return read_ranges(claims, answer)
    if traces and all(trace.type == "bar" for trace in traces):
        return read_bars(figure, traces)
    if traces and all(trace.type in ("scatter", "scattergl") for trace in traces):
        return read_points(figure, traces)
    return None


def _opened(answer: Answer, row: str) -> Body:
    if answer.picks == "statement":
        statement = answer.data.statements.set_index("statement_id").loc[row]
        return QuoteBody((_quote(statement),))
    claim = answer.data.claims.set_index("claim_id").loc[row]
    source = answer.data.source_of[claim["source_id"]]
    return ClaimBody(
        number=claim_number(claim),
        counted=question_words(claim["whose"], claim["population"], claim["measure"]),
        words=quoted(claim["words"], source["kind"]),
        language=ENGLISH if source["kind"] == "dataset" else words_language(claim, source),
        facts=(
            ("Claimant", claim["claimant"]),
            ("Stake", label("stake", claim["stake"])),
            ("Said on", day(claim["said_on"], claim["said_on_precision"])),
            ("Counted how", label("basis", claim["basis"])),
            ("Status", label("claim_status", claim["status"])),
        ),
    )


def _quote(statement: pd.Series) -> Quote:
    words = statement["text"]
    return Quote(
        words=f"“{words}”" if statement["kind"] in QUOTED else words,
        original=statement["original_text"],
        language=statement["original_language"],
        who=statement_who(statement),
    )


def read_rows(answer: Answer) -> Body:
    """Read the view's rows: a few statements as quotations, anything else as a table."""
    rows = answer.rows
    if answer.identifier == "statement_id" and 0 < len(rows) <= MOST_QUOTES:
        return QuoteBody(tuple(_quote(row) for _, row in rows.iterrows()))
    columns = [c for c in answer.columns if c.kind != "link" and c.name in rows]
    columns = columns[:MOST_TABLE_COLUMNS]
    cells = [
        tuple(_cell(row[c.name], c.kind) for c in columns)
        for _, row in rows.head(MOST_TABLE_ROWS).iterrows()
    ]
    headings = tuple(column.heading for column in columns)
    return TableBody(headings, tuple(cells), len(rows), answer.noun)


def _cell(value: Any, kind: str) -> str:
    if pd.api.types.is_scalar(value) and pd.isna(value):
        return "not stated"
    if kind == "date" and hasattr(value, "strftime"):
        return f"{value:%Y-%m-%d}"
    if kind == "count":
        return f"{value:,}"
    return shorten(str(value), LONGEST_CELL)
