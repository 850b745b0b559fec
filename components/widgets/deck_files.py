"""Take a deck along: present it, or keep it as slides, as one file, as data."""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import PurePosixPath

import streamlit as st

from components import store
from components.answers import ASOF, BRIEFING, VIEWS, ask
from components.answers.answer import Answer
from components.answers.briefing import Briefing
from components.answers.ready_decks import READY
from components.deck import read_deck
from components.exports.file_names import deck_file_name
from components.exports.html.deck import deck_html
from components.exports.media_types import bare_type
from components.exports.pptx.deck import pptx_bytes
from components.exports.tables.data_package import deck_zip
from components.link import Link, link_of
from components.widgets.inputs import parameters
from components.widgets.share import origin
from data import DataError

SOON = 0.4
"""Seconds after which a progress bar shows how far the slides are."""


def answer_slides() -> None:
    """Answer the slides one by one, with a progress bar where that takes a while.

    What takes time in a deck is asking its views; they are kept, so that the page, and the
    files that a button writes outside of any script run, find them answered.
    """
    text = st.query_params.get("deck", "")
    asked = (text, st.query_params.get(ASOF, ""))
    if st.session_state.get("slides-answered") == asked:
        return
    items, _ = read_deck(READY[text].deck if text in READY else text, tuple(VIEWS))
    place, start, done = st.empty(), time.monotonic(), 0

    def answered(link: Link) -> Answer:
        nonlocal done
        found = store.answer(link.view, link.mapping())
        done += 1
        if time.monotonic() - start > SOON:
            share = min(done / max(len(items), 1), 1.0)
            place.progress(share, text=f"Slide {done} of {len(items)}")
        return found

    # Without data the page itself says which file is wrong, and where.
    with suppress(DataError):
        ask(BRIEFING, parameters(), store.load, answered)
    place.empty()
    st.session_state["slides-answered"] = asked


def offer_deck(answer: Briefing) -> None:
    """Draw the buttons: present, PowerPoint, one HTML file, data."""
    link = link_of("briefing", parameters()).with_(present="1")
    base = origin()
    with st.container(horizontal=True):
        st.link_button("Present", f"{base}{link.text}", icon=":material/play_arrow:")
        _offer(
            "PowerPoint",
            lambda: pptx_bytes(answer.slides, base, answer.name),
            deck_file_name(answer, ".pptx"),
        )
        _offer(
            "One HTML file",
            lambda: deck_html(answer.slides, base, answer.name).encode("utf-8"),
            deck_file_name(answer, ".html"),
        )
        _offer(
            "Data behind it",
            lambda: deck_zip(answer.slides, base, answer.name),
            deck_file_name(answer, ".zip"),
        )
    st.caption(
        "Present opens full screen: arrow keys turn the pages, s answers “says who?”, n shows "
        "the notes, h all keys. The files need no network. A script gets the same at "
        "/export/deck.pptx, /export/deck.html and /export/data.zip with this page's deck and asof."
    )


def _offer(words: str, content: Callable[[], bytes], name: str) -> None:
    st.download_button(
        words,
        content,
        file_name=name,
        mime=bare_type(PurePosixPath(name).suffix),
        icon=":material/download:",
        on_click="ignore",
        key=f"take-{name}",
    )
