"""Answers for a copy: each link is asked once, without a server."""

import pandas as pd

from components import answers
from components.answers.answer import Answer
from components.answers.briefing import Briefing, Slide, slide_of
from components.deck import Item
from components.link import Link
from data import Dataset
from data.questions.known_on import known_on


class Shelf:
    """The data, its rewound states, and every answer asked so far."""

    def __init__(self, data: Dataset) -> None:
        self.data = data
        self._days: dict[pd.Timestamp, Dataset] = {}
        self._answers: dict[Link, Answer] = {}

    def load(self, day: pd.Timestamp | None) -> Dataset:
        """Give the data, rewound where a day is given."""
        if day is None:
            return self.data
        if day not in self._days:
            self._days[day] = known_on(self.data, day)
        return self._days[day]

    def answer(self, link: Link) -> Answer:
        """Answer a link."""
        if link not in self._answers:
            asked = answers.ask(link.view, link.mapping(), self.load, self.answer)
            self._answers[link] = asked
        return self._answers[link]

    def slide(self, link: Link) -> Slide:
        """Answer a link as one slide."""
        return slide_of(1, Item(link), None, self.answer)

    def deck(self, name: str) -> Briefing:
        """Answer a ready deck."""
        found = self.answer(Link(answers.BRIEFING, (("deck", (name,)),)))
        if not isinstance(found, Briefing):
            raise TypeError("the briefing view must answer with a briefing")
        return found
