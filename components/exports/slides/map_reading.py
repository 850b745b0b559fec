"""Read a map off its picture: what fills each country, which dots and lines lie on it."""

import re
from typing import Any

import pandas as pd

from components.answers.answer import Picture
from components.exports.slides.layer_reading import key_of, read_layers, window_around
from components.exports.slides.map_body import WORLD, Dot, Fill, MapBody, Window
from components.exports.slides.still_note import still_note
from components.figures.palette import ACCENT, CLEAR, QUIET, mixed, opaque


def read_map(picture: Picture, countries: pd.DataFrame) -> MapBody | None:
    """Read a choropleth or a pydeck map; None where the picture is not a map."""
    figure: Any = picture.figure
    names = {str(k): str(v) for k, v in countries.set_index("country")["name"].items()}
    disputed = tuple(countries[countries["kind"] == "disputed_area"]["country"])
    if hasattr(figure, "layers"):
        dots, lines = read_layers(figure)
        kinds, window = key_of(dots), window_around(dots, lines)
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


def _window(geo: Any) -> Window:
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
