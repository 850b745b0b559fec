"""The card of one casualty claim, and the words of many."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components.figures.headlines.claims import nothing_beside, quoted
from components.figures.language_names import language_name
from components.figures.wording import (
    claim_number,
    day,
    escape_markdown,
    label,
    question_words,
    short_day,
    times,
)
from components.widgets.page import link_to
from components.widgets.source_card import (
    markdown_link,
    offer_citation,
    set_apart,
    show_facts,
    show_prose,
    source_line,
)
from data import Dataset
from data.questions.claim_gaps import days_comparable
from data.questions.claims import others_on, revisions_of
from data.questions.passages import ENGLISH, words_language

RELATIONS = {
    "reports": "Also in",
    "misreports": "Printed differently in",
    "not_found": "Looked for, and not found, in",
}
LINKS = {
    "adds": "Adds up",
    "rests_on": "Rests on",
    "repeats": "Repeats",
    "corrects": "Corrects",
    "disputes": "Disputes",
}
OTHERS = 6
"""Other claimants named on a card."""
ABOUT_THE_SAME = 0.05
"""Share by which two figures may differ and still be called about the same."""


def claim_card(data: Dataset, claim_id: str) -> None:
    """Show everything that is known about one claim, who disagrees, and where to check it."""
    claim = data.claims.set_index("claim_id", drop=False).loc[claim_id]
    names = data.country_names
    counted = question_words(claim["whose"], claim["population"], claim["measure"])
    with st.container(border=True):
        title = f"{claim['claimant']}: {claim_number(claim)} {counted}"
        st.header(escape_markdown(title), anchor=False)
        show_prose(f"> {_quoted(data, claim)}")
        spoken = words_language(claim, data.source_of[claim["source_id"]])
        show_facts(
            [
                ("Words in", language_name(spoken) if spoken != ENGLISH else ""),
                ("Speaks for", names.get(claim["claimant_country"], "")),
                ("Stake", label("stake", claim["stake"])),
                ("Said on", day(claim["said_on"], claim["said_on_precision"])),
                ("Covers", _covers(claim)),
                ("Counted how", _counted(claim)),
                ("Scope", label("scope", claim["scope"])),
                ("Said as", label("qualifier", claim["qualifier"]) or "a plain number"),
                ("Status", label("claim_status", claim["status"])),
                ("Note", claim["note"]),
            ]
        )
        _revisions(data, claim)
        _links(data, claim_id)
        _others(data, claim)
        st.markdown("**Source**")
        source_line(data, claim["source_id"], claim["words"])
        further = data.claim_sources[data.claim_sources["claim_id"] == claim_id]
        for row in further.itertuples():
            st.caption(RELATIONS[row.relation])
            source_line(data, row.source_id)
        with st.container(horizontal=True):
            offer_citation(data, claim["source_id"])
            link_to("casualties", "Permalink", icon=":material/link:", claim=claim_id)
            said = data.statements[data.statements["claim_id"] == claim_id]
            for statement in said.itertuples():
                link_to(
                    "statements",
                    "The statement it was made in",
                    icon=":material/format_quote:",
                    statement=statement.statement_id,
                )


def _quoted(data: Dataset, claim: pd.Series) -> str:
    """Quote the words of a claim; a line of a data file is no quotation and says what it is."""
    source = data.source_of[claim["source_id"]]
    words = set_apart(claim["words"], words_language(claim, source))
    return f"row of a data file: {words}" if source["kind"] == "dataset" else f"“{words}”"


def _in_words(claim: pd.Series, source: Mapping[str, Any]) -> str:
    """Quote a claim in a list: there, a line of a data file tells nobody anything."""
    said = quoted(claim["words"], source["kind"])
    if source["kind"] == "dataset":
        return f"*{escape_markdown(f'{said[:1].lower()}{said[1:]}')}*"
    return set_apart(said, words_language(claim, source))


def _covers(claim: pd.Series) -> str:
    start, end = claim["covers_from"], claim["covers_to"]
    if pd.isna(start) and pd.isna(end):
        return "not stated by the claimant"
    if pd.isna(start):
        return f"to {day(end)}"
    return f"{day(start)} to {day(end) if pd.notna(end) else 'a day not stated'}"


def _counted(claim: pd.Series) -> str:
    return f"{label('basis', claim['basis'])}: {label('basis_note', claim['basis'])}"


def _revisions(data: Dataset, claim: pd.Series) -> None:
    chain = revisions_of(data.claims, claim["claim_id"])
    if len(chain) < 2:
        return
    st.markdown("**As it was revised**")
    lines = [
        f"- {day(row['said_on'], row['said_on_precision'])}: "
        f"{escape_markdown(f'{row.claimant}: {claim_number(row)}')}"
        f"{' (this one)' if row['claim_id'] == claim['claim_id'] else ''}"
        for _, row in chain.iterrows()
    ]
    st.markdown("\n".join(lines))


def _links(data: Dataset, claim_id: str) -> None:
    links = data.claim_links[data.claim_links["claim_id"] == claim_id]
    claims = data.claims.set_index("claim_id", drop=False)
    for link in links.itertuples():
        other = claims.loc[link.related_claim_id]
        link_to(
            "casualties",
            escape_markdown(f"{LINKS[link.relation]}: {other['claimant']}, {claim_number(other)}"),
            icon=":material/subdirectory_arrow_right:",
            claim=link.related_claim_id,
        )
        if link.note:
            st.caption(escape_markdown(link.note))


def _others(data: Dataset, claim: pd.Series) -> None:
    conflict = data.conflicts.set_index("conflict").loc[claim["conflict"]]
    day_of = claim["covers_to"] if pd.notna(claim["covers_to"]) else claim["said_on"]
    near = days_comparable(conflict, day_of)
    others = others_on(data.claims, claim, near)
    st.markdown("**What others say for about the same day**")
    if others.empty:
        st.caption(nothing_beside(claim["scope"], near.days))
        return
    ends = others if len(others) <= OTHERS else pd.concat([others.head(3), others.tail(3)])
    lines = [f"- {escape_markdown(_other(row))}" for _, row in ends.iterrows()]
    st.markdown("\n".join(lines))


def _other(row: pd.Series) -> str:
    said = f"{row['claimant']}: {claim_number(row)}, to {short_day(row['holds_on'])}"
    if pd.isna(row["times"]):
        return said
    if abs(row["times"] - 1) < ABOUT_THE_SAME:
        return f"{said} (about the same)"
    if row["times"] > 1:
        return f"{said} ({times(row['times'])} this figure)"
    return f"{said} (this figure is {times(1 / row['times'])} it)"


def show_words(data: Dataset, claims: pd.DataFrame) -> None:
    """Show each claimant's figure in the words of its source, with a link to check it.

    ``claims``: rows of ``claims.csv``. One element for all, so that it costs little.
    """
    lines = []
    for _, claim in claims.iterrows():
        source = data.source_of[claim["source_id"]]
        page = markdown_link(source["publisher"], source["url"], claim["words"])
        withdrawn = "" if claim["status"] == "stands" else " (no longer stands)"
        lines.append(
            f"- **{escape_markdown(claim['claimant'])}**, {escape_markdown(claim_number(claim))}: "
            f"{_in_words(claim, source)}{withdrawn} "
            f"({page}, "
            f"said on {day(claim['said_on'], claim['said_on_precision'])})"
        )
    show_prose("\n".join(lines))
