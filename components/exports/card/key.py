"""The key of a link's picture, and the marks that it and the picture share."""

import math

from PIL import ImageDraw

from components.exports.card.type import SANS, font
from components.exports.slides.mark_shapes import CORNERS, corners
from components.figures.palette import INK, PAGE_LIGHT, opaque
from components.figures.slide_figures import KeyEntry

TYPE = 20
LINE = 30


def draw_key(
    pen: ImageDraw.ImageDraw,
    at: tuple[float, float],
    right: float,
    entries: list[KeyEntry],
    sharp: int,
) -> float:
    """Write a key in lines, and give the height below it."""
    if not entries:
        return at[1]
    face = font(SANS, TYPE * sharp, 400)
    x, y = at
    for entry in entries:
        wide = (TYPE + 8) * sharp + pen.textlength(entry.words, font=face)
        if x > at[0] and x + wide > right:
            x, y = at[0], y + LINE * sharp
        middle = (x + TYPE * sharp / 2, y + TYPE * 0.62 * sharp)
        draw_mark(pen, middle, TYPE * sharp * 0.4, entry.symbol, entry.colour)
        pen.text((x + (TYPE + 8) * sharp, y), entry.words, font=face, fill=INK)
        x += wide + 26 * sharp
    return y + (LINE + 6) * sharp


def draw_mark(
    pen: ImageDraw.ImageDraw,
    at: tuple[float, float],
    radius: float,
    symbol: str,
    colour: str,
) -> None:
    """Draw a mark of the palette at a place."""
    x, y = at
    paint = opaque(colour)
    name, hollow = symbol.replace("-open", ""), "-open" in symbol
    width = max(int(radius * 0.32), 1)
    if name.startswith("line"):
        pen.line(((x - radius, y), (x + radius, y)), fill=paint, width=width * 2)
    elif name in CORNERS:
        points = corners(name, at, radius * 1.25)
        if hollow:
            pen.polygon(points, fill=PAGE_LIGHT)
            pen.line([*points, points[0], points[1]], fill=paint, width=width, joint="curve")
        else:
            pen.polygon(points, fill=paint)
    elif name in ("cross", "x"):
        turn = 0 if name == "cross" else math.pi / 4
        for angle in (turn, turn + math.pi / 2):
            dx, dy = radius * math.cos(angle), radius * math.sin(angle)
            pen.line(((x - dx, y - dy), (x + dx, y + dy)), fill=paint, width=width * 2)
    else:
        round_ = (x - radius, y - radius, x + radius, y + radius)
        pen.ellipse(round_, fill=None if hollow else paint, outline=paint, width=width)
