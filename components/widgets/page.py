"""The frame of every view: its answer, the day it is known on, the sources it rests on."""

import streamlit as st

from components import store
from components.answers.answer import Answer
from components.exports.citation import dashboard_citation
from components.exports.ignored_words import ignored_words
from components.figures.wording import day, escape_markdown, plural
from components.widgets import first_click
from components.widgets.data_notice import say_what_was_refused, stop_without_data
from components.widgets.inputs import carried_parameters, carry_along, parameters
from components.widgets.known_on import choose_known_on
from components.widgets.rows_table import show_sources
from components.widgets.share import share
from data import DataError


def open_page(view: str) -> Answer:
    """Answer the link of this run; write the day of knowledge, what was ignored, the finding."""
    carry_along(view)
    try:
        answer = store.answer(view, parameters())
    except DataError as error:
        stop_without_data(error)
    _band(answer)
    if answer.ignored:
        st.warning(ignored_words(answer.ignored, escape_markdown))
    say_what_was_refused(answer.data)
    st.title(escape_markdown(answer.title), anchor=False)
    st.caption(escape_markdown(answer.subtitle))
    return answer


def _band(answer: Answer) -> None:
    reviewed = answer.data.reviewed_on
    left, middle, right = st.columns([4, 1, 1], vertical_alignment="center")
    share(answer, middle)
    choose_known_on(answer, right)
    if answer.known_on is None:
        left.caption(f"Data last reviewed on {day(reviewed)}")
    else:
        left.info(
            f"You are reading what was known on {day(answer.known_on)}. "
            "Nothing said or published later is shown.",
            icon=":material/history:",
        )


def close_page(answer: Answer) -> None:
    """List the sources of what is shown, and say how to cite the page."""
    used = answer.sources
    if used.empty:
        _foot(answer)
        return
    expander = st.expander(
        f"Sources of this page ({len(used):,})",
        icon=":material/menu_book:",
        key="sources-open",
        on_change="rerun",
    )
    # The list is long and seldom opened: it is sent only when it is.
    if expander.open:
        with expander:
            show_sources(used, f"{plural(len(used), 'source')} of the rows on this page")
    _foot(answer)


def _foot(answer: Answer) -> None:
    data = answer.data
    st.caption(escape_markdown(dashboard_citation(data.version, data.reviewed_on, answer.known_on)))
    store.settle()
    first_click.page_drawn()


def link_to(view: str, words: str, *, icon: str | None = None, **choices: str) -> None:
    """Link to another view with parameters; the day of knowledge goes along."""
    st.page_link(
        f"components/views/{view}.py",
        label=words,
        icon=icon,
        query_params={**carried_parameters(view), **choices},
    )
