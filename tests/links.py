"""Ask the real data as the server does, and random links that mean something."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

import pandas as pd
from hypothesis import assume
from hypothesis import strategies as st

from components import answers
from components.address import Address
from components.answers.answer import Answer
from components.answers.briefing import NOT_SLIDES, Briefing, Slide, slide_of
from components.answers.briefing import briefing as answer_briefing
from components.deck import Item
from components.link import Link, Move, link_of, read_link
from data import Dataset, load
from data.questions.known_on import known_on

_KEPT: dict = {}


def loaded(day: pd.Timestamp | None = None) -> Dataset:
    """Load the data once, and each rewound state once."""
    if None not in _KEPT:
        _KEPT[None] = load()
    if day not in _KEPT:
        _KEPT[day] = known_on(_KEPT[None], day)
    return _KEPT[day]


def ask(link: Link) -> Answer:
    return answers.ask(link.view, link.mapping(), loaded, ask_once)


@lru_cache(maxsize=64)
def ask_once(link: Link) -> Answer:
    """Ask for a slide; decks of one run share theirs."""
    return ask(link)


def slide(address: str) -> Slide:
    """Answer an address as one slide."""
    return slide_of(1, Item(read_link(address)), None, ask)


def briefing(deck: str, **parameters: str) -> Briefing:
    """Answer a deck."""
    asked = {"deck": [deck], **{name: [value] for name, value in parameters.items()}}
    answer = answers.ask(answers.BRIEFING, asked, loaded, ask_once)
    assert isinstance(answer, Briefing)
    return answer


BRIEFING_DECKS = [
    "samarkand",
    "members~statements",
    "casualties.whose-UKR.title-A title. of, its own",
    "members.picture-2",
]
DAYS = [pd.Timestamp(day) for day in ("2025-06-30", "2022-09-15", "2010-01-01", "1996-04-26")]
"""Days of knowledge that links are drawn from: few, because each is a dataset of its own."""


MOVED = [
    Move("deaths", "", "", "casualties", "", ""),
    Move("casualties", "side", "", "casualties", "whose", ""),
    Move("casualties", "whose", "UKRAINE", "casualties", "whose", "UKR"),
    Move("casualties", "colour", "", "casualties", "", ""),
]
"""A view, a parameter and a value that moved, and a parameter that went."""


class Drawn(Address):
    """An address that makes up each value as a view asks for it, out of what the view allows.

    So whatever a view reads, one parameter after another and each depending on those before,
    is drawn: a new parameter is tested from the day it exists.
    """

    def __init__(self, draw: Callable[[st.SearchStrategy], Any], always: str = "") -> None:
        super().__init__({})
        self._draw = draw
        self._always = always
        self.drawn: dict[str, list[str]] = {}
        self.clashes = False

    def _values(self, name: str) -> list[str]:
        """Give what was drawn, to the reading of the house's own address."""
        self._parameters[name] = self.drawn.get(name, [])
        return super()._values(name)

    def _take(self, name: str, values: st.SearchStrategy[list[str]]) -> None:
        if name in self.drawn:
            return
        asked = name == self._always or self._draw(st.integers(0, 3)) == 3
        self.drawn[name] = self._draw(values) if asked else []

    def ignore(self, name: str, value: str, why: str) -> None:
        """Note that two values, each right alone, mean nothing together."""
        self.clashes = True
        super().ignore(name, value, why)

    def one(self, name: str, allowed: Iterable[str], default: str = "") -> str:
        options = sorted(value for value in set(allowed) if value)
        if options:
            self._take(name, st.sampled_from(options).map(lambda value: [value]))
        return super().one(name, options, default)

    def several(self, name: str, allowed: Iterable[str]) -> list[str]:
        options = sorted(value for value in set(allowed) if value)
        if options:
            self._take(name, st.lists(st.sampled_from(options), unique=True, max_size=3))
        return super().several(name, options)

    def day(
        self, name: str, first: pd.Timestamp, last: pd.Timestamp, *, last_is: str = ""
    ) -> pd.Timestamp | None:
        days = st.integers(0, (last - first).days).map(lambda n: first + pd.Timedelta(days=n))
        if name == "asof":
            days = st.sampled_from(DAYS)
        self._take(name, days.map(lambda day: [f"{day:%Y-%m-%d}"]))
        return super().day(name, first, last, last_is=last_is)

    def text(self, name: str, longest: int = 200) -> str:
        words = st.sampled_from(["war", "Ёж", "a & b", "50% +1", "“SCO”", "=1"])
        self._take(name, (st.sampled_from(BRIEFING_DECKS) if name == "deck" else words).map(list_))
        return super().text(name, longest)


def list_(value: str) -> list[str]:
    return [value]


def state(draw: Callable[[st.SearchStrategy], Any], view: str, always: str) -> tuple[Link, Answer]:
    """Draw a state of a view that gives ``always`` a value, and answer it without a link."""
    address = Drawn(draw, always)
    day = address.day("asof", answers.FIRST_DAY, loaded().reviewed_on)
    if view == answers.BRIEFING:
        slides = tuple(name for name in answers.VIEWS if name not in NOT_SLIDES)
        answer: Answer = answer_briefing(address, loaded(day), day, slides, ask_once)
    else:
        answer = answers.view_of(view)(address, loaded(day), day)
    assume(not address.clashes)
    return link_of(view, address.drawn), answer


@st.composite
def states(draw, view: str, always: str) -> tuple[Link, Answer]:
    """Draw a state as a strategy of hypothesis."""
    return state(draw, view, always)


@lru_cache
def parameters_of(view: str) -> tuple[str, ...]:
    """Name the parameters that a view takes."""
    return tuple(ask(Link(view)).parameters)


class Noted(Address):
    """An address that notes what a view allows."""

    def __init__(self) -> None:
        super().__init__({})
        self.allowed: dict[str, list[str]] = {}
        self.defaults: dict[str, str] = {}

    def one(self, name: str, allowed: Iterable[str], default: str = "") -> str:
        self.allowed[name] = sorted({value for value in allowed if value})
        self.defaults[name] = default
        return super().one(name, (), default)

    def several(self, name: str, allowed: Iterable[str]) -> list[str]:
        self.allowed[name] = sorted({value for value in allowed if value})
        return super().several(name, ())


@lru_cache
def noted(view: str) -> Noted:
    """Ask a view for nothing, and note what it allows."""
    address = Noted()
    if view in answers.VIEWS:
        answers.view_of(view)(address, loaded(), None)
    return address


def values_of(view: str) -> dict[str, list[str]]:
    """List the codes that a view takes for each parameter, when nothing else is asked."""
    return noted(view).allowed


@st.composite
def valid_links(draw) -> Link:
    """Draw a link of a slide each of whose parameters means something."""
    view = draw(st.sampled_from([name for name in answers.VIEWS if name not in NOT_SLIDES]))
    return state(draw, view, "")[0]
