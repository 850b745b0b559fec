"""The middle of a link's picture: a map, bars, marks, words, a figure, or the first rows."""

from typing import Any

from PIL import Image, ImageDraw

from components.exports.card.bars import draw_bars, draw_counts, draw_pairs, draw_ranges
from components.exports.card.map import draw_map
from components.exports.card.marks import draw_grid, draw_marks
from components.exports.card.type import SANS, SERIF, Box, font, wrapped
from components.exports.slides.bars import can_stand_in_rows
from components.exports.slides.bodies import (
    BarsBody,
    Body,
    ClaimBody,
    CountsBody,
    GridBody,
    PairsBody,
    PointsBody,
    QuoteBody,
    RangeBody,
    ScreenBody,
    TableBody,
)
from components.exports.slides.map_body import MapBody
from components.figures.palette import ACCENT, INK, INK_QUIET, RULE

MOST_COLUMNS = 4


def draw_body(
    image: Image.Image,
    pen: ImageDraw.ImageDraw,
    box: Box,
    body: Body | ScreenBody,
    sharp: int,
) -> None:
    """Draw what the view shows into a box of the picture."""
    if isinstance(body, MapBody):
        draw_map(image, pen, box, body, sharp)
    elif isinstance(body, RangeBody):
        draw_ranges(pen, box, body, sharp)
    elif isinstance(body, PairsBody):
        draw_pairs(pen, box, body, sharp)
    elif isinstance(body, GridBody):
        draw_grid(pen, box, body, sharp)
    elif isinstance(body, CountsBody):
        draw_counts(pen, box, body, sharp)
    elif isinstance(body, BarsBody) and can_stand_in_rows(body):
        draw_bars(pen, box, body, sharp)
    elif isinstance(body, (PointsBody, BarsBody)):
        draw_marks(pen, box, body, sharp)
    elif isinstance(body, QuoteBody):
        _words(pen, box, body.quotes[0].words, body.quotes[0].who, sharp)
    elif isinstance(body, ClaimBody):
        facts = " · ".join(value for _, value in body.facts if value)
        _words(pen, box, body.words, facts, sharp)
    else:
        _rows(pen, box, body, sharp)


def _words(pen: ImageDraw.ImageDraw, box: Box, words: str, who: str, sharp: int) -> None:
    left, top, right, bottom = box
    size = (40 if len(words) < 160 else 32 if len(words) < 300 else 27) * sharp
    face = font(SERIF, size, 400)
    most = max(int((bottom - top - 70 * sharp) / (size * 1.3)), 1)
    y = top
    for line in wrapped(pen, words, face, right - left - 30 * sharp, most=most):
        pen.text((left + 28 * sharp, y), line, font=face, fill=INK)
        y += size * 1.3
    small = font(SANS, 23 * sharp, 400)
    y += 12 * sharp
    for line in wrapped(pen, who, small, right - left - 30 * sharp, most=2):
        pen.text((left + 28 * sharp, y), line, font=small, fill=INK_QUIET)
        y += 29 * sharp
    pen.rectangle((left, top + 8 * sharp, left + 6 * sharp, y), fill=ACCENT)


def _rows(pen: ImageDraw.ImageDraw, box: Box, body: TableBody, sharp: int) -> None:
    left, top, right, bottom = box
    face, strong = font(SANS, 22 * sharp, 400), font(SANS, 22 * sharp, 600)
    columns = min(len(body.headings), MOST_COLUMNS)
    if not columns or not body.rows:
        pen.text((left, top), "Nothing matches.", font=face, fill=INK_QUIET)
        return
    rows = [row[:columns] for row in (body.headings, *body.rows)]
    widths = _widths(pen, rows, strong, right - left, 24 * sharp)
    y = top
    for place, row in enumerate(rows):
        if y > bottom - 34 * sharp:
            break
        x = left
        for across in range(columns):
            ink = face if place else strong
            line = wrapped(pen, row[across] or " ", ink, widths[across] - 20 * sharp, most=1)
            pen.text((x, y), line[0] if line else "", font=ink, fill=INK)
            x += widths[across]
        pen.line(((left, y + 31 * sharp), (right, y + 31 * sharp)), fill=RULE, width=sharp)
        y += 38 * sharp


def _widths(
    pen: ImageDraw.ImageDraw,
    rows: list[tuple[str, ...]],
    face: Any,
    room: float,
    gap: float,
) -> list[float]:
    """Share the width among columns: narrow ones keep theirs, wide ones give way."""
    columns = len(rows[0])
    own = [
        max(pen.textlength(row[i][:90], font=face) for row in rows) + gap for i in range(columns)
    ]
    if sum(own) <= room:
        return own
    narrow = [width if width <= room * 0.2 else 0.0 for width in own]
    wide = [width if not kept else 0.0 for width, kept in zip(own, narrow, strict=True)]
    share = (room - sum(narrow)) / (sum(wide) or 1)
    return [kept or width * share for kept, width in zip(narrow, wide, strict=True)]
