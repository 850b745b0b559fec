"""The first click on a page that has come back to another server than it was drawn by.

After a restart, or when another replica takes over, the browser goes on showing its page and asks
for nothing. The first that the new session hears of it is a click: the values of all widgets, none
of which Streamlit has drawn yet, and it calls back only for those that it has. Such a click is
made up for here, once the widget is drawn. A step to another page or back brings no values along.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

DRAWN = "drawn-before"


def awaited() -> bool:
    """Say whether this session has not drawn a page to its end yet."""
    return DRAWN not in st.session_state


def page_drawn() -> None:
    """Note that from now on Streamlit knows the widgets and calls back by itself."""
    st.session_state[DRAWN] = True


def make_up_for(clicked: object, changed: Callable[[], None]) -> None:
    """Do what was clicked and nobody was called for, and draw the page anew."""
    if clicked and awaited():
        page_drawn()
        changed()
        st.rerun()


def hold(key: str, value: object) -> bool:
    """Let a widget show what the link says: after the back button they can differ.

    True where it is to begin with that value, so that one which the browser has kept shows up.
    """
    if key in st.session_state:
        if st.session_state[key] != value:
            st.session_state[key] = value
    elif awaited():
        return True
    else:
        st.session_state[key] = value
    return False


def make_up(key: str, value: object, changed: Callable[[], None]) -> None:
    """Write what a widget shows into the link where the link said something else."""
    make_up_for(st.session_state[key] != value, changed)


def press(words: str, key: str, pressed: Callable[[], None], **button: Any) -> None:
    """Draw a button whose press is never lost."""
    make_up_for(st.button(words, key=key, on_click=pressed, **button), pressed)
