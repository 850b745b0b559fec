"""The key of a chart as lines of HTML: they wrap, print and scale with the page."""

import html

from components.exports.slides.mark_shapes import CORNERS, corners
from components.figures.palette import INK_QUIET, mixed, opaque
from components.figures.slide_figures import KeyEntry

SIDE = 24
"""Side of the box that a mark is drawn in."""
FAR = 11
"""How far from the middle of the box a corner stands."""
DASHES = {"dot": "3 4", "dash": "8 5", "longdash": "12 5", "dashdot": "9 4 3 4"}
escaped = html.escape


def key_html(entries: list[KeyEntry]) -> str:
    """Write the entries of a key, each a mark and its words; blank for none."""
    if not entries:
        return ""
    items = "".join(f"<li>{mark_svg(entry)}{escaped(entry.words)}</li>" for entry in entries)
    return f'<ul class="key">{items}</ul>'


def mark_svg(entry: KeyEntry) -> str:
    """Draw a mark, with the line through it where the figure has one."""
    colour = opaque(entry.colour)
    line = ""
    if entry.dash or entry.symbol == "line":
        pattern = DASHES.get(entry.dash, "")
        dashes = f' stroke-dasharray="{pattern}"' if pattern else ""
        line = f'<path d="M0 12H24" stroke="{colour}" stroke-width="3"{dashes}/>'
    mark = "" if entry.symbol == "line" else _shape(entry.symbol, colour)
    box = f'viewBox="0 0 {SIDE} {SIDE}" aria-hidden="true"'
    return f"<svg {box}>{line}{mark}</svg>"


def _shape(symbol: str, colour: str) -> str:
    open_ = "-open" in symbol
    name = symbol.replace("-open", "").replace("-dot", "").replace("-thin", "")
    fill, stroke = ("none", colour) if open_ else (colour, colour)
    paint = f'fill="{fill}" stroke="{stroke}" stroke-width="{3 if open_ else 1}"'
    if name == "hatch":
        stripes = "".join(f"M{x} 22L{x + 20} 2" for x in (-12, -5, 2, 9, 16))
        pale = mixed(colour, 0.3)
        return (
            f'<path d="M2 2H22V22H2Z" fill="{pale}"/>'
            f'<path d="{stripes}" stroke="{INK_QUIET}" stroke-width="2" fill="none"/>'
        )
    if name in CORNERS:
        places = corners(name, (SIDE / 2, SIDE / 2), FAR + 2 if name == "square" else FAR)
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        edge = paint if open_ else f'fill="{fill}" stroke="{INK_QUIET}" stroke-width="1"'
        return f'<polygon points="{points}" {edge}/>'
    if name == "bar":
        return f'<path d="M12 1V23" stroke="{colour}" stroke-width="4"/>'
    if name == "line-ew":
        return f'<path d="M3 12H21" stroke="{colour}" stroke-width="4"/>'
    if name in ("cross", "x"):
        path = "M12 3V21M3 12H21" if name == "cross" else "M5 5L19 19M19 5L5 19"
        return f'<path d="{path}" stroke="{colour}" stroke-width="5"/>'
    dot = f'<circle cx="12" cy="12" r="2.5" fill="{colour}"/>' if "-dot" in symbol else ""
    return f'<circle cx="12" cy="12" r="8" {paint}/>{dot}'
