"""Read what a slide shows off an answer's pictures and rows.

A picture keeps its kind: a map becomes shapes, marks from lowest to highest become ranges,
numbers against an axis become points or bars. Whatever else there is becomes a table.
"""

import html
import re
from itertools import pairwise
from typing import Any

import pandas as pd

from components.answers.answer import Answer, Picture
from components.answers.briefing import Slide, shown_picture
from components.exports.slides.bodies import (
    BarsBody,
    Body,
    ClaimBody,
    PointsBody,
    Quote,
    QuoteBody,
    Series,
    TableBody,
)
from components.exports.slides.map_body import read_map
from components.exports.slides.range_reading import claim_ids, ids_of, read_ranges
from components.figures.headlines.briefing import statement_who
from components.figures.headlines.claims import quoted
from components.figures.palette import QUIET
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
MOST_POINTS = 2_000
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
    if claims and all(_numeric(t.x) and t.mode == "markers" for t in marked):
        return read_ranges(claims, answer)
    if traces and all(trace.type == "bar" for trace in traces):
        return _bars(figure, traces)
    if traces and all(trace.type in ("scatter", "scattergl") for trace in traces):
        return _points(figure, traces)
    return None


def _values(column: Any) -> list[Any]:
    return [] if column is None else list(column)


def _numeric(column: Any) -> bool:
    values = [v for v in _values(column) if v is not None]
    return bool(values) and all(
        isinstance(v, (int, float)) or hasattr(v, "__index__") for v in values
    )


def _colour(trace: Any) -> str:
    for holder in (trace.marker, getattr(trace, "line", None)):
        colour = getattr(holder, "color", None)
        each = [colour] if isinstance(colour, str) else list(dict.fromkeys(_values(colour)))
        if len(each) == 1 and isinstance(each[0], str):
            return each[0]
    return QUIET


def _title(axis: Any) -> str:
    return plain(axis.title.text or "")


def _points(figure: Any, traces: list[Any]) -> PointsBody | None:
    if figure.layout.yaxis.visible is False:
        return None
    if figure.layout.yaxis.ticktext or figure.layout.xaxis.ticktext:
        # Words along an axis stand for places, not for numbers.
        return None
    # What stands beside the axis (a second, hidden one) has a word and no number.
    drawn = [t for t in traces if t.yaxis in (None, "y") and len(_values(t.x))]
    drawn = [t for t in drawn if len(_values(t.x)) == len(_values(t.y))]
    if not drawn or not all(_numeric(t.y) for t in drawn):
        return None
    dated = not all(_numeric(t.x) for t in drawn)
    series = []
    for trace in drawn:
        xs = [_iso(x) if dated else x for x in _values(trace.x)]
        blank = [y is None or y != y for y in _values(trace.y)]
        if dated and any(x is None and not none for x, none in zip(xs, blank, strict=True)):
            return None
        name = plain(trace.name or "")
        joined = "lines" in str(trace.mode or "")
        for turn, pairs in enumerate(_unbroken(xs, _values(trace.y), joined=joined)):
            if getattr(trace.line, "shape", None) == "hv":
                pairs = _steps(pairs)
            series.append(
                Series(
                    name,
                    _colour(trace),
                    tuple(x for x, _ in pairs),
                    tuple(y for _, y in pairs),
                    () if turn else tuple(ids_of(trace)),
                    line="markers" not in str(trace.mode or "markers") and not name,
                    joined=joined,
                    goes_on=turn > 0,
                    dash=str(getattr(trace.line, "dash", None) or ""),
                    **({} if turn or len(pairs) < len(xs) else _looks(trace)),
                )
            )
    if sum(len(s.xs) for s in series) > MOST_POINTS:
        return None
    return PointsBody(tuple(series), dated, _title(figure.layout.yaxis))


def _looks(trace: Any) -> dict[str, Any]:
    """Read each mark's symbol, and how far it reaches down and up, off an unbroken trace."""
    symbol, error = trace.marker.symbol, trace.error_y
    each = () if symbol is None or isinstance(symbol, str) else tuple(str(s) for s in symbol)
    if error.array is None or error.arrayminus is None or error.visible is False:
        return {"looks": each}
    ends = zip(error.arrayminus, error.array, strict=True)
    return {"looks": each, "reach": tuple((float(down), float(up)) for down, up in ends)}


def _unbroken(xs: list[Any], ys: list[Any], *, joined: bool) -> list[list[tuple[Any, Any]]]:
    """Cut a line where it breaks: a native line would run across the gap."""
    runs: list[list[tuple[Any, Any]]] = [[]]
    for x, y in zip(xs, ys, strict=True):
        if y is not None and y == y:
            runs[-1].append((x, y))
        elif joined and runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _steps(pairs: list[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """Put the corner of each step in: a native line runs straight from mark to mark."""
    corners = [(there[0], here[1]) for here, there in pairwise(pairs)]
    found = [step for both in zip(pairs, corners, strict=False) for step in both]
    return [*found, *pairs[-1:]]


def _iso(value: Any) -> str | None:
    try:
        return f"{pd.Timestamp(value):%Y-%m-%d}"
    except (ValueError, TypeError):
        return None


def _bars(figure: Any, traces: list[Any]) -> BarsBody | None:
    horizontal = traces[0].orientation == "h"
    series = []
    for trace in traces:
        values, categories = (trace.x, trace.y) if horizontal else (trace.y, trace.x)
        if not _numeric(values) or trace.base is not None:
            return None
        names = _categories(_values(categories))
        series.append(
            Series(plain(trace.name or ""), _colour(trace), names, tuple(_values(values)))
        )
    if len({s.xs for s in series}) > 1:
        return None
    axis = figure.layout.xaxis if horizontal else figure.layout.yaxis
    stacked = figure.layout.barmode in ("stack", "relative")
    return BarsBody(tuple(series), horizontal, stacked, _title(axis))


def _categories(values: list[Any]) -> tuple[str, ...]:
    """Name the bars; bars of whole years, which stand at one day each, by the year."""
    names = [plain(str(value)) for value in values]
    days = [_iso(name) if len(name) >= len("2022-07-02") else None for name in names]
    if names and all(days) and len({str(day)[5:] for day in days}) == 1:
        return tuple(str(day)[:4] for day in days)
    return tuple(names)


def plain(text: str) -> str:
    """Give the text of a label without Plotly's few HTML tags."""
    return html.unescape(re.sub(r"<br\s*/?>", ", ", text).replace("<b>", "").replace("</b>", ""))


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
    return shorten(str(value), LONGEST_CELL)
