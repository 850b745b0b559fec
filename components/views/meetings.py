"""Who travelled to whom: leaders' meetings and summits, by year, on a map."""

from components.widgets.charts import draw
from components.widgets.meeting_card import choose_meetings, meeting_card
from components.widgets.page import close_page, open_page
from components.widgets.rows_table import show_rows

answer = open_page("meetings")

choose_meetings(answer)
draw(answer.pictures[0])
if answer.meeting:
    meeting_card(answer)
show_rows(answer)
close_page(answer)
