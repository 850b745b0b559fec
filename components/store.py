"""What the server keeps between reruns: the data, the rewound data, and whole answers."""

import gc
from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

import data
from components import answers
from components.answers.answer import Answer
from components.link import Link
from data.questions import known_on as rewinding

# Shared and not copied: frames and figures are only ever read, and a copy a rerun would cost
# more than the rest of a view.


@st.cache_resource(show_spinner=False)
def dataset() -> data.Dataset:
    """Load the tables once a server; every session shares them."""
    return data.load()


@st.cache_resource(show_spinner=False, max_entries=64)
def dataset_known_on(day: pd.Timestamp) -> data.Dataset:
    """Rewind the data to the end of ``day``; the last 64 days asked for are kept."""
    return rewinding.known_on(dataset(), day)


def load(day: pd.Timestamp | None) -> data.Dataset:
    """Give the data, rewound where a day is given."""
    return dataset() if day is None else dataset_known_on(day)


@st.cache_resource(show_spinner=False)
def settle() -> None:
    """Spare what lives as long as the server, once a server, at the end of its first page.

    Streamlit collects garbage after every run, and each time walks all libraries and tables:
    more than half of a rerun's time. Frozen, they are not walked.
    """
    gc.collect()
    gc.freeze()


def answer(view: str, parameters: Mapping[str, Sequence[str]]) -> Answer:
    """Answer a link; equal links share one answer.

    A deck that is being put together goes along in the link from view to view; only the
    briefing reads it.
    """
    if view != answers.BRIEFING:
        parameters = {name: values for name, values in parameters.items() if name != "deck"}
    return _answer(view, tuple((name, tuple(parameters[name])) for name in sorted(parameters)))


@st.cache_resource(show_spinner=False, max_entries=256)
def _answer(view: str, parameters: tuple[tuple[str, tuple[str, ...]], ...]) -> Answer:
    return answers.ask(view, dict(parameters), load, _answer_of)


def _answer_of(link: Link) -> Answer:
    return answer(link.view, link.mapping())
