"""What changed since a day: for whoever briefed before."""

import streamlit as st

from components.link import link_of
from components.widgets.charts import draw
from components.widgets.inputs import choose_day, parameters
from components.widgets.page import close_page, open_page
from components.widgets.rows_table import show_rows

answer = open_page("since")
today = answer.known_on if answer.known_on is not None else answer.data.reviewed_on

choose_day("Day of your last briefing", "since", answer.since, (answer.first, today))
query = link_of("", {n: v for n, v in parameters().items() if n in ("since", "asof")}).query
st.markdown(f"[Follow these changes as a feed](feeds/changes.atom{'?' if query else ''}{query})")
draw(answer.pictures[0])
show_rows(answer)
close_page(answer)
