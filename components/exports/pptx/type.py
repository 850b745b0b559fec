"""How much room words take on a sheet, on the safe side: fonts differ from machine to machine.

Widths are those of Noto Sans, which LibreOffice takes where Calibri is missing; Calibri itself
is narrower.
"""

from functools import lru_cache

POINT = 12_700
"""EMU of a point."""
LEADING = 1.36
"""Height of a line, in type sizes; Noto Sans has the tallest."""
TITLE_LEADING = 1.25
"""Height of a line of a title: Georgia and its relatives are lower than Noto Sans."""
SERIF_BOLD = 1.12
"""How much wider bold serifs run than plain sans."""
BOLD = 1.07
"""How much wider bold sans runs than plain."""
GROUPS = [
    (".,:;'|!ijl·", 0.27),
    (" ", 0.26),
    ('frtI()[]-/"', 0.38),
    ("cksvxyzJL", 0.52),
    ("mMW%@—", 0.93),
    ("w", 0.79),
    ("0123456789", 0.575),
    ("ABCDEFGHKNOPQRSTUVXYZ", 0.68),
]
WIDTHS = {letter: width for letters, width in GROUPS for letter in letters}
OTHER, WIDE = 0.61, 1.0
FIRST_WIDE = 0x2E80
"""From here on letters are as wide as high: Chinese, Japanese, Korean."""


@lru_cache(maxsize=4096)
def ems(text: str) -> float:
    """Give the width of words in type sizes."""
    return sum(WIDTHS.get(c, WIDE if ord(c) >= FIRST_WIDE else OTHER) for c in text)


def width_of(text: str, size: float) -> int:
    """Give the width of words in EMU."""
    return int(ems(text) * size * POINT)


def lines_of(text: str, size: float, width: int, wider: float = 1.0) -> int:
    """Count the lines that words wrap to in a width (EMU); ``wider`` is of the typeface."""
    room = width / (size * POINT * wider)
    lines, used = 1, 0.0
    for word in text.split(" "):
        # Text without blanks (Chinese) wraps anywhere.
        length = ems(word)
        needed = used + (WIDTHS[" "] if used else 0) + length
        if needed <= room:
            used = needed
        elif length <= room:
            lines, used = lines + 1, length
        else:
            more = int((used + length) // room)
            lines, used = lines + more, (used + length) % room
    return lines


def height_of(lines: int, size: float) -> int:
    """Give the height of lines in EMU."""
    return int(lines * size * LEADING * POINT)


def largest(text: str, sizes: list[float], width: int, most: int, wider: float = 1.0) -> float:
    """Give the largest of the sizes at which words take at most so many lines; else the last."""
    return next((s for s in sizes if lines_of(text, s, width, wider) <= most), sizes[-1])
