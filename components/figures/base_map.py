"""The ground of every map of states: whose borders, and the disputed areas in their own pattern."""

import pandas as pd
import plotly.graph_objects as go

from components.figures.layout import arrange
from components.figures.palette import BORDER, CLEAR, DISPUTED_FILL, HATCH, LAND
from components.figures.sco_wording import words_for
from components.figures.wording import escape_hover, listed

BORDERS = ["un", "de-facto"]
RESOLUTION = {"un": 110, "de-facto": 50}
"""Plotly keeps base maps by file name, so each choice of borders has a name, not a scale."""
CENTRES = {"XJK": (75.5, 34.3), "XAC": (79.3, 35.2), "XAP": (94.5, 28.2)}
"""Longitude and latitude at which a hatched area is named where it has no shape of its own."""
CRIMEA = (34.2, 45.3)


def lay_ground(figure: go.Figure, countries: pd.DataFrame, borders: str) -> go.Figure:
    """Draw land, borders, hatching and the disputed areas, and name the borders in the legend.

    Shapes travel by URL, never in the figure: draw it with the base map's address set.

    Raises
    ------
    ValueError
        If ``borders`` is not one of ``BORDERS``.
    """
    if borders not in BORDERS:
        raise ValueError(f"borders must be one of {BORDERS}, not {borders!r}")
    figure.add_trace(_disputed(countries, borders))
    figure.add_trace(_named_borders(borders))
    return draw_world(
        figure, middle=85, lon=(12, 172), lat=(-3, 77), resolution=RESOLUTION[borders]
    )


def draw_world(
    figure: go.Figure,
    *,
    middle: float,
    lon: tuple[float, float],
    lat: tuple[float, float],
    resolution: int,
) -> go.Figure:
    """Lay land, borders and the hatching of disputed areas under a map, in a fixed frame.

    Degrees throughout. The hatching is the base map's layer ``rivers``.
    """
    geo = {
        "projection": {"type": "natural earth", "rotation": {"lon": middle}},
        "lonaxis": {"range": list(lon)},
        "lataxis": {"range": list(lat)},
        "fitbounds": False,
        "resolution": resolution,
        "bgcolor": CLEAR,
        "showframe": False,
        "showland": True,
        "landcolor": LAND,
        "showcountries": True,
        "countrycolor": BORDER,
        "countrywidth": 0.5,
        "showcoastlines": True,
        "coastlinecolor": BORDER,
        "coastlinewidth": 0.5,
        "showrivers": True,
        "rivercolor": HATCH,
        "riverwidth": 0.8,
        "showlakes": False,
        "showocean": False,
    }
    return arrange(figure, geo=geo)


def _disputed(countries: pd.DataFrame, borders: str) -> go.Choropleth | go.Scattergeo:
    """Mark the disputed areas: filled where the base map keeps them apart, named in any case."""
    names = countries.set_index("country")["name"]
    areas = countries[countries["kind"] == "disputed_area"]
    if borders == "un":
        return go.Choropleth(
            name="Disputed: hatched, in no state's colour",
            locations=list(areas["country"]),
            z=[1] * len(areas),
            colorscale=[[0, DISPUTED_FILL], [1, DISPUTED_FILL]],
            showscale=False,
            showlegend=True,
            marker={"line": {"color": HATCH, "width": 0.8}},
            hovertext=_claimed_by(areas, names),
            hovertemplate="%{hovertext}<extra></extra>",
            unselected={"marker": {"opacity": 1}},
        )
    hatched = areas[areas["country"].isin(CENTRES)]
    places = [*(CENTRES[code] for code in hatched["country"]), CRIMEA]
    words = [
        *_claimed_by(hatched, names),
        "<b>Crimea (disputed)</b><br>Held by Russia; Ukraine's by resolution 68/262",
    ]
    return go.Scattergeo(
        name="Disputed: hatched",
        lon=[lon for lon, _ in places],
        lat=[lat for _, lat in places],
        mode="markers",
        marker={"symbol": "x-thin-open", "size": 8, "color": HATCH, "line": {"width": 1.5}},
        hovertext=words,
        hovertemplate="%{hovertext}<extra></extra>",
        unselected={"marker": {"opacity": 1}},
    )


def _claimed_by(areas: pd.DataFrame, names: pd.Series) -> list[str]:
    hovers = []
    for name, parties in zip(areas["name"], areas["parties"], strict=True):
        claimed_by = listed([escape_hover(names[code]) for code in parties.split(";")])
        hovers.append(f"<b>{escape_hover(name)}</b><br>Claimed by {claimed_by}")
    return hovers


def _named_borders(borders: str) -> go.Scattergeo:
    """Put the choice of borders into the legend, where every export carries it along."""
    return go.Scattergeo(
        name=f"Borders: {words_for('borders', borders)}",
        lon=[None],
        lat=[None],
        mode="lines",
        line={"color": BORDER, "width": 1.5},
        hoverinfo="skip",
        showlegend=True,
    )
