"""Leaders' journeys as arcs on a pydeck map that needs no network: flat, or on a globe."""

import pandas as pd
import pydeck as pdk

from components.figures.deck_ground import ground
from components.figures.palette import (
    ARC_FROM_RGBA,
    ARC_TO_RGBA,
    GLOBE_SEA_RGBA,
    MEETING_RGBA,
    SUMMIT_RGBA,
    VIRTUAL_RGBA,
)
from components.figures.sco_wording import words_for
from components.figures.wording import day, plural, shorten

CLEAR_RGBA = [0, 0, 0, 0]
WHITE_RGBA = [255, 255, 255, 200]
FAINT = 40
"""Opacity of arcs beside the chosen ones."""


def meeting_arcs(
    rows: pd.DataFrame,
    travel: pd.DataFrame,
    names: pd.Series,
    base_url: str,
    hatching_url: str,
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
    hatching_url
        Address of the hatching of the disputed areas, for the same borders.
    view
        ``flat`` or ``globe``.
    selected
        Identifier of the meeting whose arcs alone are drawn strong; blank for all.
    """
    layers = [
        *ground(base_url, hatching_url, f"-{view}"),
        _arcs(travel, names, view, selected),
        _places(rows),
    ]
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
            tooltip={"text": "{what}"},
        )
    return pdk.Deck(
        layers=layers, map_provider=None, initial_view_state=where, tooltip={"text": "{what}"}
    )


def places_key() -> list[tuple[str, list[int]]]:
    """List what the marks at places stand for, with their colours as numbers."""
    return [
        (words_for("meeting_kind", "summit"), SUMMIT_RGBA),
        ("Other meeting", MEETING_RGBA),
        ("By video", VIRTUAL_RGBA),
    ]


def _arcs(travel: pd.DataFrame, names: pd.Series, view: str, selected: str) -> pdk.Layer:
    counted = travel.groupby(
        ["traveller", "from_lat", "from_lon", "city", "lat", "lon"], as_index=False
    ).agg(times=("identifier", "size"), which=("identifier", list))
    records = [
        {
            # Numbers, not lists: pydeck writes each number of a list on a line of its own.
            "x0": round(float(row.from_lon), 2),
            "y0": round(float(row.from_lat), 2),
            "x1": round(float(row.lon), 2),
            "y1": round(float(row.lat), 2),
            "width": min(1 + int(row.times), 6),
            "strong": int(not selected or selected in row.which),
            "what": f"{names[row.traveller]} to {row.city}: {plural(int(row.times), 'journey')}",
        }
        for row in counted.itertuples()
    ]
    return pdk.Layer(
        "ArcLayer",
        id=f"journeys-{view}",
        data=records,
        get_source_position="[x0, y0]",
        get_target_position="[x1, y1]",
        get_source_color=_by_strength(ARC_FROM_RGBA),
        get_target_color=_by_strength(ARC_TO_RGBA),
        get_width="width",
        great_circle=view == "globe",
        get_height=0.3 if view == "globe" else 0.5,
        # On a globe deck.gl takes the outside of an arc for its back, and would not draw it.
        parameters={"cullMode": "none"},
        pickable=True,
        auto_highlight=True,
    )


def _by_strength(colour: list[int]) -> str:
    return f"strong ? {colour} : {[*colour[:3], FAINT]}"


def _places(rows: pd.DataFrame) -> pdk.Layer:
    """Mark each place of meeting: a disc, larger for a summit; a ring where they met by video.

    Meetings of one sort in one city share a mark.
    """
    placed = rows[rows["lat"].notna()].sort_values("held_from")
    records = []
    for (city, kind, form), met in placed.groupby(["city", "kind", "format"], sort=False):
        last = met.iloc[-1]
        by_video = form == "virtual"
        summit = kind == "summit"
        noun = words_for("meeting_kind", kind).lower()
        count = noun if len(met) == 1 else f"{noun}, {len(met)} times"
        records.append(
            {
                "x": round(float(last["lon"]), 2),
                "y": round(float(last["lat"]), 2),
                "radius": 10 if by_video else 6 if summit else 4,
                "video": int(by_video),
                "summit": int(summit),
                "width": 3 if form != "in_person" else 1,
                "what": f"{city}, {words_for('format', form).lower()}, {count}\nlast "
                f"{day(last['held_from'], last['held_on_precision'])}: "
                f"{shorten(last['occasion'], 60)}",
            }
        )
    return pdk.Layer(
        "ScatterplotLayer",
        id="places",
        data=records,
        get_position="[x, y]",
        get_radius="radius",
        radius_units="'pixels'",
        get_fill_color=f"video ? {CLEAR_RGBA} : summit ? {SUMMIT_RGBA} : {MEETING_RGBA}",
        get_line_color=f"width > 1 ? {VIRTUAL_RGBA} : {WHITE_RGBA}",
        get_line_width="width",
        line_width_units="'pixels'",
        stroked=True,
        pickable=True,
        auto_highlight=True,
    )
