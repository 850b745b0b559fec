"""The map of a link's picture: states by colour, disputed areas hatched, places and journeys."""

from PIL import Image, ImageDraw

from components.exports.card.type import SANS, Box, font, wrapped
from components.exports.geometry import Sheet
from components.exports.slides.map_body import MapBody
from components.figures.palette import (
    INK,
    INK_QUIET,
    PAGE_LIGHT,
    SHEET_BORDER,
    SHEET_DISPUTED,
    SHEET_LAND,
    opaque,
)

HATCH_STEP = 5


def draw_map(
    image: Image.Image, pen: ImageDraw.ImageDraw, box: Box, body: MapBody, sharp: int
) -> None:
    """Draw a map into a box, its key and the line on boundaries beside it."""
    left, top, right, bottom = box
    plan = Sheet(body.window, (right - left) * 0.68, bottom - top)
    filled = {fill.code: fill.colour for fill in body.fills}
    border = opaque(SHEET_BORDER)
    for code in sorted(plan.codes(), key=lambda c: (c in body.disputed, c in filled, c)):
        for ring in plan.rings(code):
            points = [(left + x, top + y) for x, y in ring]
            if code in body.disputed:
                _hatched(image, points)
            else:
                paint = opaque(filled.get(code, SHEET_LAND))
                pen.polygon(points, fill=paint, outline=border)
    for way in body.lines:
        (x0, y0), (x1, y1) = plan.place(*way.start), plan.place(*way.end)
        middle = (left + (x0 + x1) / 2, top + (y0 + y1) / 2)
        for end, colour in (((x0, y0), way.colour), ((x1, y1), way.end_colour)):
            way_out = ((left + end[0], top + end[1]), middle)
            pen.line(way_out, fill=opaque(colour), width=2 * sharp)
    for dot in body.dots:
        x, y = plan.place(dot.lon, dot.lat)
        # Asked on the sheet: a window may run past 180 degrees, where longitudes begin anew.
        if 0 <= x <= plan.width and 0 <= y <= plan.height:
            r = dot.size * sharp / 2
            spot = (left + x - r, top + y - r, left + x + r, top + y + r)
            pen.ellipse(spot, fill=opaque(dot.colour), outline=PAGE_LIGHT)
    y = top + 6 * sharp
    x = left + plan.width + 30 * sharp
    face = font(SANS, 24 * sharp, 400)
    for words, colour in body.legend:
        mark = pen.ellipse if words in body.round else pen.rectangle
        mark((x, y + 5 * sharp, x + 18 * sharp, y + 23 * sharp), fill=opaque(colour))
        for line in wrapped(pen, words, face, right - x - 30 * sharp, most=2):
            pen.text((x + 30 * sharp, y), line, font=face, fill=INK)
            y += 30 * sharp
        y += 8 * sharp
    note = font(SANS, 16 * sharp, 400)
    # The line on borders ends the note: it is never what is cut.
    room = max(int((bottom - y) / (20 * sharp)), 5)
    lines = wrapped(pen, body.note, note, right - x, most=room)
    y = bottom - len(lines) * 20 * sharp
    for line in lines:
        pen.text((x, y), line, font=note, fill=INK_QUIET)
        y += 20 * sharp


def _hatched(image: Image.Image, points: list[tuple[float, float]]) -> None:
    mask = Image.new("1", image.size, 0)
    ImageDraw.Draw(mask).polygon(points, fill=1)
    box = mask.getbbox()
    if not box:
        return
    tile = Image.new("RGB", (box[2] - box[0], box[3] - box[1]), PAGE_LIGHT)
    strokes = ImageDraw.Draw(tile)
    width, height = tile.size
    for start in range(-height, width, HATCH_STEP * 2):
        strokes.line(
            ((start, height), (start + height, 0)), fill=opaque(SHEET_DISPUTED), width=HATCH_STEP
        )
    image.paste(tile, box[:2], mask.crop(box))
