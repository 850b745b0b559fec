"""Type for pictures drawn on the server: the bundled Source fonts, set in lines."""

import io
from functools import lru_cache
from typing import Any

from fontTools.ttLib import TTFont
from PIL import ImageDraw, ImageFont

from components.exports.vendored import SANS_WOFF2, SERIF_WOFF2

SANS, SERIF = "sans", "serif"
Box = tuple[float, float, float, float]
"""Left, top, right, bottom; pixels."""
PATHS = {SANS: SANS_WOFF2, SERIF: SERIF_WOFF2}


@lru_cache(maxsize=2)
def _unpacked(family: str) -> bytes:
    """Unpack a WOFF2 font into the TrueType that the drawing library reads."""
    face = TTFont(PATHS[family])
    face.flavor = None
    buffer = io.BytesIO()
    face.save(buffer)
    return buffer.getvalue()


@lru_cache(maxsize=64)
def font(family: str, size: int, weight: int) -> Any:
    """Give a font at a size (pixels) and weight (200 to 900)."""
    face = ImageFont.truetype(io.BytesIO(_unpacked(family)), size)
    axes = face.get_variation_axes()
    values: list[float] = []
    for axis in axes:
        name = axis["name"].decode() if isinstance(axis["name"], bytes) else str(axis["name"])
        values.append(weight if "eight" in name else (axis["default"] or 0))
    face.set_variation_by_axes(values)
    return face


def wrapped(pen: ImageDraw.ImageDraw, text: str, face: Any, width: float, most: int) -> list[str]:
    """Set text in lines of at most ``width``; what is left over is cut with an ellipsis."""
    lines: list[str] = []
    current = ""
    words = text.split()
    for place, word in enumerate(words):
        longer = f"{current} {word}".strip()
        if not current or pen.textlength(longer, font=face) <= width:
            current = longer
            continue
        if len(lines) == most - 1:
            return [*lines, _cut(pen, " ".join([current, *words[place:]]), face, width)]
        lines.append(current)
        current = word
    return [*lines, _cut(pen, current, face, width)] if current else lines


def _cut(pen: ImageDraw.ImageDraw, text: str, face: Any, width: float) -> str:
    if pen.textlength(text, font=face) <= width:
        return text
    # Only as much as could ever fit is measured: a hostile word is long.
    text = text[:400]
    while text and pen.textlength(f"{text}…", font=face) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"
