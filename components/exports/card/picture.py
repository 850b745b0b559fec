"""The picture of a link, 1200 × 630: title, what the view shows, source, day of knowledge."""

import io
from functools import lru_cache

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from components.answers.briefing import Slide
from components.exports.card.body import draw_body
from components.exports.card.type import SANS, SERIF, font, wrapped
from components.exports.page_head import SENTENCE, SITE
from components.exports.slides.evidence import slide_as_of, slide_source_line
from components.exports.slides.reading import body_of
from components.exports.slides.screen_reading import drawn_subtitle, screen_body
from components.figures.palette import ACCENT, INK, INK_QUIET, PAGE_LIGHT, RULE
from components.figures.wording import shorten

WIDTH, HEIGHT = 1200, 630
SHARP = 2
"""Drawn at twice the size and made smaller: lines come out smooth."""
MARGIN = 56
LINE = 100
"""Letters of a line of the foot."""


def _sheet() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGB", (WIDTH * SHARP, HEIGHT * SHARP), PAGE_LIGHT)
    return image, ImageDraw.Draw(image)


def card_png(slide: Slide) -> bytes:
    """Draw the picture of a link."""
    title = slide.title
    body = body_of(slide)
    drawn = screen_body(slide) or body
    image, pen = _sheet()
    s = SHARP
    pen.rectangle((0, 0, WIDTH * s, 10 * s), fill=ACCENT)
    pen.text((MARGIN * s, 34 * s), SITE, font=font(SANS, 24 * s, 600), fill=ACCENT)
    top = 74
    size = 46 if len(title) < 90 else 36 if len(title) < 170 else 29
    face = font(SERIF, size * s, 600)
    for line in wrapped(pen, title, face, (WIDTH - 2 * MARGIN) * s, most=3):
        pen.text((MARGIN * s, top * s), line, font=face, fill=INK)
        top += int(size * 1.2)
    if not slide.row:
        top += 4
        face = font(SANS, 24 * s, 400)
        for line in wrapped(
            pen, drawn_subtitle(slide, drawn), face, (WIDTH - 2 * MARGIN) * s, most=2
        ):
            pen.text((MARGIN * s, top * s), line, font=face, fill=INK_QUIET)
            top += 32
    box = (MARGIN * s, (top + 14) * s, (WIDTH - MARGIN) * s, (HEIGHT - 104) * s)
    draw_body(image, pen, box, drawn, s)
    _foot(pen, slide_source_line(slide, body, LINE), slide_as_of(slide))
    return _png(image, slide.answer.data.version)


def _foot(pen: ImageDraw.ImageDraw, source: str, as_of: str) -> None:
    s = SHARP
    pen.line(((MARGIN * s, 540 * s), ((WIDTH - MARGIN) * s, 540 * s)), fill=RULE, width=2 * s)
    lines = ((552, shorten(source, LINE), INK), (582, as_of, INK_QUIET))
    for y, text, ink in lines:
        pen.text((MARGIN * s, y * s), text, font=font(SANS, 23 * s, 400), fill=ink)


@lru_cache(maxsize=1)
def default_card() -> bytes:
    """Draw the picture of the dashboard itself, for links that nothing is known of."""
    image, pen = _sheet()
    s = SHARP
    pen.rectangle((0, 0, WIDTH * s, 10 * s), fill=ACCENT)
    pen.text((MARGIN * s, 170 * s), SITE, font=font(SERIF, 84 * s, 600), fill=INK)
    face = font(SANS, 34 * s, 400)
    for place, line in enumerate(wrapped(pen, SENTENCE, face, (WIDTH - 2 * MARGIN) * s, most=4)):
        pen.text((MARGIN * s, (300 + place * 44) * s), line, font=face, fill=INK_QUIET)
    return _png(image)


def _png(image: Image.Image, version: str = "") -> bytes:
    """Write a picture; the data version stands in it as text as well."""
    small = image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    # A palette is a third of the size. Chosen by coverage (off by 7 of 255 at most, measured):
    # by frequency, the colours of a key's few small squares were lost.
    flat = small.quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    said = PngInfo()
    if version:
        said.add_text("data_version", version)
    flat.save(buffer, "PNG", optimize=False, pnginfo=said)
    return buffer.getvalue()
