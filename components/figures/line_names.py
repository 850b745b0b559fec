"""Where the name of a line stands free: over no mark and no other name, on a page and a phone."""

from collections.abc import Sequence
from typing import Any, NamedTuple

LETTER, LINE, MARK, GAP = 6, 14, 5, 2
"""Pixels: width of a letter, height of a name, half a mark, and the blank beside a mark."""
SHEETS = ((275, 340), (1030, 390))
"""Width and height that the axes have on a phone and on a page, pixels."""
SIDES: dict[tuple[str, str], tuple[int, int]] = {
    ("left", "middle"): (1, 0),
    ("right", "bottom"): (0, 1),
    ("left", "bottom"): (0, 1),
    ("center", "bottom"): (0, 1),
    ("right", "top"): (0, -1),
    ("left", "top"): (0, -1),
    ("center", "top"): (0, -1),
    ("right", "middle"): (-1, 0),
}
"""Anchors of a name, and in which direction it stands off its mark: right of it where it can."""


class Mark(NamedTuple):
    """A mark with its bar, as shares of the axes from their origin."""

    across: float
    up: float
    lowest: float
    highest: float


class Box(NamedTuple):
    """What something covers, pixels from the origin of the axes."""

    left: float
    right: float
    bottom: float
    top: float

    def touches(self, other: "Box") -> bool:
        """Say whether two boxes share a pixel."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )


class FreeNames:
    """Names given their places one by one: each keeps off the marks and the names before."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._taken = [
            box
            for mark in marks
            for box in zip(*(_covered(mark, sheet) for sheet in SHEETS), strict=True)
        ]

    def place(self, name: str, mark: Mark) -> dict[str, Any]:
        """Give the side of its mark on which a name stands free, as an annotation's parts.

        Empty where it stands free on none, on a phone or on a page.
        """
        for (xanchor, yanchor), (right, up) in SIDES.items():
            boxes = tuple(_written(name, mark, xanchor, yanchor, sheet) for sheet in SHEETS)
            within = all(
                box.left >= 0 and box.right <= width and box.bottom >= 0 and box.top <= height
                for box, (width, height) in zip(boxes, SHEETS, strict=True)
            )
            if within and not any(
                box.touches(other)
                for taken in self._taken
                for box, other in zip(boxes, taken, strict=True)
            ):
                self._taken.append(boxes)
                off = MARK + GAP
                shift = {"xshift": right * off, "yshift": up * off}
                return {"xanchor": xanchor, "yanchor": yanchor, **shift}
        return {}


def _covered(mark: Mark, sheet: tuple[int, int]) -> tuple[Box, Box]:
    """Give what a mark and its bar cover."""
    x, y = mark.across * sheet[0], mark.up * sheet[1]
    bar = mark.lowest * sheet[1], mark.highest * sheet[1]
    return Box(x - MARK, x + MARK, y - MARK, y + MARK), Box(x - 1, x + 1, *bar)


def _written(name: str, mark: Mark, xanchor: str, yanchor: str, sheet: tuple[int, int]) -> Box:
    """Give what a name covers that is anchored at a mark and stands off it."""
    right, up = SIDES[xanchor, yanchor]
    width = len(name) * LETTER
    x = mark.across * sheet[0] + right * (MARK + GAP)
    y = mark.up * sheet[1] + up * (MARK + GAP)
    left = x - {"left": 0.0, "center": 0.5, "right": 1.0}[xanchor] * width
    bottom = y - {"bottom": 0.0, "middle": 0.5, "top": 1.0}[yanchor] * LINE
    return Box(left, left + width, bottom, bottom + LINE)
