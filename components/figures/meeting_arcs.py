"""Leaders' journeys as arcs on a pydeck map that needs no network: flat, or on a globe."""

import pandas as pd
import pydeck as pdk

from components.figures.palette import (
    ARC_FROM_RGBA,
    ARC_TO_RGBA,
    GLOBE_SEA_RGBA,
    MAP_BORDER_RGBA,
    MAP_DISPUTED_RGBA,
    MAP_LAND_RGBA,
    MEETING_RGBA,
    SUMMIT_RGBA,
    VIRTUAL_RGBA,
)
from components.figures.power_wording import words_for
from components.figures.wording import day, plural, shorten

DISPUTED_AREAS = ["XJK", "XAC", "XAP"]
CLEAR_RGBA = [0, 0, 0, 0]


def meeting_arcs(
    rows: pd.DataFrame,
    travel: pd.DataFrame,
    names: pd.Series,
    base_url: str,
    *,
    view: str = "flat",
    selected: str = "",
) -> pdk.Deck:
    """Draw an arc for every journey of a leader, and a mark at every place of meeting.

    Parameters
    ----------
    rows
        Rows of ``questions.meetings.gatherings``.
    travel
        Rows of ``questions.meetings.journeys``: from which capital to which place.
    names
        Names of states by code.
    base_url
        Address of the country shapes on our own server; shapes never travel in the figure.
    view
        ``flat`` or ``globe``.
    selected
        Identifier of the meeting whose arcs alone are drawn strong; blank for all.
    """
    layers = [_ground(base_url, view), _arcs(travel, names, view, selected), _places(rows)]
    where = pdk.ViewState(latitude=42, longitude=75, zoom=1 if view == "globe" else 1.9)
    if view == "globe":
        sea = pdk.Layer(
            "SolidPolygonLayer",
            id="sea",
            data=[[[-180, 90], [0, 90], [180, 90], [180, -90], [0, -90], [-180, -90]]],
            get_polygon="-",
            filled=True,
            get_fill_color=GLOBE_SEA_RGBA,
        )
        globe = pdk.View(type="_GlobeView", controller=True)
        # map_style stays unset: set to None or "", pydeck asks an outside host for a base map.
        return pdk.Deck(
            views=[globe],
            layers=[sea, *layers],
            map_provider=None,
            initial_view_state=where,
            parameters={"cull": True},
            tooltip={"text": "{what}"},
        )
    return pdk.Deck(
        layers=layers, map_provider=None, initial_view_state=where, tooltip={"text": "{what}"}
    )


def _ground(base_url: str, view: str) -> pdk.Layer:
    disputed = " || ".join(f"properties.country == '{code}'" for code in DISPUTED_AREAS)
    return pdk.Layer(
        "GeoJsonLayer",
        id=f"countries-{view}",
        data=base_url,
        stroked=True,
        filled=True,
        get_fill_color=f"({disputed}) ? {MAP_DISPUTED_RGBA} : {MAP_LAND_RGBA}",
        get_line_color=MAP_BORDER_RGBA,
        line_width_min_pixels=0.5,
    )


def _arcs(travel: pd.DataFrame, names: pd.Series, view: str, selected: str) -> pdk.Layer:
    counted = travel.groupby(
        ["traveller", "from_lat", "from_lon", "city", "lat", "lon"], as_index=False
    ).agg(times=("identifier", "size"), which=("identifier", list))
    records = [
        {
            "from": [float(row.from_lon), float(row.from_lat)],
            "to": [float(row.lon), float(row.lat)],
            "width": float(min(1 + row.times, 6)),
            "start": _faded(ARC_FROM_RGBA, row.which, selected),
            "end": _faded(ARC_TO_RGBA, row.which, selected),
            "what": f"{names[row.traveller]} to {row.city}: {plural(int(row.times), 'journey')}",
        }
        for row in counted.itertuples()
    ]
    return pdk.Layer(
        "ArcLayer",
        id=f"journeys-{view}",
        data=records,
        get_source_position="from",
        get_target_position="to",
        get_source_color="start",
        get_target_color="end",
        get_width="width",
        great_circle=view == "globe",
        get_height=0 if view == "globe" else 0.5,
        pickable=True,
        auto_highlight=True,
    )


def _faded(colour: list[int], which: list[str], selected: str) -> list[int]:
    return colour if not selected or selected in which else [*colour[:3], 40]


def _places(rows: pd.DataFrame) -> pdk.Layer:
    """Mark each place of meeting: a disc, larger for a summit; a ring where they met by video."""
    placed = rows[rows["lat"].notna()]
    records = []
    for row in placed.itertuples():
        by_video = row.format == "virtual"
        filled = SUMMIT_RGBA if row.kind == "summit" else MEETING_RGBA
        records.append(
            {
                "at": [float(row.lon), float(row.lat)],
                "radius": 9.0 if by_video else 6.0 if row.kind == "summit" else 4.0,
                "fill": CLEAR_RGBA if by_video else filled,
                "line": VIRTUAL_RGBA if row.format != "in_person" else [255, 255, 255, 200],
                "width": 3.0 if row.format != "in_person" else 1.0,
                "what": f"{row.city}, {day(row.held_from, row.held_on_precision)}: "
                f"{shorten(row.occasion, 60)} ({words_for('format', row.format).lower()})",
            }
        )
    return pdk.Layer(
        "ScatterplotLayer",
        id="places",
        data=records,
        get_position="at",
        get_radius="radius",
        radius_units="'pixels'",
        get_fill_color="fill",
        get_line_color="line",
        get_line_width="width",
        line_width_units="'pixels'",
        stroked=True,
        pickable=True,
        auto_highlight=True,
    )
