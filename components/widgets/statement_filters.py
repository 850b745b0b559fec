"""The filters of the statements view, drawn."""

import streamlit as st

from components.answers.statement_filters import HIDDEN, LANES, SHOWN
from components.answers.statements import Statements
from components.figures.wording import label
from components.widgets.first_click import press
from components.widgets.inputs import choose_day, choose_one, choose_segment, search_text


def choose_statements(answer: Statements) -> None:
    """Draw the filters: who, for whom, about what, in which words, when, and the switches."""
    filters, data = answer.filters, answer.data
    names = data.country_names
    bounds = (filters.first, data.reviewed_on)
    with st.grid(3, min_column_width=150):
        choose_one(
            "Speaker",
            "speaker",
            ["", *filters.speakers],
            filters.speaker,
            lambda speaker: speaker or "Anyone",
        )
        choose_one(
            "Speaks for",
            "country",
            ["", *filters.countries],
            filters.country,
            lambda code: names.get(code, code) if code else "Anyone",
        )
        choose_one(
            "Topic",
            "topic",
            ["", *filters.topics],
            filters.topic,
            lambda topic: label("topic", topic) if topic else "Any",
        )
        search_text("Words", "q", filters.words, placeholder="English or original")
        choose_day("From", "from", filters.since, bounds, default=filters.first)
        choose_day("To", "to", filters.until, bounds, default=filters.last)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        choose_segment(
            "Lanes by",
            "lanes",
            LANES,
            filters.lanes,
            lambda code: label("lanes", code),
            default=LANES[0],
        )
        choose_segment(
            "Casualty claims",
            "claims",
            [HIDDEN, SHOWN],
            filters.claims,
            lambda code: label("claims", code),
            default=HIDDEN,
        )
        if (filters.since, filters.until) != (filters.first, filters.last):
            press("Whole period", "whole-period", _whole_period, icon=":material/zoom_out_map:")


def _whole_period() -> None:
    for name in ("from", "to"):
        st.query_params.pop(name, None)
