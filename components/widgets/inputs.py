"""Filters that write to the address bar: the link is the one state of a view.

Streamlit's own ``bind="query-params"`` is not used: it puts a widget's *label* in the link,
where a translation would break it, and replaces the history entry, so that the back button
cannot undo a change (both measured with 1.67). Here the link carries stable codes, and every
change is a step in the history.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from components.answers import ASOF
from components.widgets.first_click import hold, make_up

CARRIED = [ASOF, "deck"]
"""Parameters that go along when the reader moves from view to view: the day of knowledge,
and the deck that is being put together."""
CARRIED_TO = {"statements": ["keys"]}
"""Parameters that go along to one view: what a reader turned off stays off."""

Words = Callable[[str], str]


def parameters() -> dict[str, list[str]]:
    """Read the parameters of this run's link."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def carried_parameters(view: str) -> dict[str, str]:
    """List the parameters that go along to a view."""
    return {name: st.query_params[name] for name in _carried(view) if name in st.query_params}


def _carried(view: str) -> list[str]:
    return [*CARRIED, *CARRIED_TO.get(view, [])]


def carry_along(view: str) -> None:
    """Put the carried parameters back after a step through the navigation, which drops them."""
    state = st.session_state
    stepped = state.get("view-before") not in (None, view)
    for name in _carried(view):
        kept = state.get(f"{name}-before")
        if stepped and kept and name not in st.query_params:
            write(name, kept)
        state[f"{name}-before"] = st.query_params.get(name)
    state["view-before"] = view


def write(name: str, value: str | list[str] | None) -> None:
    """Put a value into the link, as a new step of the history; blank takes it out."""
    if value:
        st.query_params[name] = value
    elif name in st.query_params:
        del st.query_params[name]


def write_all(values: Mapping[str, str]) -> None:
    """Put several values into the link at once: one step of the history."""
    st.query_params.update(values)


def _writer(name: str, default: str, also_clears: Sequence[str] = ()) -> Callable[[], None]:
    def changed() -> None:
        for other in also_clears:
            write(other, None)
        chosen = st.session_state[name]
        write(name, None if chosen == default else chosen)

    return changed


def choose_one(
    label: str,
    name: str,
    options: Sequence[str],
    value: str,
    words: Words,
    *,
    default: str = "",
    also_clears: Sequence[str] = (),
) -> None:
    """Draw a drop-down whose choice goes into the link as its code.

    ``also_clears``: parameters that mean nothing any more once this one has changed.
    """
    changed = _writer(name, default, also_clears)
    select(label, name, options, value, words, changed)


def select(
    label: str,
    key: str,
    options: Sequence[str],
    value: str,
    words: Words,
    changed: Callable[[], None],
) -> None:
    """Draw a drop-down that shows ``value``; ``changed`` writes another choice to the link.

    The browser holds what is chosen by its words: what it says in words that are no option's any
    more is no choice.
    """

    def taken() -> None:
        if st.session_state[key] in options:
            changed()

    begins = options.index(value) if hold(key, value) else 0
    st.selectbox(label, options, begins, key=key, format_func=words, on_change=taken)
    if st.session_state[key] in options:
        make_up(key, value, changed)


def say_anew(key: str, value: str, words: str) -> None:
    """Tell the browser the words of what a drop-down shows, where they are not those it holds.

    For options whose words change while they stay the same, as a count in them does.
    """
    if st.session_state.get(f"{key}-words", words) != words:
        st.session_state[key] = value
    st.session_state[f"{key}-words"] = words


def choose_segment(
    label: str, name: str, options: Sequence[str], value: str, words: Words, *, default: str
) -> None:
    """Draw a switch between a few choices."""
    changed = _writer(name, default)
    st.segmented_control(
        label,
        options,
        default=value if hold(name, value) else None,
        key=name,
        format_func=words,
        on_change=changed,
        required=True,
    )
    make_up(name, value, changed)


def choose_switch(label: str, name: str, value: bool, **toggle: Any) -> None:
    """Draw a switch that is on unless the link says ``off``."""

    def changed() -> None:
        write(name, None if st.session_state[name] else "off")

    first = hold(name, value)
    st.toggle(label, first and value, key=name, on_change=changed, **toggle)
    make_up(name, value, changed)


def choose_several(
    label: str,
    name: str,
    options: Sequence[str],
    value: Sequence[str],
    words: Words,
    *,
    placeholder: str = "Any",
) -> None:
    """Draw a list of choices; none chosen means any."""
    held = list(value)

    def changed() -> None:
        write(name, list(st.session_state[name]))

    st.multiselect(
        label,
        options,
        default=held if hold(name, held) else None,
        key=name,
        format_func=words,
        on_change=changed,
        placeholder=placeholder,
    )
    make_up(name, held, changed)


def choose_day(
    label: str,
    name: str,
    value: pd.Timestamp | None,
    bounds: tuple[pd.Timestamp, pd.Timestamp],
    *,
    default: pd.Timestamp | None = None,
    along: Mapping[str, str] | None = None,
    **date_input: Any,
) -> None:
    """Draw a date picker; an emptied one falls back to the default.

    ``along``: parameters that go into the link with a day, in the same step of the history.
    """

    def changed() -> None:
        chosen = st.session_state[name]
        if chosen is None or (default is not None and chosen == default.date()):
            write(name, None)
        else:
            write_all({name: chosen.isoformat(), **(along or {})})

    held = value.date() if value is not None else None
    st.date_input(
        label,
        value=held if hold(name, held) else None,
        key=name,
        min_value=bounds[0].date(),
        max_value=bounds[1].date(),
        format="YYYY-MM-DD",
        on_change=changed,
        **date_input,
    )
    make_up(name, held, changed)


def search_text(label: str, name: str, value: str, *, placeholder: str = "") -> None:
    """Draw a search box."""

    def changed() -> None:
        write(name, st.session_state[name].strip())

    st.text_input(
        label,
        value if hold(name, value) else "",
        key=name,
        on_change=changed,
        placeholder=placeholder,
        max_chars=200,
        type="search",
    )
    make_up(name, value, changed)
