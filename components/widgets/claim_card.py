"""The card of one casualty claim."""

import pandas as pd
import streamlit as st

from components.figures.wording import claim_number, day, escape_markdown, label, question_words
from components.widgets.page import link_to
from components.widgets.source_card import offer_citation, show_facts, source_line
from data import Dataset


def claim_card(data: Dataset, claim_id: str) -> None:
    """Show everything that is known about one casualty claim."""
    claim = data.claims.set_index("claim_id").loc[claim_id]
    names = data.countries.set_index("country")["name"]
    counted = question_words(claim["whose"], claim["population"], claim["measure"])
    with st.container(border=True):
        st.subheader(escape_markdown(f"{claim['claimant']}: {claim_number(claim)}"), anchor=False)
        st.caption(escape_markdown(f"{counted}, as claimed"))
        st.markdown(f"> “{escape_markdown(claim['words'])}”")
        show_facts(
            [
                ("Speaks for", names.get(claim["claimant_country"], "")),
                ("Stake", label("stake", claim["stake"])),
                ("Said on", day(claim["said_on"], claim["said_on_precision"])),
                ("Covers", _covers(claim)),
                ("Counted how", _counted(claim)),
                ("Scope", label("scope", claim["scope"])),
                ("Hedge", label("qualifier", claim["qualifier"])),
                ("Status", label("claim_status", claim["status"])),
                ("Note", claim["note"]),
            ]
        )
        st.markdown("**Source**")
        source_line(data, claim["source_id"], claim["words"])
        further = data.claim_sources[data.claim_sources["claim_id"] == claim_id]
        for row in further.itertuples():
            said = {"reports": "Also in", "misreports": "Printed differently in"}
            st.caption(said.get(row.relation, "Not found in"))
            source_line(data, row.source_id)
        with st.container(horizontal=True):
            offer_citation(data, claim["source_id"])
            link_to("casualties", "Permalink", icon=":material/link:", claim=claim_id)
            carried = data.statements[data.statements["claim_id"] == claim_id]["statement_id"]
            for statement_id in carried:
                link_to("statements", "The statement that carries it", statement=statement_id)


def _covers(claim: pd.Series) -> str:
    start, end = claim["covers_from"], claim["covers_to"]
    if pd.isna(start) and pd.isna(end):
        return "not stated by the claimant"
    if pd.isna(start):
        return f"to {day(end)}"
    return f"{day(start)} to {day(end) if pd.notna(end) else 'a day not stated'}"


def _counted(claim: pd.Series) -> str:
    return f"{label('basis', claim['basis'])}: {label('basis_note', claim['basis'])}"
