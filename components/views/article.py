"""The Samarkand article, checked claim by claim."""

from components.widgets.article_passages import choose_passages, define_findings, show_passages
from components.widgets.charts import draw
from components.widgets.page import close_page, open_page
from components.widgets.rows_table import show_rows

answer = open_page("article")

choose_passages(answer)
draw(answer.pictures[0])
define_findings(answer)
show_passages(answer)
show_rows(answer)
close_page(answer)
