"""The card of one statement."""

import streamlit as st

from components.figures.wording import day, escape_markdown, label, listed
from components.widgets.page import link_to
from components.widgets.source_card import offer_citation, show_facts, source_line
from data import Dataset


def statement_card(data: Dataset, statement_id: str) -> None:
    """Show a statement: the words, the original beside them, who, where, and the source."""
    row = data.statements.set_index("statement_id").loc[statement_id]
    names = data.countries.set_index("country")["name"]
    with st.container(border=True):
        st.subheader(escape_markdown(row["speaker"]), anchor=False)
        spoken_for = listed([names.get(code, code) for code in row["country"].split(";")])
        st.caption(escape_markdown(f"{row['office']} · {spoken_for}"))
        quoted = row["kind"] in {"verbatim", "translation", "joint_document"}
        words = escape_markdown(row["text"])
        st.markdown(f"> “{words}”" if quoted else f"> {words}")
        if row["original_text"]:
            language = row["original_language"] or "language not stated"
            st.caption(f"In the original ({language})")
            st.markdown(f"> {escape_markdown(row['original_text'])}")
        show_facts(
            [
                ("Kind", label("kind", row["kind"])),
                ("Said on", day(row["said_on"], row["said_on_precision"])),
                ("Where", f"{row['city'] + ', ' if row['city'] else ''}{row['occasion']}"),
                ("Topics", listed([label("topic", topic) for topic in row["topics"].split(";")])),
                ("Note", row["note"]),
            ]
        )
        st.markdown("**Source**")
        source_line(data, row["source_id"], row["text"] if row["kind"] == "verbatim" else "")
        with st.container(horizontal=True):
            offer_citation(data, row["source_id"])
            link_to("statements", "Permalink", icon=":material/link:", statement=statement_id)
            if row["claim_id"]:
                link_to("casualties", "Its figure in the ledger", claim=row["claim_id"])
