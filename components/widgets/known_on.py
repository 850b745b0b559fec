"""The day of knowledge: a button on every view, and what it opens."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.answers import ASOF, FIRST_DAY
from components.answers.answer import Answer
from components.widgets.inputs import choose_day


def choose_known_on(answer: Answer, place: DeltaGenerator) -> None:
    """Draw the button that opens the choice of the day of knowledge."""
    if place.button("Known on", icon=":material/history:", width="stretch", key="known-on-open"):
        _open(answer, st.query_params.get(ASOF))


@st.dialog("Read what was known on a day")
def _open(answer: Answer, before: str | None) -> None:
    st.caption(
        "Everything said or published later disappears from every view. A day picked in the "
        "calendar counts at once, one that is typed when the field is left (Tab)."
    )
    bounds = FIRST_DAY, answer.data.reviewed_on
    choose_day("Day", ASOF, answer.known_on, bounds, along=answer.stays)
    if st.query_params.get(ASOF) != before:
        # A dialog runs alone: the page around it has to be told.
        st.rerun()
