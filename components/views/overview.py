"""What the SCO is today, how far casualty claims lie apart, and what leaders said last."""

import streamlit as st

from components.figures.wording import QUOTED, day, escape_markdown, shorten
from components.widgets.charts import draw
from components.widgets.page import close_page, link_to, open_page

answer = open_page("")
counts = answer.counts
others = counts["observer"] + counts["dialogue_partner"] + counts["sco_partner"]

with st.grid(4, min_column_width=150):
    with st.container():
        st.metric("Members", counts["member"] + counts["shanghai_five"], border=True)
        link_to("members", "Since when, by which act")
    with st.container():
        st.metric("Partners and observers", others, border=True)
        link_to("members", "Each with its source")
    with st.container():
        st.metric("Casualty claims", f"{len(answer.data.claims):,}", border=True)
        link_to("casualties", "Who says what")
    with st.container():
        st.metric("Statements", f"{len(answer.data.statements):,}", border=True)
        link_to("statements", "In their words")

draw(answer.pictures[0])
if answer.country:
    name = answer.data.country_names[answer.country]
    link_to(
        "members",
        f"{escape_markdown(name)}: status, since when, sources",
        icon=":material/arrow_forward:",
        country=answer.country,
    )

st.header("How far apart the claims lie", anchor=False)
if answer.gap_sentence:
    st.markdown(escape_markdown(answer.gap_sentence))
    draw(answer.pictures[1])
else:
    st.caption("No two claims on one question were known on this day.")
if answer.claim:
    link_to(
        "casualties",
        "Open the chosen claim",
        icon=":material/arrow_forward:",
        claim=answer.claim,
    )
link_to("casualties", "Compare the claims, and open each one", icon=":material/balance:")

st.header("Recent statements", anchor=False)
st.caption("The newest that can stand alone; a few words out of a sentence are on the timeline.")
for row in answer.latest.itertuples():
    with st.container(border=True):
        words = escape_markdown(shorten(row.text, 220))
        st.markdown(f"“{words}”" if row.kind in QUOTED else words)
        said = day(row.said_on, row.said_on_precision)
        words = f"{escape_markdown(row.speaker)}, {said}"
        link_to("statements", words, icon=":material/arrow_forward:", statement=row.statement_id)
if answer.latest.empty:
    st.caption("No statement was known on this day.")

close_page(answer)
