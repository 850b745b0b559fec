"""Read the marks off the layers of a pydeck map, which no trace of Plotly's holds."""

import re
from typing import Any

from components.exports.slides.map_body import WORLD, Dot, Line, Window
from components.figures.meeting_places import places_key
from components.figures.palette import ACCENT, PLACE_RGBA, of_rgba

AROUND = 10.0
WIDEST, LEAST_WIDTH = 170.0, 70.0
HIGH_BY_WIDE = 0.42
"""Degrees around the places of a map, of the widest and the narrowest window, and its shape."""
EURASIA: Window = (12.0, 172.0, -3.0, 77.0)
CHOICE = re.compile(r"(\w+)(?: > (\d+))? \? (\[[^\]]*\]) : (.*)")
"""How a layer chooses a colour: by a number of the record, the first choice that holds."""


def read_layers(deck: Any) -> tuple[tuple[Dot, ...], tuple[Line, ...]]:
    """Read the marks of a pydeck map, by each layer's own words for where they lie."""
    dots: list[Dot] = []
    lines: list[Line] = []
    for layer in deck.layers:
        records = layer.data if isinstance(layer.data, list) else []
        # Ground, as a globe's sea is, lies there as bare coordinates: no record, no mark.
        for record in filter(lambda each: isinstance(each, dict), records):
            label = str(record.get("what") or _words_of(record)).replace("\n", ", ")
            if "city" in record:
                label = f"{record['city']}: {label}"
            start = _point(record, getattr(layer, "get_source_position", None))
            end = _point(record, getattr(layer, "get_target_position", None))
            at = _point(record, getattr(layer, "get_position", None))
            if start and end:
                ends = [_colour(record, layer, f"get_{e}_color") for e in ("source", "target")]
                lines.append(Line(start, end, ends[0], label, ends[1]))
            elif at:
                size = 2 * float(record.get("radius", 5))
                own = _colour(record, layer, "get_fill_color")
                edge = _colour(record, layer, "get_line_color")
                dots.append(Dot(*at, own or edge or ACCENT, size, label))
    return tuple(dots), tuple(lines)


def _point(record: dict[str, Any], accessor: Any) -> tuple[float, float] | None:
    """Follow an accessor to longitude and latitude: a column, or two of them in brackets."""
    if accessor is None:
        return None
    names = re.findall(r"[A-Za-z_]\w*", str(accessor))
    values = record.get(names[0]) if len(names) == 1 else [record.get(name) for name in names]
    if not isinstance(values, (list, tuple)) or len(values) != 2 or None in values:
        return None
    return (float(values[0]), float(values[1]))


def _words_of(record: dict[str, Any]) -> str:
    return " · ".join(v for v in record.values() if isinstance(v, str) and v)


def _colour(record: dict[str, Any], layer: Any, accessor: str) -> str:
    """Follow a layer's words for a colour; blank where it comes out as no paint at all."""
    words = str(getattr(layer, accessor, None)).removeprefix("@@=")
    rest = str(record.get(words, words))
    while chosen := CHOICE.fullmatch(rest):
        name, bound, then, rest = chosen.groups()
        if float(record.get(name, 0)) > float(bound or 0):
            rest = then
    channels = [int(part) for part in re.findall(r"\d+", rest)]
    if len(channels) == 4 and channels[3] == 0:
        return ""
    return of_rgba(channels) if len(channels) in (3, 4) else ACCENT


def key_of(dots: tuple[Dot, ...]) -> tuple[tuple[str, str], ...]:
    """Say what the marks of a pydeck map stand for, as far as it has them."""
    used = {dot.colour for dot in dots}
    kinds = [*places_key(), ("Statements, larger for more", PLACE_RGBA)]
    coloured = [(words, of_rgba(rgba)) for words, rgba in kinds]
    return tuple(entry for entry in coloured if entry[1] in used)


def window_around(dots: tuple[Dot, ...], lines: tuple[Line, ...]) -> Window:
    """Give the window that holds all places, with room around them; the world if they lie apart."""
    places = [(dot.lon, dot.lat) for dot in dots]
    places += [end for line in lines for end in (line.start, line.end)]
    if not places:
        return EURASIA
    west, east = min(lon for lon, _ in places), max(lon for lon, _ in places)
    south, north = min(lat for _, lat in places), max(lat for _, lat in places)
    if east - west > WIDEST:
        return WORLD
    wide = max(east - west + 2 * AROUND, LEAST_WIDTH)
    high = max(north - south + 2 * AROUND, wide * HIGH_BY_WIDE)
    middle, centre = (west + east) / 2, (south + north) / 2
    bottom = max(min(centre - high / 2, 84.0 - high), -58.0)
    return (middle - wide / 2, middle + wide / 2, bottom, min(bottom + high, 84.0))
