"""The ground under every pydeck map: states, borders, and the disputed areas hatched."""

from copy import copy

import pydeck as pdk

from components.figures.palette import (
    HATCH_RGBA,
    MAP_BORDER_RGBA,
    MAP_DISPUTED_RGBA,
    MAP_LAND_RGBA,
)
from components.figures.sco_wording import HATCHED

SHAPES = {
    "un": ("data/geo/countries.geojson", "data/geo/hatching.geojson"),
    "de-facto": ("data/geo/countries_de_facto.geojson", "data/geo/hatching_de_facto.geojson"),
}
"""Addresses of shapes and hatching by whose borders, relative: they survive a base path."""


def ground(shapes_url: str, hatching_url: str, suffix: str = "") -> list[pdk.Layer]:
    """Give the layers of land and of the hatching, lowest first.

    Parameters
    ----------
    shapes_url, hatching_url
        Addresses on our own server; shapes never travel in the figure.
    suffix
        Ends the layers' ids, where two grounds take turns in one place.
    """
    disputed = " || ".join(f"properties.country == '{code}'" for code in HATCHED)
    land = pdk.Layer(
        "GeoJsonLayer",
        id=f"countries{suffix}",
        data=shapes_url,
        stroked=True,
        filled=True,
        get_fill_color=f"({disputed}) ? {MAP_DISPUTED_RGBA} : {MAP_LAND_RGBA}",
        get_line_color=MAP_BORDER_RGBA,
        line_width_min_pixels=0.5,
    )
    hatching = pdk.Layer(
        "GeoJsonLayer",
        id=f"hatching{suffix}",
        data=hatching_url,
        stroked=True,
        filled=False,
        get_line_color=HATCH_RGBA,
        line_width_min_pixels=1,
    )
    return [land, hatching]


PHONE = 1.1
"""How much further off a map is seen on a telephone, steps of a doubling."""


def on_a_phone(deck: pdk.Deck) -> pdk.Deck:
    """Give the same map seen from further off: a screen a third as wide shows as much of it.

    deck.gl knows no frame to fit into, and Streamlit not how wide a page is.
    """
    further = copy(deck)
    view = copy(deck.initial_view_state)
    view.zoom -= PHONE
    further.initial_view_state = view
    return further
