"""The card of one statement."""

import pandas as pd
import streamlit as st

from components.exports.citation import statement_citation
from components.figures.language_names import language_name
from components.figures.marking import mark_matches
from components.figures.wording import QUOTED, day, escape_markdown, label, listed, shorten
from components.widgets.page import link_to
from components.widgets.source_card import offer_words, show_facts, show_prose, source_line
from components.widgets.statement_wordings import show_wordings
from data import Dataset
from data.questions.offices import office_of
from data.questions.readouts import meetings_around
from data.questions.statements import mentions, same_topic, translated_by


def statement_card(data: Dataset, statement_id: str, words: str = "") -> None:
    """Show a statement: the words, the original beside them, who, where, and the source.

    ``words`` looked for are marked.
    """
    row = data.statements.set_index("statement_id", drop=False).loc[statement_id]
    source = data.source_of[row["source_id"]]
    names = data.country_names
    office = office_of(data.offices, row)
    with st.container(border=True, key="statement-card"):
        st.header(escape_markdown(row["speaker"]), anchor=False)
        spoken_for = listed([names.get(code, code) for code in row["country"].split(";")])
        st.caption(escape_markdown(f"{office.title} · {spoken_for}"))
        _words(row, source, words)
        show_facts(
            [
                ("Kind", label("kind", row["kind"])),
                ("Said on", day(row["said_on"], row["said_on_precision"])),
                ("Office on that day", _office_source(office.title, bool(office.source_id))),
                ("Where", f"{row['city'] + ', ' if row['city'] else ''}{row['occasion']}"),
                ("Topics", listed([label("topic", topic) for topic in row["topics"].split(";")])),
                ("Note", row["note"]),
            ]
        )
        st.markdown("**Source**")
        source_line(data, row["source_id"], _at_the_words(row, source))
        with st.container(horizontal=True):
            offer_words(statement_citation(row, office.title, source))
            link_to("statements", "Permalink", icon=":material/link:", statement=statement_id)
            if row["claim_id"]:
                link_to("casualties", "Its figure among the claims", claim=row["claim_id"])
            for meeting_id in meetings_around(data.readouts, data.meetings, row):
                link_to("readouts", "Two accounts of the meeting", meeting=meeting_id)
        show_wordings(data, row)
        _before_and_after(data, row)


def _words(row: pd.Series, source: pd.Series, words: str) -> None:
    """Show the text, and the original beside it."""
    text = mark_matches(row["text"], mentions(row["text"], words))
    quoted = f"> “{text}”" if row["kind"] in QUOTED else f"> {text}"
    translator = translated_by(row, source)
    shown = language_name(row["language"])
    credit = f"{shown}, as put by {translator}" if translator else shown
    if not row["original_text"]:
        show_prose(quoted)
        st.caption(
            escape_markdown(f"{credit}. The original wording was not seen." * bool(translator))
        )
        return
    left, right = st.columns(2)
    show_prose(quoted, left)
    left.caption(escape_markdown(credit))
    original = mark_matches(row["original_text"], mentions(row["original_text"], words))
    show_prose(f"> {original}", right)
    right.caption(f"Original: {language_name(row['original_language'])}")


def _office_source(title: str, from_table: bool) -> str:
    return title if from_table else f"{title} (as the source gives it)"


def _at_the_words(row: pd.Series, source: pd.Series) -> str:
    """Give the words to point at: those in the language of the page, blank for reported speech."""
    if source["language"] == row["original_language"] and row["original_text"]:
        return str(row["original_text"])
    same = source["language"] == row["language"]
    return str(row["text"]) if same and row["kind"] != "paraphrase" else ""


def _before_and_after(data: Dataset, row: pd.Series) -> None:
    """Link to what the same speaker said on the same topic before and after."""
    before, after = same_topic(data.statements, row)
    texts = data.statements.set_index("statement_id")
    found = [
        ("Before", before, ":material/arrow_back:"),
        ("After", after, ":material/arrow_forward:"),
    ]
    if not before and not after:
        return
    st.markdown("**The same speaker on the same topic**")
    for words, statement_id, icon in found:
        if statement_id:
            other = texts.loc[statement_id]
            said = day(other["said_on"], other["said_on_precision"])
            line = escape_markdown(f"{words}, {said}: {shorten(other['text'], 90)}")
            link_to("statements", line, icon=icon, statement=statement_id)
