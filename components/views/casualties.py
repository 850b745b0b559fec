"""Casualty claims on one question: side by side, over time, and as they were revised."""

import streamlit as st

from components.widgets.casualty_filters import (
    choose_chart,
    choose_claim,
    choose_question,
    say_how_many_more,
)
from components.widgets.charts import draw
from components.widgets.claim_card import claim_card, show_words
from components.widgets.page import close_page, open_page
from components.widgets.rows_table import show_rows

answer = open_page("casualties")

choose_question(answer)
choose_chart(answer)
draw(answer.pictures[0])
say_how_many_more(answer)
choose_claim(answer)
if answer.claim:
    claim_card(answer.data, answer.claim)
if answer.chart == "gap" and len(answer.spoken):
    st.header("In their words", anchor=False)
    st.caption(
        "Each claimant's newest total, and each figure without a number or no longer standing. "
        "The table below has them all, parts included."
    )
    show_words(answer.data, answer.spoken)
show_rows(answer)
close_page(answer)
