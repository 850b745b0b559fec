"""Bars of a link's picture: claims, measures of two sides, counts; each with its own number."""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import ImageDraw

from components.exports.card.key import draw_key
from components.exports.card.type import SANS, Box, font, wrapped
from components.exports.slides.bars import PALE, how_to_read, reading_order, stake_key
from components.exports.slides.bodies import BarsBody, CountsBody, PairsBody, RangeBody
from components.figures.palette import ACCENT, INK, INK_QUIET, RULE, mixed, opaque
from components.figures.slide_figures import KeyEntry
from components.figures.wording import more_in_the_data, plural

MOST_LINES = 7
PITCH, TYPE = 62, 25
"""Most height of a line and of its type, pixels."""


@dataclass(frozen=True)
class Line:
    """A bar: pale to ``low``, in full colour to ``high``, an upright line at ``best``.

    ``parts`` are lengths and colours of a bar made of several, drawn instead.
    """

    name: str
    low: float
    high: float
    words: str
    colour: str
    best: float | None = None
    parts: tuple[tuple[float, str], ...] = ()


def draw_ranges(pen: ImageDraw.ImageDraw, box: Box, body: RangeBody, sharp: int) -> None:
    """Draw claims from the lowest to the highest figure, and whose stake their colours tell."""
    left, top, right, bottom = box
    turns = reading_order(body.bars)
    chosen = [bar for bar, turn in zip(body.bars, turns, strict=True) if turn < MOST_LINES]
    below = draw_key(pen, (left, top), right, stake_key(body), sharp)
    lines = [Line(bar.name, bar.low, bar.high, bar.words, bar.colour) for bar in chosen]
    left_out = body.left_out + len(body.bars) - len(chosen)
    _draw_lines(
        pen, (left, below, right, bottom), lines, left_out, "figure", sharp, how_to_read(body)
    )


def draw_bars(pen: ImageDraw.ImageDraw, box: Box, body: BarsBody, sharp: int) -> None:
    """Draw lying bars with their names and numbers; stacked ones with a key of their parts."""
    left, top, right, bottom = box
    lines = []
    for place, name in enumerate(body.series[0].xs):
        parts = tuple((float(s.ys[place] or 0), s.colour) for s in body.series)
        total = sum(value for value, _ in parts)
        own = body.series[0].colour
        lines.append(Line(str(name), 0, total, f"{total:,.6g}", own, None, parts))
    if len(body.series) > 1:
        kinds = [KeyEntry(series.name, series.colour) for series in body.series]
        top = draw_key(pen, (left, top), right, kinds, sharp)
    most = sorted((line.high for line in lines), reverse=True)[: MOST_LINES + 2]
    kept = [line for line in lines if line.high >= most[-1]][: MOST_LINES + 2]
    _draw_lines(pen, (left, top, right, bottom), kept, len(lines) - len(kept), "bar", sharp)


def draw_counts(pen: ImageDraw.ImageDraw, box: Box, body: CountsBody, sharp: int) -> None:
    """Draw who has most of what is counted."""
    lines = [
        Line(name, 0, count, plural(count, body.noun) if not place else f"{count:,}", ACCENT)
        for place, (name, count) in enumerate(body.counts)
    ]
    _draw_lines(pen, box, lines, body.others, body.of_whom, sharp)


def _draw_lines(
    pen: ImageDraw.ImageDraw,
    box: Box,
    lines: Sequence[Line],
    left_out: int,
    noun: str,
    sharp: int,
    reading: str = "",
) -> None:
    left, top, right, bottom = box
    if left_out or reading:
        bottom -= 26 * sharp
        one, many = more_in_the_data(f"{left_out:,}", noun)
        more = "" if not left_out else one if left_out == 1 else many
        words = f"{reading} {more}".strip()
        pen.text((left, bottom), words, font=font(SANS, 18 * sharp, 400), fill=INK_QUIET)
    pitch = min((bottom - top) / max(len(lines), 1), PITCH * sharp)
    size = int(min(pitch * 0.6, TYPE * sharp))
    face, strong = font(SANS, size, 400), font(SANS, size, 600)
    longest = max((pen.textlength(line.name, font=face) for line in lines), default=0)
    names = left + min(longest + 12 * sharp, (right - left) * 0.53)
    room = max((pen.textlength(line.words, font=strong) for line in lines), default=0) + 16 * sharp
    most = max((line.high for line in lines), default=1) or 1
    scale = max(right - names - room, 40 * sharp) / most
    for place, line in enumerate(lines):
        y = top + place * pitch
        name = (wrapped(pen, line.name, face, names - left - 10 * sharp, most=1) or [""])[0]
        at = names - 10 * sharp - pen.textlength(name, font=face)
        baseline = y + (pitch - size * 1.25) / 2
        pen.text((at, baseline), name, font=face, fill=INK)
        low, high = names + line.low * scale, names + line.high * scale
        upper, lower = y + pitch * 0.2, y + pitch * 0.8
        colour = opaque(line.colour)
        pen.rectangle((names, upper, low, lower), fill=mixed(colour, PALE), outline=colour)
        if high > low:
            pen.rectangle((low, upper, high, lower), fill=colour)
        start = names
        for value, paint in line.parts if len(line.parts) > 1 else ():
            if value:
                pen.rectangle((start, upper, start + value * scale, lower), fill=opaque(paint))
            start += value * scale
        if line.best is not None:
            at = names + line.best * scale
            pen.rectangle((at - 3 * sharp, upper, at, lower), fill=INK)
        pen.text((high + 10 * sharp, baseline), line.words, font=strong, fill=INK)


def draw_pairs(pen: ImageDraw.ImageDraw, box: Box, body: PairsBody, sharp: int) -> None:
    """Draw measures of two sides back to back, each under its words."""
    left, top, right, bottom = box
    sides = [KeyEntry(*body.left), KeyEntry(*body.right)]
    top = draw_key(pen, (left, top), right, sides, sharp)
    most = max((bottom - top) // (50 * sharp), 1)
    pairs = body.pairs[: int(most)]
    pitch = min((bottom - top) / max(len(pairs), 1), 66 * sharp)
    size = int(min(pitch * 0.4, 23 * sharp))
    face, strong, slanted = (font(SANS, size, weight) for weight in (400, 600, 300))
    values = [v for pair in pairs for v in (pair.left, pair.right) if v is not None]
    middle = (left + right) / 2
    scale = (right - left) / 2 / (max(values, default=1) * 1.4)
    for place, pair in enumerate(pairs):
        y = top + place * pitch
        at = middle - pen.textlength(pair.label, font=face) / 2
        pen.text((at, y), pair.label, font=face, fill=INK)
        upper, lower = y + size * 1.35, y + pitch * 0.92
        baseline = (upper + lower) / 2 - size * 0.62
        for value, words, (_, colour), sign in (
            (pair.left, pair.left_words, body.left, -1),
            (pair.right, pair.right_words, body.right, 1),
        ):
            end = middle + sign * (value or 0) * scale
            own = strong if value is not None else slanted
            if value is not None:
                pen.rectangle((min(middle, end), upper, max(middle, end), lower), fill=colour)
            wide = pen.textlength(words, font=own)
            x = end + 10 * sharp if sign > 0 else end - 10 * sharp - wide
            pen.text((x, baseline), words, font=own, fill=INK if value is not None else INK_QUIET)
        pen.line(((middle, upper), (middle, lower)), fill=RULE, width=sharp)
