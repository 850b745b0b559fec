"""A map freed of its drawing library: which shape has which colour, and the dots on it."""

import re
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.answers.answer import Picture
from components.exports.slides.still_note import still_note
from components.figures.meeting_places import places_key
from components.figures.palette import ACCENT, CLEAR, PLACE_RGBA, QUIET, mixed, of_rgba, opaque

WORLD = (-170.0, 190.0, -58.0, 84.0)
AROUND = 10.0
WIDEST, LEAST_WIDTH = 170.0, 70.0
HIGH_BY_WIDE = 0.42
"""Degrees around the places of a map, of the widest and the narrowest window, and its shape."""
EURASIA = (12.0, 172.0, -3.0, 77.0)


@dataclass(frozen=True)
class Fill:
    """A country filled by what it stands for; ``value`` is what a scale paints."""

    code: str
    name: str
    colour: str
    meaning: str
    value: float = 0.0


@dataclass(frozen=True)
class Dot:
    """A mark at a place; ``size`` in pixels of the picture."""

    lon: float
    lat: float
    colour: str
    size: float
    label: str


@dataclass(frozen=True)
class Line:
    """A line between two places; ``end_colour`` is that of its second half."""

    start: tuple[float, float]
    end: tuple[float, float]
    colour: str
    label: str
    end_colour: str


@dataclass(frozen=True)
class MapBody:
    """Shapes by ISO code, dots and lines; the window is west, east, south, north.

    ``disputed`` are the areas to hatch, which no fill touches; ``names`` are of every shape;
    ``round`` are the words of the legend that stand for dots and not for filled shapes.
    """

    fills: tuple[Fill, ...]
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    legend: tuple[tuple[str, str], ...]
    disputed: tuple[str, ...]
    names: dict[str, str]
    window: tuple[float, float, float, float]
    note: str
    round: frozenset[str] = frozenset()


def read_map(picture: Picture, countries: pd.DataFrame) -> MapBody | None:
    """Read a choropleth or a pydeck map; None where the picture is not a map."""
    figure: Any = picture.figure
    names = {str(k): str(v) for k, v in countries.set_index("country")["name"].items()}
    disputed = tuple(countries[countries["kind"] == "disputed_area"]["country"])
    if hasattr(figure, "layers"):
        dots, lines = _layers(figure)
        kinds, window = _places(dots), _around(dots, lines)
        marks = frozenset(words for words, _ in kinds)
        return MapBody((), dots, lines, kinds, disputed, names, window, still_note(picture), marks)
    shapes = [t for t in figure.data if t.type == "choropleth"]
    geo = [t for t in figure.data if t.type in ("choropleth", "scattergeo")]
    if not geo or len(geo) < len(figure.data):
        return None
    fills: dict[str, Fill] = {}
    legend: dict[str, str] = {}
    dotted: set[str] = set()
    for trace in shapes:
        legend.update(_ends_of_scale(trace))
        for fill in _fills(trace, names):
            if fill.code not in disputed and fill.colour != CLEAR:
                fills[fill.code] = fill
                if trace.showlegend is not False and not trace.showscale:
                    legend.setdefault(fill.meaning, fill.colour)
    for trace in geo:
        if trace.type == "scattergeo" and trace.name and trace.showlegend is not False:
            marked = [names.get(str(code), "") for code in trace.customdata or ()]
            if any(marked):
                words = f"{trace.name}: {', '.join(filter(None, marked))}"
                legend.setdefault(words, str(trace.marker.color))
                dotted.add(words)
    dots = tuple(dot for trace in geo if trace.type == "scattergeo" for dot in _geo_dots(trace))
    window = _window(figure.layout.geo)
    return MapBody(
        tuple(fills.values()),
        dots,
        (),
        tuple(legend.items()),
        disputed,
        names,
        window,
        still_note(picture),
        frozenset(dotted),
    )


def _places(dots: tuple[Dot, ...]) -> tuple[tuple[str, str], ...]:
    """Say what the marks of a pydeck map stand for, as far as it has them."""
    used = {dot.colour for dot in dots}
    kinds = [*places_key(), ("Statements, larger for more", PLACE_RGBA)]
    coloured = [(words, of_rgba(rgba)) for words, rgba in kinds]
    return tuple(entry for entry in coloured if entry[1] in used)


def _around(dots: tuple[Dot, ...], lines: tuple[Line, ...]) -> tuple[float, float, float, float]:
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


def _window(geo: Any) -> tuple[float, float, float, float]:
    lon, lat = geo.lonaxis.range, geo.lataxis.range
    if not lon or not lat:
        return WORLD
    return (float(lon[0]), float(lon[1]), float(lat[0]), float(lat[1]))


def _ends_of_scale(trace: Any) -> dict[str, str]:
    """Give the colours of both ends of a scale by their words, the highest first."""
    words = trace.colorbar.ticktext
    if trace.showscale is False or not words or not trace.colorscale:
        return {}
    low, high = trace.colorscale[0][1], trace.colorscale[-1][1]
    return {str(words[-1]): str(high), str(words[0]): str(low)}


def _fills(trace: Any, names: dict[str, str]) -> list[Fill]:
    scale = [(float(stop), str(colour)) for stop, colour in trace.colorscale or ()]
    values = [float(z) for z in trace.z]
    low = float(trace.zmin) if trace.zmin is not None else min(values, default=0)
    high = float(trace.zmax) if trace.zmax is not None else max(values, default=1)
    found = []
    own = trace.hovertext if isinstance(trace.hovertext, (list, tuple)) else [""] * len(values)
    for code, value, words in zip(trace.locations, values, own, strict=True):
        share = (value - low) / (high - low) if high > low else 0.0
        colour = _colour_at(scale, share) if scale else ACCENT
        first = re.sub(r"<[^>]+>", "", str(words).partition("<br>")[0])
        meaning = str(trace.name or first or f"{value:g}")
        found.append(Fill(str(code), names.get(str(code), str(code)), colour, meaning, value))
    return found


def _colour_at(scale: list[tuple[float, str]], share: float) -> str:
    """Take the colour of a place on a scale, between its two nearest stops.

    Scales of categories have two stops at one place, so that nothing lies between.
    """
    below = [stop for stop in scale if stop[0] <= share + 1e-9]
    above = [stop for stop in scale if stop[0] > share + 1e-9]
    if not below or not above:
        return below[-1][1] if below else scale[0][1]
    (start, low), (end, high) = below[-1], above[0]
    if CLEAR in (low, high):
        return low
    return mixed(opaque(high), (share - start) / (end - start), opaque(low))


def _geo_dots(trace: Any) -> list[Dot]:
    if "markers" not in str(trace.mode or "markers"):
        return []
    colour = trace.marker.color if isinstance(trace.marker.color, str) else QUIET
    count = len(trace.lon or ())
    sizes = trace.marker.size
    each = list(sizes) if hasattr(sizes, "__len__") else [sizes or 8] * count
    labels = trace.hovertext if hasattr(trace.hovertext, "__len__") else [""] * count
    return [
        Dot(float(lon), float(lat), colour, float(size), re.sub(r"<[^>]+>", " ", str(text)))
        for lon, lat, size, text in zip(trace.lon, trace.lat, each, labels, strict=False)
        if lon is not None and lat is not None
    ]


def _layers(deck: Any) -> tuple[tuple[Dot, ...], tuple[Line, ...]]:
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


CHOICE = re.compile(r"(\w+)(?: > (\d+))? \? (\[[^\]]*\]) : (.*)")
"""How a layer chooses a colour: by a number of the record, the first choice that holds."""


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
