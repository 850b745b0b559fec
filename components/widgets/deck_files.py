"""Take a deck along: present it, or keep it as slides, as one file, as data."""

from collections.abc import Callable

import streamlit as st

from components.answers.briefing import Briefing
from components.exports.data_package import deck_zip
from components.exports.html_deck import deck_html
from components.exports.pptx_deck import pptx_bytes
from components.link import link_of
from components.widgets.inputs import parameters
from components.widgets.share import origin

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
Progress = Callable[[int, int], None]


def offer_deck(answer: Briefing) -> None:
    """Draw the buttons: present, PowerPoint, one HTML file, data."""
    link = link_of("briefing", parameters()).with_(present="1")
    base = origin()
    name = answer.deck if answer.name else "briefing"
    place = st.empty()

    def shown(done: int, of: int) -> None:
        place.progress(done / of, text=f"Slide {done} of {of}")
        if done == of:
            place.empty()

    with st.container(horizontal=True):
        st.link_button(
            "Present", f"{base}{link.text}", icon=":material/play_arrow:", type="primary"
        )
        _offer(
            "PowerPoint",
            lambda: pptx_bytes(answer.slides, base, answer.name, shown),
            f"{name}.pptx",
            PPTX,
        )
        _offer(
            "One HTML file",
            lambda: deck_html(answer.slides, base, answer.name, progress=shown).encode("utf-8"),
            f"{name}.html",
            "text/html",
        )
        _offer(
            "Data behind it",
            lambda: deck_zip(answer.slides, base, answer.name),
            f"{name}-data.zip",
            "application/zip",
        )
    st.caption(
        "Present opens full screen: arrow keys turn the pages, s answers “says who?”, n shows "
        "the notes. The files need no network. A script gets the same at /export/deck.pptx, "
        "/export/deck.html and /export/data.zip with this page's deck and asof."
    )


def _offer(words: str, content: Callable[[], bytes], name: str, mime: str) -> None:
    st.download_button(
        words,
        content,
        file_name=name,
        mime=mime,
        icon=":material/download:",
        on_click="ignore",
        key=f"take-{name}",
    )
