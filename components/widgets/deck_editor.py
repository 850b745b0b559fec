"""Put a deck together: order, titles, slides in and out; the deck is in the link."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from components.answers import VIEWS
from components.answers.briefing import NOT_SLIDES, Briefing
from components.answers.ready_decks import READY
from components.deck import Item, deck_text, dropped, moved, titled
from components.figures.wording import escape_markdown, shorten
from components.link import read_link
from components.widgets.first_click import hold, make_up, make_up_for, press
from components.widgets.inputs import write

SLIDE_VIEWS = [view for view in VIEWS if view not in NOT_SLIDES]


def choose_deck(answer: Briefing) -> None:
    """Offer the ready decks, each with its name."""
    with st.container(horizontal=True):
        for deck in READY.values():
            st.page_link(
                "components/views/briefing.py",
                label=deck.title,
                icon=":material/check:" if answer.deck == deck.name else ":material/slideshow:",
                query_params={"deck": deck.name, **_as_of()},
            )


def _as_of() -> dict[str, str]:
    return {"asof": st.query_params["asof"]} if "asof" in st.query_params else {}


def edit_deck(answer: Briefing) -> None:
    """Draw a line a slide with its title and buttons; each change is a step in the history."""
    items = answer.items
    for place, slide in enumerate(answer.slides):
        with st.container(border=True, horizontal=True, vertical_alignment="bottom"):
            key = f"title-{slide.number}"
            own = slide.item.title
            retitle = partial(_retitle, items, place, key)
            with st.container(gap="xsmall"):
                # A screen reader is told a field's label as it was written, escapes included:
                # the title stands above the field, and the label holds nothing to escape.
                title = escape_markdown(f"{slide.number}. {shorten(slide.title, 90)}")
                st.markdown(f":small[{title}]")
                st.text_input(
                    f"Title of slide {slide.number}",
                    own if hold(key, own) else "",
                    key=key,
                    label_visibility="collapsed",
                    placeholder="A title of its own",
                    max_chars=160,
                    on_change=retitle,
                )
                make_up(key, own, retitle)
            # One unit: on a phone the three go below the title together.
            with st.container(horizontal=True, width="content"):
                _move(items, place)
    _add(answer)


def _move(items: Sequence[Item], place: int) -> None:
    """Draw the buttons that move a slide or take it out."""
    _button("Earlier", "arrow_upward", f"up-{place}", moved(items, place, -1), place > 0)
    last = place < len(items) - 1
    _button("Later", "arrow_downward", f"down-{place}", moved(items, place, 1), last)
    _button("Drop", "close", f"drop-{place}", dropped(items, place), True)


def _retitle(items: Sequence[Item], place: int, key: str) -> None:
    write("deck", deck_text(titled(items, place, st.session_state[key])))


def _button(words: str, icon: str, key: str, deck: list[Item], works: bool) -> None:
    def pressed() -> None:
        write("deck", deck_text(deck))

    press(words, key, pressed, icon=f":material/{icon}:", disabled=not works, type="tertiary")


def _add(answer: Briefing) -> None:
    """Take in a view by its address; views offer the same in their Share list."""

    def take_in() -> None:
        text = st.session_state["add-link"].strip()
        if not text:
            return
        link = read_link(text)
        if link.view not in SLIDE_VIEWS:
            st.toast(f"No slide can show “{shorten(text, 60)}”: it is not the address of a view.")
            return
        clean = link.with_(deck="", present="", embed="")
        write("deck", deck_text([*answer.items, Item(clean)]))

    def added() -> None:
        take_in()
        st.session_state["add-link"] = ""

    text = st.text_input(
        "Add a view: paste its address, or use Share on any page",
        key="add-link",
        on_change=added,
        placeholder="/casualties?whose=UKR",
    )
    make_up_for(text, take_in)
