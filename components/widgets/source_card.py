"""What every source card has: labelled facts, the source with its link, how to cite it."""

from typing import Any
from zlib import crc32

import pandas as pd
import streamlit as st

from components.exports.citation import link_at_words, source_citation
from components.exports.in_language import is_foreign
from components.figures.source_names import source_name
from components.figures.wording import day, escape_markdown
from data import Dataset

FEW_PAGES = 8_000
"""Characters of a text that stands on the page as it is: no quotation comes near."""
ROOM = 420
"""Height of the room of a longer one, pixels."""


def show_prose(text: str, place: Any = st) -> None:
    """Write Markdown of any length: past a few pages it scrolls in a room of its own."""
    long = len(text) > FEW_PAGES
    (place.container(height=ROOM, border=False) if long else place).markdown(text)


def set_apart(words: str, language: str) -> str:
    """Write words literally, in an element of their own where they are not in English.

    ``language`` is an ISO 639-1 code; the page marks the element with it (``page.js``).
    """
    shown = escape_markdown(words)
    return f"*{shown.strip()}*" if is_foreign(language) and words.strip() else shown


def show_facts(facts: list[tuple[str, str]]) -> None:
    """Write labelled facts, one a line; a fact without a value is left out."""
    lines = [f"**{name}** {escape_markdown(value)}" for name, value in facts if value]
    show_prose("  \n".join(lines))


def markdown_link(title: str, url: str, words: str = "") -> str:
    """Write a link that shows ``title`` literally, to the words on the page where possible."""
    address = link_at_words(url, words).replace(")", "%29").replace("(", "%28")
    return f"[{escape_markdown(title)}]({address})"


def source_line(data: Dataset, source_id: str, words: str = "") -> None:
    """Link to a source, at the words where possible, and say how it was read."""
    source = data.source_of[source_id]
    title = source_name(source)
    published = f", {day(source['published_on'])}" if pd.notna(source["published_on"]) else ""
    seen = f" · read in: {escape_markdown(source['seen_via'])}" if source["seen_via"] else ""
    st.markdown(f"{markdown_link(title, source['url'], words)}{published}{seen}")


def offer_citation(data: Dataset, source_id: str) -> None:
    """Offer the citation of a source behind a button."""
    offer_words(source_citation(data.source_of[source_id]))


def offer_words(citation: str) -> None:
    """Offer a ready citation behind a button."""
    if st.button("Cite", icon=":material/format_quote:", key=f"cite-{crc32(citation.encode())}"):
        _open(citation)


@st.dialog("Cite the source")
def _open(citation: str) -> None:
    st.code(citation, language=None, wrap_lines=True)
