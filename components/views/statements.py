"""What leaders said: a timeline, the words, and where they were spoken."""

from components.widgets.charts import draw
from components.widgets.page import close_page, open_page
from components.widgets.rows_table import show_rows
from components.widgets.statement_card import statement_card
from components.widgets.statement_filters import choose_statements

answer = open_page("statements")
timeline, *places = answer.pictures

choose_statements(answer)
draw(timeline)
if answer.statement:
    statement_card(answer.data, answer.statement)
for picture in places:
    draw(picture)
show_rows(answer)
close_page(answer)
