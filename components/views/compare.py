"""One indicator of several states, as chart, map and table of the same rows."""

import streamlit as st

from components.figures.wording import escape_markdown
from components.widgets.charts import draw
from components.widgets.compare_filters import choose_comparison
from components.widgets.member_links import go_to
from components.widgets.page import close_page, open_page
from components.widgets.rows_table import show_rows
from components.widgets.source_card import source_line

answer = open_page("compare")

choose_comparison(answer)
for picture in answer.pictures:
    draw(picture)
for sentence in (answer.total, answer.missing):
    if sentence:
        st.markdown(escape_markdown(sentence))
if len(answer.source_ids) == 1:
    source_line(answer.data, answer.source_ids[0])
go_to("relations", "Who needs whom: any two members", icon=":material/compare_arrows:")
show_rows(answer)
close_page(answer)
