"""Pictures on the page: where a figure meets Streamlit."""

from typing import Any

import pydeck as pdk
import streamlit as st

from components.answers.answer import Picture
from components.widgets.inputs import write

CONFIG = {
    # Relative, so that the base map comes from our own server under any base path.
    "topojsonURL": "data/geo/",
    "displaylogo": False,
    "displayModeBar": False,
    "scrollZoom": False,
}
MAP_HEIGHT = 360
"""Height of a pydeck map, pixels."""


def draw(picture: Picture) -> None:
    """Draw a picture; where its marks are doors, a click writes the mark's id to the link."""
    key, figure = picture.key, picture.figure
    if isinstance(figure, pdk.Deck):
        st.pydeck_chart(figure, key=key, alt=picture.alt, height=MAP_HEIGHT)
    elif picture.picks:

        def picked() -> None:
            points = st.session_state[key].selection.points
            if points:
                write(picture.picks, identity(points[0]))

        st.plotly_chart(
            figure,
            key=key,
            alt=picture.alt,
            config=CONFIG,
            on_select=picked,
            selection_mode="points",
        )
    else:
        st.plotly_chart(figure, key=key, alt=picture.alt, config=CONFIG)
    if picture.note:
        st.caption(picture.note)


def identity(point: dict[str, Any]) -> str:
    """Give the id of a clicked mark: the code of a shape, else what the mark carries."""
    data = point.get("customdata", "")
    carried = str(data[0]) if isinstance(data, list) and data else str(data or "")
    return str(point.get("location") or carried)
