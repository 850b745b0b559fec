"""What leaders said: a timeline, the words, and where they were spoken."""

import streamlit as st

from components.widgets.charts import draw
from components.widgets.claim_card import claim_card
from components.widgets.page import close_page, open_page
from components.widgets.rows_table import show_rows
from components.widgets.statement_card import statement_card
from components.widgets.statement_filters import choose_statements
from components.widgets.statement_map import show_where
from components.widgets.statement_matches import show_matches
from components.widgets.statement_steps import step_through

answer = open_page("statements")
timeline, years, where = answer.pictures
opened = bool(answer.statement or answer.claim)

choose_statements(answer)
step_through(answer)
# An open card stands beside the timeline, and above it on a phone.
card, lanes = st.columns([5, 6]) if opened else (st.container(), st.container())
with card:
    if answer.statement:
        statement_card(answer.data, answer.statement, answer.filters.words)
    if answer.claim:
        claim_card(answer.data, answer.claim)
with lanes:
    if len(answer.rows):
        draw(years)
    draw(timeline)
    if not opened:
        show_matches(answer)
show_where(answer, where)
show_rows(answer)
close_page(answer)
