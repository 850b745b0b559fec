"""Step through the statements in the order of time, by button or key."""

from functools import partial

import streamlit as st

from components.answers.statements import Statements
from components.widgets.first_click import press
from components.widgets.inputs import choose_switch, write

# Letters, not arrows: an arrow key moves the cursor of whatever has the focus.
STEPS = [
    ("First", "first", "F", ":material/first_page:"),
    ("Previous", "previous", "P", ":material/chevron_left:"),
    ("Next", "next", "N", ":material/chevron_right:"),
    ("Last", "last", "L", ":material/last_page:"),
]
"""Word, step, key and icon of each button."""


def step_through(answer: Statements) -> None:
    """Draw the four buttons, and say where among the statements found the reader is."""
    beside = answer.beside
    with st.container(horizontal=True, vertical_alignment="center"):
        for words, step, key, icon in STEPS:
            # Before any is chosen, the next one is the first.
            target = beside.first if step == "next" and not beside.place else getattr(beside, step)
            press(
                words,
                f"step-{step}",
                partial(write, "statement", target),
                icon=icon,
                shortcut=key if answer.keys else None,
                disabled=not target,
            )
        choose_switch(
            "Keys F, P, N, L", "keys", answer.keys, help="Off: no letter does anything by itself."
        )
        if beside.place:
            st.caption(f"Statement {beside.place:,} of {beside.count:,}, in the order of time")
        elif beside.count:
            st.caption(f"{beside.count:,} statements, in the order of time")
