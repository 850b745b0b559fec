"""What this dashboard is, where its rows come from, and what it will not say."""

import streamlit as st

from components.exports.citation import dashboard_citation
from components.widgets.codebook import show_codebook, show_licences
from components.widgets.page import close_page, open_page
from components.widgets.rows_table import show_rows

answer = open_page("about")

st.header("What it will not say", anchor=False)
st.markdown(
    """
- **No verdicts.** A casualty figure is always somebody's claim. Claims are never merged,
  averaged or added across claimants.
- **No measure for another.** *Killed*, *wounded*, *missing*, *captured* and their sums never
  share an axis.
- **No silent blank.** Unknown, none reported, not applicable and withheld are four different
  things, and none of them is 0.
- **No borders of its own.** The base map follows United Nations geodata; a reader may choose
  Natural Earth's de-facto borders, and the choice stands in legend and link. Disputed areas
  (Jammu and Kashmir, Aksai Chin, Arunachal Pradesh) are hatched on both.
- **No quotation without its kind.** Verbatim, translation, paraphrase, readout and joint
  document are told apart; reported speech carries no quotation marks in the ledger.
"""
)

st.header("How to cite", anchor=False)
st.code(
    dashboard_citation(answer.data.version, answer.data.reviewed_on), language=None, wrap_lines=True
)

st.header("Terms", anchor=False)
show_licences(answer.data)

st.header("Tables and codebook", anchor=False)
st.markdown(
    "Every table is open data, with stable column names and ids: "
    "[the contract](data/datapackage.json) and [the editorial rules](data/README.md)."
)
show_codebook(answer.data)

st.header("All sources", anchor=False)
show_rows(answer)
close_page(answer)
