"""The foot of a slide: what it rests on, the day of knowledge, and its link in whole."""

from collections.abc import Callable, Sequence
from itertools import product

from components.exports.pptx.sheet import Box
from components.exports.pptx.type import height_of, lines_of
from components.figures.palette import INK, INK_QUIET
from components.figures.wording import shorten

FOOT = Box.inches(0.6, 6.72, 11.2, 0.72)
"""Between the rule and the lower edge of the sheet, beside the QR code."""
SOURCES = 12.0
SMALL_SIZES = [11.0, 10.0, 9.0, 8.0]
"""Sizes of the day and of the link, points: the largest is taken at which both are whole."""
LENGTHS = range(140, 40, -5)
"""Letters of the line of sources, the most first: the notes name every one."""
BETWEEN = "  ·  "
Line = tuple[str, float, str]


def sources_in_a_line(words: Callable[[int], str]) -> str:
    """Take as many sources as one line holds; ``words`` gives them in so many letters."""
    fitting = (said for n in LENGTHS if lines_of(said := words(n), SOURCES, FOOT.width) == 1)
    return next(fitting, None) or shorten(words(LENGTHS[-1]), LENGTHS[0])


def foot_lines(sources: str, as_of: str, address: str) -> list[Line]:
    """Set the lines of a foot, each a text, a size in points and a colour.

    The link has a line of its own where the day leaves it no room, and wraps where it is longer
    than a line. One that no small type holds is shown up to a parameter's end, with an ellipsis.
    """
    first: Line = (sources, SOURCES, INK)
    shown = address
    while True:
        for size, parts in product(SMALL_SIZES, _ways(as_of, shown)):
            lines = [first, *((text, size, INK_QUIET) for text in parts)]
            if _height(lines) <= FOOT.height:
                return lines
        kept = shown.removesuffix("…").rpartition("&")[0]
        shown = f"{kept}…" if kept else shorten(address, 100)


def _ways(as_of: str, address: str) -> list[list[str]]:
    """Give the ways to set the day and the link: in one line, else a line each."""
    joined = f"{as_of}{BETWEEN}{address}"
    whole = lines_of(joined, SMALL_SIZES[0], FOOT.width) == 1
    return [[joined]] if whole else [[as_of, address]]


def _height(lines: Sequence[Line]) -> int:
    return sum(height_of(lines_of(text, size, FOOT.width), size) for text, size, _ in lines)
