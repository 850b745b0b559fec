"""Doors between the views of members: the day and the borders go along."""

import streamlit as st

from components.widgets.page import link_to

BORDERED = {"members", "compare", "meetings"}
"""Views with a map whose borders the reader chooses."""
DATED = {"members", "compare", "relations", "votes", "meetings"}
"""Views that hold for a day."""


def go_to(view: str, words: str, *, icon: str | None = None, **choices: str) -> None:
    """Link to a view, with the day and the borders of this one where it reads them."""
    kept = {
        name: st.query_params[name]
        for name, views in (("on", DATED), ("borders", BORDERED))
        if view in views and name in st.query_params
    }
    link_to(view, words, icon=icon, **{**kept, **choices})
