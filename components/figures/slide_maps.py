"""Places and journeys on the base map, for a page that carries no WebGL library."""

import math

import pandas as pd
import plotly.graph_objects as go

from components.figures.base_map import draw_world
from components.figures.palette import DISPUTED_FILL, HATCH
from components.figures.slide_figures import sheet
from components.figures.wording import escape_hover

Place = tuple[float, float]


def large_map(
    dots: pd.DataFrame,
    lines: pd.DataFrame,
    disputed: pd.DataFrame,
    window: tuple[float, float, float, float] = (-20, 160, -5, 75),
) -> go.Figure:
    """Draw places and lines on the base map; a line changes colour half way, as an arc does.

    Parameters
    ----------
    dots
        ``lon, lat, colour, size, label``.
    lines
        ``from_lon, from_lat, to_lon, to_lat, colour, end_colour, label``.
    disputed
        ``country, name``: areas to set apart from any state.
    window
        West, east, south, north; degrees.
    """
    figure = go.Figure()
    figure.add_choropleth(
        locations=list(disputed["country"]),
        z=[1] * len(disputed),
        colorscale=[[0, DISPUTED_FILL], [1, DISPUTED_FILL]],
        showscale=False,
        marker={"line": {"color": HATCH, "width": 0.8}},
        hovertext=[escape_hover(name) for name in disputed["name"]],
        hoverinfo="text",
    )
    _draw_lines(figure, lines)
    figure.add_scattergeo(
        lon=[float(v) for v in dots["lon"]],
        lat=[float(v) for v in dots["lat"]],
        mode="markers",
        marker={
            "size": [float(v) * 1.2 for v in dots["size"]],
            "color": list(dots["colour"]),
            "line": {"color": "white", "width": 1},
        },
        hovertext=[escape_hover(text) for text in dots["label"]],
        hoverinfo="text",
        showlegend=False,
    )
    west, east, south, north = window
    draw_world(
        figure, middle=(west + east) / 2, lon=(west, east), lat=(south, north), resolution=110
    )
    return sheet(figure)


def _draw_lines(figure: go.Figure, lines: pd.DataFrame) -> None:
    """Draw the halves of all lines, one trace a colour: a trace a line would be slow."""
    halves: dict[str, tuple[list[float | None], list[float | None], list[str]]] = {}
    for line in lines.itertuples():
        start, end = (line.from_lon, line.from_lat), (line.to_lon, line.to_lat)
        middle = half_way(start, end)
        for a, b, colour in ((start, middle, line.colour), (middle, end, line.end_colour)):
            lon, lat, words = halves.setdefault(str(colour), ([], [], []))
            lon += [a[0], b[0], None]
            lat += [a[1], b[1], None]
            words += [escape_hover(str(line.label))] * 2 + [""]
    for colour, (lon, lat, words) in halves.items():
        figure.add_scattergeo(
            lon=lon,
            lat=lat,
            mode="lines",
            line={"color": colour, "width": 2.5},
            hovertext=words,
            hoverinfo="text",
            showlegend=False,
        )


def half_way(start: Place, end: Place) -> Place:
    """Give the middle of the shortest way between two places, longitude and latitude."""
    x = y = z = 0.0
    for lon, lat in (start, end):
        around, up = math.radians(lon), math.radians(lat)
        x += math.cos(up) * math.cos(around)
        y += math.cos(up) * math.sin(around)
        z += math.sin(up)
    return math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))
