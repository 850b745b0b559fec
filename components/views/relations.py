"""Who needs whom: what any two members sell, say and vote, and how unequal it is."""

import streamlit as st

from components.widgets.charts import draw
from components.widgets.page import close_page, open_page
from components.widgets.relation_sides import (
    choose_pair,
    show_said,
    show_sizes,
    show_votes_and_meetings,
)
from components.widgets.rows_table import show_rows

answer = open_page("relations")
needs, trade = answer.pictures

choose_pair(answer)
draw(needs)
show_sizes(answer)
st.header("Trade by year", anchor=False)
draw(trade)
show_votes_and_meetings(answer)
show_said(answer)
st.header("Every figure on trade, energy and arms", anchor=False)
show_rows(answer)
close_page(answer)
