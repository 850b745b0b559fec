"""Where statements were made, on a pydeck map that needs no network."""

import pandas as pd
import pydeck as pdk

from components.figures.deck_ground import ground
from components.figures.palette import (
    JOURNEY_FROM_RGBA,
    JOURNEY_TO_RGBA,
    PLACE_EDGE_RGBA,
    PLACE_RGBA,
    PLACE_SELECTED_RGBA,
)
from components.figures.wording import plural, shorten


def statement_places(
    places: pd.DataFrame,
    base_url: str,
    hatching_url: str,
    selected_city: str = "",
    journeys: pd.DataFrame | None = None,
) -> pdk.Deck:
    """Draw a disc at each city, its area by the number of statements, and journeys as arcs.

    Parameters
    ----------
    places
        ``city, lat, lon, statements, speakers``: rows of ``questions.statements.places_of``.
    base_url, hatching_url
        Addresses of the country shapes and of the hatching of the disputed areas.
    selected_city
        City to draw in the selection's colour; blank for none.
    journeys
        ``questions.travel.travel``: arcs from a leader's capital to the city of a meeting.
    """
    records = [
        {
            "city": str(row.city),
            "lon": float(row.lon),
            "lat": float(row.lat),
            "radius": float(4 + 2.4 * row.statements**0.5),
            "colour": PLACE_SELECTED_RGBA if row.city == selected_city else PLACE_RGBA,
            "what": plural(int(row.statements), "statement"),
            "who": shorten(str(row.speakers), 120),
        }
        for row in places.itertuples()
    ]
    discs = pdk.Layer(
        "ScatterplotLayer",
        id="places",
        data=records,
        get_position="[lon, lat]",
        get_radius="radius",
        radius_units="'pixels'",
        get_fill_color="colour",
        get_line_color=PLACE_EDGE_RGBA,
        stroked=True,
        line_width_min_pixels=1,
        pickable=True,
        auto_highlight=True,
    )
    # map_style stays unset: set to None or "", pydeck asks an outside host for a base map.
    return pdk.Deck(
        layers=[
            *ground(base_url, hatching_url),
            *([_arcs(journeys)] if journeys is not None else []),
            discs,
        ],
        map_provider=None,
        initial_view_state=pdk.ViewState(latitude=40, longitude=66, zoom=1.9),
        tooltip={"text": "{city}: {what}\n{who}"},
    )


def _arcs(journeys: pd.DataFrame) -> pdk.Layer:
    records = [
        {
            "from": [float(row.home_lon), float(row.home_lat)],
            "to": [float(row.lon), float(row.lat)],
            "width": float(1 + row.journeys**0.5),
            "city": f"{row.home} to {row.city}",
            "what": plural(int(row.journeys), "journey"),
            "who": f"{row.person}: {shorten(str(row.days), 60)}",
        }
        for row in journeys.itertuples()
    ]
    return pdk.Layer(
        "ArcLayer",
        id="journeys",
        data=records,
        get_source_position="from",
        get_target_position="to",
        get_width="width",
        get_source_color=JOURNEY_FROM_RGBA,
        get_target_color=JOURNEY_TO_RGBA,
        get_height=0.35,
        great_circle=True,
        pickable=True,
        auto_highlight=True,
    )
