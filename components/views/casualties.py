"""Casualty claims on one question, side by side: who says what, and how they know."""

from components.widgets.casualty_filters import choose_question
from components.widgets.charts import draw
from components.widgets.claim_card import claim_card
from components.widgets.page import close_page, open_page
from components.widgets.rows_table import show_rows

answer = open_page("casualties")

choose_question(answer)
draw(answer.pictures[0])
if answer.claim:
    claim_card(answer.data, answer.claim)
show_rows(answer)
close_page(answer)
