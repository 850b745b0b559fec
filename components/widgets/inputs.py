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


def _hold(name: str, value: object) -> None:
    """Let the widget show what the link says: after the back button they can differ."""
    if name not in st.session_state or st.session_state[name] != value:
        st.session_state[name] = value


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
    _hold(name, value)
    changed = _writer(name, default, also_clears)
    st.selectbox(label, options, key=name, format_func=words, on_change=changed)


def choose_segment(
    label: str, name: str, options: Sequence[str], value: str, words: Words, *, default: str
) -> None:
    """Draw a switch between a few choices."""
    _hold(name, value)
    st.segmented_control(
        label,
        options,
        key=name,
        format_func=words,
        on_change=_writer(name, default),
        required=True,
    )


def choose_switch(label: str, name: str, value: bool, **toggle: Any) -> None:
    """Draw a switch that is on unless the link says ``off``."""

    def changed() -> None:
        write(name, None if st.session_state[name] else "off")

    _hold(name, value)
    st.toggle(label, key=name, on_change=changed, **toggle)


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
    _hold(name, list(value))

    def changed() -> None:
        write(name, list(st.session_state[name]))

    st.multiselect(
        label, options, key=name, format_func=words, on_change=changed, placeholder=placeholder
    )


def choose_day(
    label: str,
    name: str,
    value: pd.Timestamp | None,
    bounds: tuple[pd.Timestamp, pd.Timestamp],
    *,
    default: pd.Timestamp | None = None,
    **date_input: Any,
) -> None:
    """Draw a date picker; an emptied one falls back to the default."""

    def changed() -> None:
        chosen = st.session_state[name]
        same = default is not None and chosen == default.date()
        write(name, None if chosen is None or same else chosen.isoformat())

    _hold(name, value.date() if value is not None else None)
    st.date_input(
        label,
        value=None,
        key=name,
        min_value=bounds[0].date(),
        max_value=bounds[1].date(),
        format="YYYY-MM-DD",
        on_change=changed,
        **date_input,
    )


def search_text(label: str, name: str, value: str, *, placeholder: str = "") -> None:
    """Draw a search box."""

    def changed() -> None:
        write(name, st.session_state[name].strip())

    _hold(name, value)
    st.text_input(
        label, key=name, on_change=changed, placeholder=placeholder, max_chars=200, type="search"
    )


def choose_step(label: str, name: str, options: Sequence[str], value: str, words: Words) -> None:
    """Draw a slider over a few steps, movable by keyboard; the step goes into the link."""
    key = f"{name}-step"

    def changed() -> None:
        write(name, st.session_state[key])

    _hold(key, value)
    st.select_slider(label, options, key=key, format_func=words, on_change=changed)
