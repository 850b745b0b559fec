"""How members voted on Ukraine at the General Assembly, and who votes with whom."""

import streamlit as st

from components.widgets.charts import draw
from components.widgets.page import close_page, open_page
from components.widgets.rows_table import show_rows
from components.widgets.vote_card import choose_votes, pair_door, resolution_card

answer = open_page("votes")
matrix, alike = answer.pictures

choose_votes(answer)
if answer.resolution:
    resolution_card(answer)
    show_rows(answer)
draw(matrix)
st.header("Who votes with whom", anchor=False)
draw(alike)
pair_door(answer)
if not answer.resolution:
    show_rows(answer)
close_page(answer)
