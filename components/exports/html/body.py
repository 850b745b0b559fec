"""The middle of a slide as HTML: a chart, words, one figure, or a table, in a room's type."""

import html
import json
import re
from collections.abc import Mapping
from typing import Any

from components.answers.answer import Picture
from components.answers.briefing import Slide
from components.exports.html.key import key_html
from components.exports.html.rows import (
    bars_html,
    more_html,
    pairs_html,
    ranges_html,
    stacked_html,
)
from components.exports.in_language import in_language
from components.exports.slides.bars import can_stand_in_rows
from components.exports.slides.bodies import (
    BarsBody,
    Body,
    ClaimBody,
    PairsBody,
    Quote,
    QuoteBody,
    RangeBody,
    TableBody,
)
from components.exports.slides.drawn import Drawn, draw
from components.exports.slides.evidence import claim_words, evidence_of
from components.exports.slides.map_body import MapBody
from components.exports.slides.reading import LONGEST_CELL, picture_of
from components.exports.slides.screen_reading import screen_body
from components.figures.palette import INK, TEXT
from components.figures.wording import shorten
from data import Dataset
from data.questions.passages import foreign_passages, passage

COLUMNS_ON_A_SCREEN = 4
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
escaped = html.escape


def body_html(slide: Slide, body: Body, address: str) -> tuple[str, str]:
    """Write the middle of a slide, and the figure it draws as JSON; blank where it draws none.

    Parameters
    ----------
    address
        Of the view, which shows what the slide has no room for.
    """
    content, data, kind = _content(slide, body, address)
    hint = '<p class="hint" aria-hidden="true">More below ↓</p>'
    return f'<div class="body {kind}">{content}{hint}</div>', data


def _content(slide: Slide, body: Body, address: str) -> tuple[str, str, str]:
    """Give the content, the figure as JSON, and the kind of layout."""
    if isinstance(body, QuoteBody):
        return "".join(_quote(quote) for quote in body.quotes), "", "words"
    if isinstance(body, ClaimBody):
        return _claim(body), "", "words"
    picture = picture_of(slide)
    own = screen_body(slide)
    if isinstance(own, TableBody):
        return _table(own, slide.answer.data, address), "", "rows"
    if picture is None:
        shown = body if isinstance(body, TableBody) else None
        return (_table(shown, slide.answer.data, address) if shown else ""), "", "rows"
    if isinstance(body, RangeBody):
        return ranges_html(body, picture.alt, _says(slide, body), address), "", "rows"
    if isinstance(own, PairsBody):
        return pairs_html(own, picture.alt, address), "", "rows"
    if isinstance(body, BarsBody) and body.stacked and can_stand_in_rows(body):
        return stacked_html(body, picture.alt, address), "", "rows"
    if isinstance(body, BarsBody) and can_stand_in_rows(body):
        trace: Any = picture.figure.data[0]
        if not picture.figure.layout.annotations:
            return bars_html(body, *_labels(trace, body), picture.alt, address), "", "rows"
    return _chart(slide, picture, draw(slide, body, picture), body)


def _chart(slide: Slide, picture: Picture, drawn: Drawn, body: Body) -> tuple[str, str, str]:
    figures = {"wide": drawn.wide, "narrow": drawn.narrow}
    parts = [
        f"{json.dumps(name)}: {figure.to_json() if figure is not None else 'null'}"
        for name, figure in figures.items()
    ]
    data = f"{{{', '.join(parts)}}}".replace(TEXT, INK)
    note = f'<p class="note">{escaped(body.note)}</p>' if isinstance(body, MapBody) else ""
    content = (
        f'{key_html(drawn.key)}<div class="chart" role="img" '
        f'aria-label="{escaped(picture.alt)}" data-figure="figure-{slide.number}"></div>{note}'
    )
    return content, data, "map" if note else "plot"


def _labels(trace: Any, body: BarsBody) -> tuple[list[str], list[str]]:
    """Give the words and the colour of each bar, as the figure has them."""
    (series,) = body.series
    words = [f"{y:,.6g}" for y in series.ys] if trace.text is None else [str(t) for t in trace.text]
    own = trace.marker.color
    colours = [series.colour] * len(series.ys) if isinstance(own, str) or own is None else list(own)
    return words, colours


def _says(slide: Slide, body: RangeBody) -> list[int | None]:
    """Find for each bar its line in the answer to “says who?”."""
    lines = {evidence.who: place for place, evidence in enumerate(evidence_of(slide, body))}
    claims = slide.answer.data.claims.set_index("claim_id")
    return [lines.get(claim_words(claims.loc[bar.claim_id])) for bar in body.bars]


def _quote(quote: Quote) -> str:
    length = len(quote.words) + len(quote.original)
    size = "longest" if length > 620 else "long" if length > 330 else ""
    original = in_language(quote.original, quote.language)
    beside = f'<p class="original">{original}</p>' if original else ""
    return (
        f'<blockquote class="{size}"><p>{escaped(quote.words)}</p>{beside}'
        f"<footer>{escaped(quote.who)}</footer></blockquote>"
    )


def _claim(body: ClaimBody) -> str:
    size = "figure long" if len(body.number) > 20 else "figure"
    facts = "<br>".join(
        f"{escaped(name)}: <b>{escaped(value)}</b>" for name, value in body.facts if value
    )
    said = in_language(shorten(body.words, 260), body.language)
    words = f"<div>{said}</div>" if said else ""
    return (
        f'<div><p class="{size}">{escaped(body.number)}</p>'
        f'<p class="counted">{escaped(body.counted)}</p>{words}'
        f'<p class="facts">{facts}</p></div>'
    )


def _table(body: TableBody, data: Dataset, address: str) -> str:
    if not body.rows:
        return "<p>Nothing matches.</p>"
    languages = {
        shorten(words, LONGEST_CELL): language for words, language in foreign_passages(data).items()
    }
    columns = range(min(len(body.headings), COLUMNS_ON_A_SCREEN))
    head = "".join(f"<th>{escaped(body.headings[i])}</th>" for i in columns)
    rows = "".join(
        f'<tr data-order="{place}">'
        f"{''.join(_td(body.headings[i], row[i], languages) for i in columns)}</tr>"
        for place, row in enumerate(body.rows)
    )
    return (
        f"<table><thead><tr>{head}</tr></thead><tbody data-fit>{rows}</tbody></table>"
        f"{more_html(body.total - len(body.rows), body.noun, address)}"
    )


def _td(heading: str, text: str, languages: Mapping[str, str]) -> str:
    """Write a cell; a day is not broken at its hyphens, and a phone sets the heading before it."""
    words = in_language(shorten(text, 75), languages.get(passage(text), ""))
    shown = f'<span class="day">{words}</span>' if DAY.fullmatch(text) else words
    return f'<td data-heading="{escaped(heading)}">{shown}</td>'
