"""Marks of a link's picture: numbers against two axes, and marks in a grid."""

from operator import itemgetter
from typing import Any

import pandas as pd
from PIL import ImageDraw

from components.exports.card.key import draw_key, draw_mark
from components.exports.card.type import SANS, Box, font, wrapped
from components.exports.slides.bodies import BarsBody, GridBody, PointsBody, Series
from components.figures.palette import INK, INK_QUIET, RULE, opaque
from components.figures.sco_wording import quantity
from components.figures.slide_figures import KeyEntry

TYPE = 20


def draw_grid(pen: ImageDraw.ImageDraw, box: Box, body: GridBody, sharp: int) -> None:
    """Draw a line of marks for each row; columns of the same words are named once."""
    left, top, right, bottom = box
    entries = [KeyEntry(words, colour, symbol) for _, words, colour, symbol in body.key]
    top = draw_key(pen, (left, top), right, entries, sharp)
    bottom -= 24 * sharp
    pitch = min((bottom - top) / max(len(body.rows), 1), 44 * sharp)
    size = int(min(pitch * 0.82, 23 * sharp))
    face = font(SANS, size, 400)
    names = left + max(pen.textlength(name, font=face) for name in body.rows) + 16 * sharp
    names = min(names, left + (right - left) * 0.4)
    step = (right - names) / max(len(body.columns), 1)
    marks = {code: (colour, symbol) for code, _, colour, symbol in body.key}
    radius = min(pitch * 0.33, step * 0.36)
    for line, (name, cells) in enumerate(zip(body.rows, body.cells, strict=True)):
        y = top + (line + 0.5) * pitch
        shown = (wrapped(pen, name, face, names - left - 10 * sharp, most=1) or [""])[0]
        pen.text((left, y - size * 0.64), shown, font=face, fill=INK)
        for column, code in enumerate(cells):
            if code in marks:
                colour, symbol = marks[code]
                x = names + (column + 0.5) * step
                draw_mark(pen, (x, y), radius, symbol, colour)
    small = font(SANS, 18 * sharp, 400)
    free = left
    for column, words in enumerate(body.columns):
        wide = pen.textlength(words, font=small)
        x = names + (column + 0.5) * step - wide / 2
        new = column == 0 or words != body.columns[column - 1]
        if new and x >= free:
            pen.text((x, top + len(body.rows) * pitch + 2 * sharp), words, font=small, fill=INK)
            free = x + wide + 10 * sharp


def draw_marks(pen: ImageDraw.ImageDraw, box: Box, body: PointsBody | BarsBody, sharp: int) -> None:
    """Draw numbers against two axes: lines named at their ends, or marks with a key."""
    left, top, right, bottom = box
    numbers = [y for series in body.series for y in series.ys if y is not None and y == y]
    if not numbers:
        return
    named = [s for s in body.series if s.name and not s.line]
    at_ends = isinstance(body, PointsBody) and len(named) > 1 and all(s.joined for s in named)
    if not at_ends and len(named) > 1:
        entries = [
            KeyEntry(s.name, s.colour, "circle" if isinstance(body, PointsBody) else "square")
            for s in named
        ]
        top = draw_key(pen, (left, top), right, entries, sharp)
    low = float(min(0, *numbers))
    high = float(max(*numbers, low + 1))
    face = font(SANS, TYPE * sharp, 400)
    shares = (0.0, 0.5, 1.0)
    ticks = [quantity(float(f"{low + share * (high - low):.3g}")) for share in shares]
    widest = max(pen.textlength(words, font=face) for words in ticks)
    first = left + widest + 14 * sharp
    last = right - ((right - left) * 0.17 if at_ends else 20 * sharp)
    ground, roof = bottom - 30 * sharp, top + 14 * sharp
    for share, words in zip(shares, ticks, strict=True):
        y = ground - share * (ground - roof)
        pen.line(((first - 6 * sharp, y), (last, y)), fill=RULE, width=sharp)
        at = first - 14 * sharp - pen.textlength(words, font=face)
        pen.text((at, y - TYPE * 0.65 * sharp), words, font=face, fill=INK_QUIET)
    across = _across(body, first, last)

    def up(y: float) -> float:
        return ground - (y - low) / (high - low) * (ground - roof)

    for series in body.series:
        _draw_series(pen, body, series, across, up, ground, sharp)
    _name_ends_of_axis(pen, body, across, ground, sharp)
    if at_ends:
        _name_lines(pen, (last, roof, right, ground), named, up, sharp)


def _across(body: PointsBody | BarsBody, first: float, last: float) -> Any:
    """Give how far to the right a value stands."""
    values = list(dict.fromkeys(x for series in body.series for x in series.xs))
    if isinstance(body, PointsBody) and body.dated:
        days = [pd.Timestamp(x).toordinal() for x in values]
        start, span = min(days), (max(days) - min(days)) or 1
        return lambda x: first + (pd.Timestamp(x).toordinal() - start) / span * (last - first)
    if values and all(isinstance(x, (int, float)) for x in values):
        start, wide = min(values), (max(values) - min(values)) or 1
        return lambda x: first + (x - start) / wide * (last - first)
    return lambda x: first + (values.index(x) + 0.5) / len(values) * (last - first)


def _draw_series(
    pen: ImageDraw.ImageDraw,
    body: PointsBody | BarsBody,
    series: Series,
    across: Any,
    up: Any,
    ground: float,
    sharp: int,
) -> None:
    colour = opaque(series.colour)
    spots = [
        (across(x), up(y))
        for x, y in zip(series.xs, series.ys, strict=True)
        if y is not None and y == y
    ]
    if isinstance(body, BarsBody):
        count = max(len(series.xs), 1)
        half = 0.35 * abs(across(series.xs[-1]) - across(series.xs[0])) / max(count - 1, 1)
        for x, y in spots:
            pen.rectangle((x - half, y, x + half, ground), fill=colour)
        return
    if (series.line or series.joined) and len(spots) > 1:
        pen.line(spots, fill=colour, width=(2 if series.line else 3) * sharp)
    if not series.line:
        radius = (3 if series.joined else 5) * sharp
        for spot in spots:
            draw_mark(pen, spot, radius, "circle", series.colour)


def _name_ends_of_axis(
    pen: ImageDraw.ImageDraw, body: PointsBody | BarsBody, across: Any, ground: float, sharp: int
) -> None:
    values = sorted({x for series in body.series for x in series.xs})
    face = font(SANS, TYPE * sharp, 400)
    for place, value in enumerate((values[0], values[-1])):
        words = f"{value:.0f}" if isinstance(value, float) else str(value)
        wide = pen.textlength(words, font=face)
        x = across(value) - (wide if place else 0)
        pen.text((x, ground + 4 * sharp), words, font=face, fill=INK_QUIET)


def _name_lines(
    pen: ImageDraw.ImageDraw, box: Box, named: list[Series], up: Any, sharp: int
) -> None:
    """Write each line's name at its end, moved apart; the highest first where room is short."""
    left, top, right, bottom = box
    face = font(SANS, TYPE * sharp, 400)
    high = TYPE * 1.15 * sharp
    ends = [(up([y for y in s.ys if y is not None][-1]), s) for s in named if s.ys]
    # Two lines can end at one height.
    ends.sort(key=itemgetter(0))
    room = int((bottom - top + high) / high)
    places: list[float] = []
    for at, _ in ends[:room]:
        places.append(max(at, places[-1] + high if places else top))
    limit = bottom + high / 2
    for place in range(len(places) - 1, -1, -1):
        places[place] = min(places[place], limit - high / 2)
        limit = places[place] - high / 2
    for y, (_, series) in zip(places, ends, strict=False):
        name = (wrapped(pen, series.name, face, right - left - 12 * sharp, most=1) or [""])[0]
        ink = opaque(series.colour)
        pen.text((left + 12 * sharp, y - high / 2), name, font=face, fill=ink)
