"""Answers: what each view says for a link, computed once for page, slide, file and card.

No Streamlit in here. ``ask`` is the door: it rewinds the data where the link says ``asof``,
lets the view read its parameters, and reports those that meant nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib import import_module

import pandas as pd

from components.address import Address
from components.answers.answer import ASOF, FIRST_DAY, Answer
from components.answers.briefing import NOT_SLIDES, briefing
from components.link import Link
from data import Dataset

__all__ = ["ASOF", "BRIEFING", "FIRST_DAY", "VIEWS", "ask", "view_of"]

VIEWS = (
    "",
    "members",
    "compare",
    "relations",
    "votes",
    "meetings",
    "casualties",
    "statements",
    "since",
    "downloads",
    "readouts",
    "article",
    "soundness",
    "about",
)
"""Paths of the views, in the order of the story; ``""`` is the overview."""
BRIEFING = "briefing"
"""The one view that answers other links: a deck of them."""


def view_of(path: str) -> Callable[[Address, Dataset, pd.Timestamp | None], Answer]:
    """Give what answers a view: the function of the view's name, in the module of its name.

    Each module is read with its first question: together, their figures are a tenth of the time
    to the first page, which shows one view.

    Raises
    ------
    KeyError
        If no view has this path.
    """
    if path not in VIEWS:
        raise KeyError(path)
    name = path or "overview"
    answering: Callable[..., Answer] = getattr(import_module(f"{__name__}.{name}"), name)
    return answering


def ask(
    view: str,
    parameters: Mapping[str, Sequence[str]],
    load: Callable[[pd.Timestamp | None], Dataset],
    answer_of: Callable[[Link], Answer] | None = None,
) -> Answer:
    """Answer the link ``/view?parameters``.

    Parameters
    ----------
    view
        One of ``VIEWS``, or ``BRIEFING``.
    load
        Gives the dataset, rewound to a day where one is given.
    answer_of
        Answers the slides of a briefing; by default each is asked afresh.
    """
    address = Address(parameters)
    known_on = address.day(ASOF, FIRST_DAY, load(None).reviewed_on)
    if view == BRIEFING:
        again = answer_of or (lambda link: ask(link.view, link.mapping(), load))
        slides = tuple(name for name in VIEWS if name not in NOT_SLIDES)
        answer: Answer = briefing(address, load(known_on), known_on, slides, again)
    else:
        answer = view_of(view)(address, load(known_on), known_on)
    return replace(answer, parameters=tuple(sorted(address.read)), ignored=address.ignored)
