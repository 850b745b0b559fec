"""The filters of the statements view, drawn."""

import streamlit as st

from components.answers.statements import Statements
from components.figures.wording import label
from components.widgets.inputs import choose_day, choose_one, search_text
from data.questions.statements import countries_of, topics_of


def choose_statements(answer: Statements) -> None:
    """Draw the filters: who, for whom, about what, in which words, when."""
    filters, data = answer.filters, answer.data
    names = data.countries.set_index("country")["name"]
    bounds = (filters.first, data.reviewed_on)
    with st.grid(3, min_column_width=150):
        choose_one(
            "Speaker",
            "speaker",
            ["", *data.statements["speaker"].value_counts().index],
            filters.speaker,
            lambda speaker: speaker or "Anyone",
        )
        choose_one(
            "Speaks for",
            "country",
            ["", *countries_of(data.statements)],
            filters.country,
            lambda code: names.get(code, code) if code else "Anyone",
        )
        choose_one(
            "Topic",
            "topic",
            ["", *topics_of(data.statements)],
            filters.topic,
            lambda topic: label("topic", topic) if topic else "Any",
        )
        search_text("Words", "q", filters.words, placeholder="English or original")
        choose_day("From", "from", filters.since, bounds, default=filters.first)
        choose_day("To", "to", filters.until, bounds, default=filters.last)
