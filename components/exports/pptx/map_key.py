"""What stands beside a map on a slide: its key by name, its journeys, and whose boundaries."""

import re
from typing import Any

from components.exports.pptx.parts import HATCHING, ROUND, draw_key
from components.exports.pptx.sheet import Box, write, write_note
from components.exports.pptx.type import height_of, lines_of
from components.exports.slides.map_body import MapBody
from components.figures.palette import INK, INK_QUIET, SHEET_DISPUTED
from components.figures.sco_wording import HATCHED
from components.figures.wording import plural

DISPUTED_WORDS = "Disputed: hatched, in no state's colour"
NAMES, NOTE = 13.0, 11.0
"""Type of the names under the key, and of the boundary line, points."""
ARROWS = {
    "An arc runs": "An arrow runs",
    " (blue)": "",
    " (red)": "",
    "Without arcs": "Without arrows",
    "Arcs: journeys": "Arrows: journeys",
}
"""What the line beneath says of arcs, and what it says of the arrows of a slide."""


def draw_map_key(sheet: Any, box: Box, body: MapBody) -> None:
    """Write beside the map what its colours mean, by name, and whose boundaries it draws."""
    room = write_note(sheet, box, arrow_words(body), "Boundaries", NOTE)
    top = room.top
    bottom = room.top + room.height
    for words, code in [*body.legend, (DISPUTED_WORDS, SHEET_DISPUTED)]:
        if words == DISPUTED_WORDS:
            # The base map has smaller ones besides, which the key leaves unnamed.
            found = [body.names.get(c, c) for c in HATCHED if c in body.disputed]
            found = [name.removesuffix(" (disputed)") for name in found]
            # Named once is enough: the boundary line says who disputes them, too.
            found = [] if all(name in body.note for name in found) else found
        else:
            found = sorted(fill.name for fill in body.fills if fill.meaning == words)
        heading = f"{words} ({len(found)})" if found else words
        mark = HATCHING if words == DISPUTED_WORDS else ROUND if words in body.round else ""
        high = draw_key(sheet, Box(box.left, top, box.width, 0), [(heading, code, mark)])
        top += high
        if found:
            top = _list(sheet, Box(box.left, top, box.width, bottom - top), ", ".join(found), words)
    if body.fills and not {words for words, _ in body.legend} & {f.meaning for f in body.fills}:
        # The key of a scale names its ends alone: every value is said, the highest first.
        fills = sorted(body.fills, key=lambda fill: -fill.value)
        top = _lines(sheet, box, top, bottom, [fill.meaning for fill in fills], "Values")
    journeys = sorted((line.label for line in body.lines if line.label), key=_journeys)
    if journeys:
        _lines(sheet, box, top, bottom, journeys, "Journeys")


def _list(sheet: Any, room: Box, text: str, words: str) -> int:
    """Write names in what room there is, and say where they are cut; give where they end."""
    most = max(int(room.height // height_of(1, NAMES)), 1)
    while lines_of(text, NAMES, room.width) > most:
        text = f"{text[: int(len(text) * 0.9)].rsplit(', ', 1)[0]}, …"
    high = height_of(lines_of(text, NAMES, room.width), NAMES)
    place = Box(room.left, room.top, room.width, high)
    write(sheet, place, [(text, NAMES, INK_QUIET)], f"Names: {words}")
    return room.top + high + 70_000


def _lines(sheet: Any, box: Box, top: int, bottom: int, words: list[str], name: str) -> int:
    """Write a line each, as many as there is room for, and how many more; give where they end."""
    top += 60_000
    most = max(int((bottom - top) // height_of(1, NAMES)), 2)
    shown = words if len(words) <= most else words[: most - 1]
    more = [f"and {len(words) - len(shown)} more"] if len(shown) < len(words) else []
    lines = [(text, NAMES, INK) for text in [*shown, *more]]
    high = height_of(len(lines), NAMES)
    write(sheet, Box(box.left, top, box.width, high), lines, name, close=True)
    return top + high


def _journeys(label: str) -> tuple[int, str]:
    """Sort by how often a journey was made, the most first."""
    counted = re.search(r"(\d+) journey", label)
    return (-int(counted.group(1)) if counted else 0, label)


def arrow_words(body: MapBody) -> str:
    """Give the line beneath a map for its form on a slide, and say what lies beyond it."""
    note = body.note
    if body.lines:
        for old, new in ARROWS.items():
            note = note.replace(old, new)
    beyond = len(body.lines) - len(body.lines_within)
    return (
        f"{note} {plural(beyond, 'arrow')} to or from beyond this map not drawn."
        if beyond
        else note
    )
