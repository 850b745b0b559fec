"""How to take the data by address: tables, any view's rows, feeds, snippets to copy."""

import streamlit as st

from components.exports.snippets import snippets
from components.exports.tables.terms import NON_COMMERCIAL, WHY
from components.widgets.page import close_page, open_page
from components.widgets.rows_table import show_rows
from components.widgets.share import origin

answer = open_page("downloads")

st.header("Addresses", anchor=False)
st.markdown(
    """
- **A table**: `/data/claims.csv`, `.json`, `.parquet`. Any column filters it, and `asof` rewinds
  it: `/data/claims.csv?whose=UKR&asof=2022-12-31`. A request that
  cannot be met is answered with the reason.
- **What a view shows**: `/data/views/casualties.csv` with the parameters of the view's own link.
- **Everything**: [/data/all.zip](data/all.zip), a data package with hashes, sources, licences.
- **Files of a deck**: `/export/deck.pptx`, `/export/deck.html`, `/export/data.zip` with `deck=`.
- **Feeds**: [statements](feeds/statements.atom), [claims](feeds/claims.atom),
  [changes](feeds/changes.atom), each with `since=` and `asof=`.
- **A picture of a link**: `/card.png?view=/casualties&whose=UKR`.
- **All of this for machines**: [/openapi.json](openapi.json).
"""
)
st.header("Copy and paste", anchor=False)
found = snippets(origin(), "/data/claims.csv?whose=UKR&asof=2022-12-31")
for tab, snippet in zip(st.tabs([s.name for s in found]), found, strict=True):
    # Streamlit's colours of code fall below 4.5:1 on either page: the snippets go without.
    tab.code(snippet.code, language=None, wrap_lines=True)
st.header("Left out of whole tables", anchor=False)
st.markdown(WHY)
st.markdown(NON_COMMERCIAL)
st.header("Tables", anchor=False)
show_rows(answer)
close_page(answer)
