"""What the server keeps between reruns: the data, the rewound data, and whole answers."""

import gc
import threading
from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

import data
from components import answers
from components.answers.answer import Answer
from components.link import Link
from data.kept import Edition, Kept
from data.questions import known_on as rewinding

SELDOM_ENOUGH = 700, 10, 10
"""How many new objects, and collections of younger ones, until Python looks: its own default."""
Asked = tuple[tuple[str, tuple[str, ...]], ...]
"""Parameters of a link, sorted, so that equal links are one key."""

# Shared and not copied: frames and figures are only ever read, and a copy a rerun would cost
# more than the rest of a view.


def edition() -> Edition:
    """Give the last good data and the files they came from; every session shares them.

    Raises
    ------
    DataError
        If the server never had good data.
    """
    return _kept.edition()


def refused() -> data.DataError | None:
    """Say why the files that lie in the data folder now are not shown; None where they are."""
    return _kept.refused


def watch(stop: threading.Event) -> None:
    """Take newer files over, or refuse them, until ``stop`` is set."""
    _kept.watch(stop)


def dataset() -> data.Dataset:
    """Give the last good data, whole."""
    return edition().data


def load(day: pd.Timestamp | None) -> data.Dataset:
    """Give the data, rewound where a day is given."""
    return _load(edition(), day)


@st.cache_resource(show_spinner=False)
def settle() -> None:
    """Spare what lives as long as the server, once a server, at the end of its first page.

    Libraries and tables are most of what a garbage collection walks: frozen, they are left
    aside. Collecting first would let the first reader wait for one such walk, to free a few
    hundred kilobytes.
    """
    gc.freeze()
    # The start, which only makes what stays, looked for garbage seldom; visitors leave some.
    gc.set_threshold(*SELDOM_ENOUGH)


def answer(view: str, parameters: Mapping[str, Sequence[str]]) -> Answer:
    """Answer a link; equal links share one answer.

    A deck that is being put together goes along in the link from view to view; only the
    briefing reads it.
    """
    return _answer_from(edition(), view, parameters)


def _answer_from(held: Edition, view: str, parameters: Mapping[str, Sequence[str]]) -> Answer:
    if view != answers.BRIEFING:
        parameters = {name: values for name, values in parameters.items() if name != "deck"}
    asked = tuple((name, tuple(parameters[name])) for name in sorted(parameters))
    keep = _rewound_answer if answers.ASOF in parameters else _answer
    return keep(held.number, view, asked, held)


# An answer rests on one edition from end to end: whatever it asks for, it asks of that one.
# The number stands for the edition among the arguments that tell answers apart.


@st.cache_resource(show_spinner=False, max_entries=64)
def _known_on(number: int, day: pd.Timestamp, _held: Edition) -> data.Dataset:
    """Rewind the data to the end of ``day``; the last 64 days asked for are kept."""
    return rewinding.known_on(_held.data, day)


def _load(held: Edition, day: pd.Timestamp | None) -> data.Dataset:
    return held.data if day is None else _known_on(held.number, day, held)


@st.cache_resource(show_spinner=False, max_entries=256)
def _answer(number: int, view: str, parameters: Asked, _held: Edition) -> Answer:
    return _ask(view, parameters, _held)


@st.cache_resource(show_spinner=False, max_entries=64)
def _rewound_answer(number: int, view: str, parameters: Asked, _held: Edition) -> Answer:
    """Keep fewer: each may hold a rewound dataset of its own, and days are many.

    Kept apart, who leafs through the days does not push out what everybody reads.
    """
    return _ask(view, parameters, _held)


def _ask(view: str, parameters: Asked, held: Edition) -> Answer:
    def load_from(day: pd.Timestamp | None) -> data.Dataset:
        return _load(held, day)

    def answer_of(link: Link) -> Answer:
        return _answer_from(held, link.view, link.mapping())

    return answers.ask(view, dict(parameters), load_from, answer_of)


def _forget() -> None:
    """Let go of what rests on an edition that newer files have replaced."""
    _answer.clear()
    _rewound_answer.clear()
    _known_on.clear()


_kept = Kept(data.FOLDER, taken_over=_forget)
