"""Statements found by a search, with the matches marked."""

import streamlit as st

from components.answers.statements import Statements
from components.figures.marking import mark_matches
from components.figures.wording import day, escape_markdown, plural
from components.widgets.page import link_to
from data.questions.statements import mentions

AT_MOST = 8
"""Matches shown; the table below has all."""


def show_matches(answer: Statements) -> None:
    """List the first statements that hold the words looked for, and mark them."""
    words = answer.filters.words
    if not words or answer.rows.empty:
        return
    rows = answer.rows.head(AT_MOST)
    st.caption(f"{plural(len(answer.rows), 'match', 'matches')}, newest first")
    for row in rows.itertuples():
        with st.container(border=True, gap="small"):
            st.markdown(mark_matches(row.text, mentions(row.text, words)))
            if mentions(row.original_text, words):
                st.markdown(mark_matches(row.original_text, mentions(row.original_text, words)))
            said = day(row.said_on, row.said_on_precision)
            who = escape_markdown(f"{row.speaker}, {said}")
            link_to("statements", who, statement=row.statement_id, q=words)
