"""Two published accounts of one meeting, aligned by topic."""

from components.widgets.charts import draw
from components.widgets.page import close_page, open_page
from components.widgets.readout_columns import choose_meeting, show_accounts
from components.widgets.rows_table import show_rows

answer = open_page("readouts")

choose_meeting(answer)
show_accounts(answer)
draw(answer.pictures[0])
show_rows(answer)
close_page(answer)
