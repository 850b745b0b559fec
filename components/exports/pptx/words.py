"""Words on a slide: quotations with their originals, and one claim in large type."""

from typing import Any

from components.exports.pptx.sheet import SERIF, Box, speak, write
from components.exports.pptx.type import POINT, height_of, largest, lines_of
from components.exports.slides.bodies import ClaimBody, Quote, QuoteBody
from components.figures.palette import INK, INK_QUIET
from components.figures.wording import shorten

QUOTE_SIZES = [36.0, 34.0, 32.0, 30.0, 28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 17.0, 16.0, 15.0, 14.0]
SERIF_WIDER = 1.06
FIGURE_SIZES = [66.0, 54.0, 44.0, 36.0, 30.0, 26.0]
WHO = 18.0


def draw_quotes(sheet: Any, box: Box, body: QuoteBody) -> None:
    """Draw quotations in the largest type that fits, each with its original and its speaker."""
    each = box.height // len(body.quotes)
    for place, quote in enumerate(body.quotes):
        room = Box(box.left, box.top + place * each, box.width, each - 80_000)
        _quote(sheet, room, quote, place + 1)


def _quote(sheet: Any, room: Box, quote: Quote, turn: int) -> None:
    fitting = (s for s in QUOTE_SIZES if _height(quote, s, room.width) <= room.height)
    size = next(fitting, QUOTE_SIZES[-1])
    lines = [(quote.words, size, INK)]
    if quote.original:
        lines.append((quote.original, _smaller(size), INK_QUIET))
    lines.append((quote.who, min(WHO, size), INK))
    shape = write(sheet, room, lines, f"Words {turn}", font=SERIF, middle=True)
    if quote.original:
        speak(shape.text_frame.paragraphs[1], quote.language)


def _smaller(size: float) -> float:
    return max(size * 0.6, 14.0)


def _height(quote: Quote, size: float, width: int) -> int:
    """Give the height of a quotation whose words are in such a size."""
    sizes = [(quote.words, size), (quote.original, _smaller(size)), (quote.who, min(WHO, size))]
    lines = [(lines_of(text, s, width, SERIF_WIDER), s) for text, s in sizes if text]
    return sum(height_of(count, s) + int(s * 0.6 * POINT) for count, s in lines)


def draw_claim(sheet: Any, box: Box, body: ClaimBody) -> None:
    """Draw one claim: its number, what it counts, its words, and who says so."""
    size = largest(body.number, FIGURE_SIZES, box.width, 1, SERIF_WIDER)
    high = height_of(lines_of(body.number, size, box.width, SERIF_WIDER), size)
    place = Box(box.left, box.top, box.width, high + height_of(2, 22))
    figure = [(body.number, size, INK), (body.counted, 22.0, INK)]
    write(sheet, place, figure, "Figure", font=SERIF)
    facts = [(f"{name}: {value}", 17.0, INK) for name, value in body.facts if value]
    words = [(shorten(body.words, 400), 18.0, INK_QUIET)] if body.words else []
    top = place.top + place.height + 120_000
    below = Box(box.left, top, box.width, box.top + box.height - top)
    shape = write(sheet, below, words + facts, "Who says so, and how they know")
    if words:
        speak(shape.text_frame.paragraphs[0], body.language)
