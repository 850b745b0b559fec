"""The middle of a link's picture: a map, ranges, marks, words, a figure, or the first rows."""

from typing import Any

import pandas as pd
from PIL import Image, ImageDraw

from components.exports.bodies import (
    Bar,
    BarsBody,
    Body,
    ClaimBody,
    PointsBody,
    QuoteBody,
    RangeBody,
    TableBody,
)
from components.exports.card_type import SANS, SERIF, font, wrapped
from components.exports.geometry import Sheet
from components.exports.map_body import MapBody
from components.figures.palette import (
    ACCENT,
    INK,
    INK_QUIET,
    PAGE_LIGHT,
    RULE,
    SHEET_BORDER,
    SHEET_DISPUTED,
    SHEET_LAND,
    mixed,
    opaque,
)

Box = tuple[float, float, float, float]
MOST_BARS = 9
HATCH_STEP = 5


def draw_body(
    image: Image.Image, pen: ImageDraw.ImageDraw, box: Box, body: Body, sharp: int
) -> None:
    """Draw what the view shows into a box of the picture."""
    if isinstance(body, MapBody):
        _map(image, pen, box, body, sharp)
    elif isinstance(body, RangeBody):
        _ranges(pen, box, body, sharp)
    elif isinstance(body, BarsBody) and len(body.series) == 1 and len(body.series[0].xs) <= 9:
        _ranges(pen, box, _as_rows(body), sharp)
    elif isinstance(body, (PointsBody, BarsBody)):
        _marks(pen, box, body, sharp)
    elif isinstance(body, QuoteBody):
        _words(pen, box, body.quotes[0][0], body.quotes[0][2], sharp)
    elif isinstance(body, ClaimBody):
        facts = " · ".join(value for _, value in body.facts if value)
        _words(pen, box, body.words, facts, sharp)
    else:
        _rows(pen, box, body, sharp)


def _map(image: Image.Image, pen: ImageDraw.ImageDraw, box: Box, body: MapBody, sharp: int) -> None:
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
        ends = [plan.place(*way.start), plan.place(*way.end)]
        pen.line([(left + x, top + y) for x, y in ends], fill=opaque(way.colour), width=2 * sharp)
    west, east, south, north = body.window
    for dot in body.dots:
        if west <= dot.lon <= east and south <= dot.lat <= north:
            x, y = plan.place(dot.lon, dot.lat)
            r = dot.size * sharp / 2
            spot = (left + x - r, top + y - r, left + x + r, top + y + r)
            pen.ellipse(spot, fill=opaque(dot.colour), outline=PAGE_LIGHT)
    y = top + 6 * sharp
    x = left + plan.width + 30 * sharp
    face = font(SANS, 24 * sharp, 400)
    for words, colour in body.legend:
        pen.rectangle((x, y + 5 * sharp, x + 18 * sharp, y + 23 * sharp), fill=opaque(colour))
        for line in wrapped(pen, words, face, right - x - 30 * sharp, most=2):
            pen.text((x + 30 * sharp, y), line, font=face, fill=INK)
            y += 30 * sharp
        y += 8 * sharp
    note = font(SANS, 16 * sharp, 400)
    lines = wrapped(pen, body.note, note, right - x, most=5)
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


def _ranges(pen: ImageDraw.ImageDraw, box: Box, body: RangeBody, sharp: int) -> None:
    left, top, right, bottom = box
    bars = body.bars[:MOST_BARS]
    pitch = min((bottom - top) / max(len(bars), 1), 62 * sharp)
    size = int(min(pitch * 0.56, 25 * sharp))
    face, strong = font(SANS, size, 400), font(SANS, size, 600)
    names = left + (right - left) * 0.44
    room = max(pen.textlength(bar.words, font=strong) for bar in bars) + 16 * sharp
    scale = max(right - names - room, 40 * sharp) / max(*(bar.high for bar in bars), 1, 1)
    for place, bar in enumerate(bars):
        y = top + place * pitch
        name = wrapped(pen, bar.label, face, names - left - 14 * sharp, most=1)[0]
        offset = names - 10 * sharp - pen.textlength(name, font=face)
        pen.text((offset, y + (pitch - size * 1.25) / 2), name, font=face, fill=INK)
        low, high = names + bar.low * scale, names + bar.high * scale
        upper, lower = y + pitch * 0.2, y + pitch * 0.8
        colour = opaque(bar.colour)
        pen.rectangle((names, upper, low, lower), fill=mixed(colour, 0.4))
        pen.rectangle((low, upper, max(high, low + 3 * sharp), lower), fill=colour)
        place_of_number = (high + 10 * sharp, y + (pitch - size * 1.25) / 2)
        pen.text(place_of_number, bar.words, font=strong, fill=INK)


def _as_rows(body: BarsBody) -> RangeBody:
    """Give a few bars as rows with their names and numbers."""
    (series,) = body.series
    bars = [
        Bar(
            "", name, int(y or 0), None, int(y or 0), f"{y or 0:,.0f}", "", series.colour, "", False
        )
        for name, y in zip(series.xs, series.ys, strict=True)
    ]
    return RangeBody(tuple(bars), body.value_title, 0)


def _marks(pen: ImageDraw.ImageDraw, box: Box, body: PointsBody | BarsBody, sharp: int) -> None:
    left, top, right, bottom = box
    numbers = [y for series in body.series for y in series.ys if y is not None and y == y]
    if not numbers:
        return
    low = min(0, *numbers)
    high = max(*numbers, low + 1)
    dated = isinstance(body, PointsBody) and body.dated
    categories = list(dict.fromkeys(x for series in body.series for x in series.xs))

    def across(x: Any) -> float:
        if dated:
            days = [pd.Timestamp(c).toordinal() for c in categories]
            span = max(days) - min(days) or 1
            return float((pd.Timestamp(x).toordinal() - min(days)) / span)
        if isinstance(x, (int, float)):
            span = max(categories) - min(categories) or 1
            return float((x - min(categories)) / span)
        return float((categories.index(x) + 0.5) / len(categories))

    face = font(SANS, 18 * sharp, 400)
    for share in (0, 0.5, 1):
        y = bottom - 26 * sharp - share * (bottom - top - 40 * sharp)
        pen.line(((left, y), (right, y)), fill=RULE, width=sharp)
        pen.text(
            (left, y - 22 * sharp), f"{low + share * (high - low):,.0f}", font=face, fill=INK_QUIET
        )
    for series in body.series:
        colour = opaque(series.colour)
        for x, y in zip(series.xs, series.ys, strict=True):
            if y is None or y != y:
                continue
            px = left + 90 * sharp + across(x) * (right - left - 110 * sharp)
            share = (y - low) / (high - low)
            py = bottom - 26 * sharp - share * (bottom - top - 40 * sharp)
            if isinstance(body, BarsBody):
                half = 0.35 * (right - left - 110 * sharp) / len(categories)
                pen.rectangle((px - half, py, px + half, bottom - 26 * sharp), fill=colour)
                continue
            r = (2 if series.line else 5) * sharp
            pen.ellipse((px - r, py - r, px + r, py + r), fill=colour)
    if dated:
        ends = (min(categories), max(categories))
        pen.text((left + 90 * sharp, bottom - 22 * sharp), ends[0], font=face, fill=INK_QUIET)
        offset = right - pen.textlength(ends[1], font=face)
        pen.text((offset, bottom - 22 * sharp), ends[1], font=face, fill=INK_QUIET)


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
    columns = min(len(body.headings), 3)
    if not columns or not body.rows:
        pen.text((left, top), "Nothing matches.", font=face, fill=INK_QUIET)
        return
    lengths = [max(len(row[i]) for row in (*body.rows, body.headings)) for i in range(columns)]
    shares = [min(max(length, 13), 60) for length in lengths]
    y = top
    for row in (body.headings, *body.rows):
        if y > bottom - 34 * sharp:
            break
        x = left
        for across in range(columns):
            width = (right - left) * shares[across] / sum(shares)
            line = wrapped(pen, row[across] or " ", face, width - 20 * sharp, most=1)
            ink = strong if row is body.headings else face
            pen.text((x, y), line[0] if line else "", font=ink, fill=INK)
            x += width
        pen.line(((left, y + 31 * sharp), (right, y + 31 * sharp)), fill=RULE, width=sharp)
        y += 38 * sharp
