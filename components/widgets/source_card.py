"""Source cards: who said a thing, when, in which words, and where to check it."""

import pandas as pd
import streamlit as st

from components.exports.citation import link_at_words, source_citation
from components.figures.wording import (
    claim_number,
    day,
    escape_markdown,
    label,
    listed,
    question_words,
)
from components.widgets.page import link_to
from data import Dataset


def _facts(facts: list[tuple[str, str]]) -> None:
    """Write labelled facts, one a line; a fact without a value is left out."""
    lines = [f"**{name}** {escape_markdown(value)}" for name, value in facts if value]
    st.markdown("  \n".join(lines))


def source_line(data: Dataset, source_id: str, words: str = "") -> None:
    """Link to a source, at the words where possible, and say how it was read."""
    source = data.sources.set_index("source_id").loc[source_id]
    title = escape_markdown(f"{source['publisher']}: {source['title']}")
    published = f", {day(source['published_on'])}" if pd.notna(source["published_on"]) else ""
    seen = f" · read in: {escape_markdown(source['seen_via'])}" if source["seen_via"] else ""
    address = link_at_words(source["url"], words).replace(")", "%29").replace("(", "%28")
    st.markdown(f"[{title}]({address}){published}{seen}")


def _cite(data: Dataset, source_id: str) -> None:
    source = data.sources.set_index("source_id").loc[source_id]
    with st.popover("Cite", icon=":material/format_quote:"):
        st.code(source_citation(source), language=None, wrap_lines=True)


def claim_card(data: Dataset, claim_id: str) -> None:
    """Show everything that is known about one casualty claim."""
    claim = data.claims.set_index("claim_id").loc[claim_id]
    names = data.countries.set_index("country")["name"]
    counted = question_words(claim["whose"], claim["population"], claim["measure"])
    with st.container(border=True):
        st.subheader(escape_markdown(f"{claim['claimant']}: {claim_number(claim)}"), anchor=False)
        st.caption(escape_markdown(f"{counted}, as claimed"))
        st.markdown(f"> “{escape_markdown(claim['words'])}”")
        _facts(
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
            _cite(data, claim["source_id"])
            link_to("casualties", "Permalink", icon=":material/link:", claim=claim_id)


def _covers(claim: pd.Series) -> str:
    start, end = claim["covers_from"], claim["covers_to"]
    if pd.isna(start) and pd.isna(end):
        return "not stated by the claimant"
    if pd.isna(start):
        return f"to {day(end)}"
    return f"{day(start)} to {day(end) if pd.notna(end) else 'a day not stated'}"


def _counted(claim: pd.Series) -> str:
    return f"{label('basis', claim['basis'])}: {label('basis_note', claim['basis'])}"


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
        _facts(
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
            _cite(data, row["source_id"])
            link_to("statements", "Permalink", icon=":material/link:", statement=statement_id)
            if row["claim_id"]:
                link_to("casualties", "Its figure in the ledger", claim=row["claim_id"])
