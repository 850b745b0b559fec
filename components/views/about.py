"""What this dashboard is, where its rows come from, and what it will not say."""

import streamlit as st

from components.exports.citation import dashboard_citation
from components.figures.headlines.principles import WILL_NOT_SAY
from components.widgets.codebook import show_codebook, show_licences
from components.widgets.page import close_page, open_page
from components.widgets.rows_table import show_rows

answer = open_page("about")

st.header("What it will not say", anchor=False)
st.markdown("\n".join(f"- **{rule}** {words}" for rule, words in WILL_NOT_SAY))

st.header("How to cite", anchor=False)
st.code(
    dashboard_citation(answer.data.version, answer.data.reviewed_on), language=None, wrap_lines=True
)

st.header("Terms", anchor=False)
show_licences(answer)

st.header("Tables and codebook", anchor=False)
st.markdown(
    "Every table is open data, with stable column names and ids: "
    "[the contract](data/datapackage.json) and [the editorial rules](data/README.md)."
)
show_codebook(answer.data)

st.header("All sources", anchor=False)
show_rows(answer)
close_page(answer)
