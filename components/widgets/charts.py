"""Pictures on the page: where a figure meets Streamlit."""

from typing import Any, Literal
from urllib.parse import parse_qsl

import streamlit as st

from components.answers.answer import Picture
from components.figures.wording import escape_markdown
from components.widgets import first_click
from components.widgets.inputs import write, write_all

CONFIG = {
    # Relative, so that the base map comes from our own server under any base path.
    "topojsonURL": "data/geo/",
    "displaylogo": False,
    "displayModeBar": False,
    "scrollZoom": False,
}
MAP_HEIGHT = 360
"""Height of a pydeck map, pixels."""
PHONE_MAP = 0.7
"""Height on a telephone of a map drawn to fit, as a share: the land is wide, and bands of
nothing stood above and below it."""


def draw(picture: Picture) -> None:
    """Draw a picture; where its marks are doors, a click writes the mark's id to the link."""
    key, figure = picture.key, picture.plot
    if figure is None:
        _draw_map(picture)
    elif picture.picks:
        by_dragging = figure.layout.dragmode == "select"

        def picked() -> None:
            selection = st.session_state[key].selection
            if by_dragging and selection.box:
                write_all(dragged(selection.box[0]))
            elif selection.points:
                follow(picture.picks, identity(selection.points[0]))

        st.plotly_chart(
            figure,
            key=key,
            alt=picture.alt,
            config=CONFIG,
            height=_height(picture),
            on_select=picked,
            selection_mode=("points", "box") if by_dragging else "points",
        )
        chosen = st.session_state[key].selection
        first_click.make_up_for(chosen.points or chosen.box, picked)
    else:
        st.plotly_chart(figure, key=key, alt=picture.alt, config=CONFIG, height=_height(picture))
    # How to read marks is no help where there are none.
    if picture.note and (figure is None or figure.data):
        st.caption(escape_markdown(picture.note))


def _draw_map(picture: Picture) -> None:
    # Read with the first map: it brings pydeck, which no other picture needs.
    from components.figures.deck_ground import on_a_phone

    shown = on_a_phone(picture.figure) if _on_a_phone() else picture.figure
    st.pydeck_chart(shown, key=picture.key, alt=picture.alt, height=MAP_HEIGHT)


def _height(picture: Picture) -> int | Literal["content"]:
    """Give the height of a picture: its own, and less for a map on a telephone."""
    if picture.land_height and _on_a_phone():
        return round(picture.land_height * PHONE_MAP)
    return "content"


def _on_a_phone() -> bool:
    """Say whether a telephone asks: Streamlit tells a page's reader, not its width."""
    return "Mobi" in st.context.headers.get("User-Agent", "")


def follow(picks: str, mark: str) -> None:
    """Write what a mark carries to the link: an id, or several parameters as ``a=b&c=d``."""
    if "=" in mark:
        write_all(dict(parse_qsl(mark)))
    else:
        write(picks, mark)


def dragged(box: dict[str, Any]) -> dict[str, str]:
    """Give the period that a box over a date axis spans."""
    first, last = sorted(str(edge)[:10] for edge in box["x"])
    return {"from": first, "to": last}


def identity(point: dict[str, Any]) -> str:
    """Give the id of a clicked mark: the code of a shape, else what the mark carries."""
    data = point.get("customdata", "")
    carried = str(data[0]) if isinstance(data, list) and data else str(data or "")
    return str(point.get("location") or carried)
