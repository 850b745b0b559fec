"""Answers: what each view says for a link, computed once for page, slide, file and card.

No Streamlit in here. ``ask`` is the door: it rewinds the data where the link says ``asof``,
lets the view read its parameters, and reports those that meant nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from components.address import Address
from components.answers.about import about
from components.answers.answer import ASOF, FIRST_DAY, Answer
from components.answers.article import article
from components.answers.briefing import NOT_SLIDES, briefing
from components.answers.casualties import casualties
from components.answers.compare import compare
from components.answers.downloads import downloads
from components.answers.meetings import meetings
from components.answers.members import members
from components.answers.overview import overview
from components.answers.readouts import readouts
from components.answers.relations import relations
from components.answers.since import since
from components.answers.soundness import soundness
from components.answers.statements import statements
from components.answers.votes import votes
from components.link import Link
from data import Dataset
from data.signs import shown

__all__ = ["ASOF", "BRIEFING", "FIRST_DAY", "VIEWS", "ask"]

VIEWS: dict[str, Callable[..., Answer]] = {
    "": overview,
    "members": members,
    "compare": compare,
    "relations": relations,
    "votes": votes,
    "meetings": meetings,
    "casualties": casualties,
    "statements": statements,
    "since": since,
    "downloads": downloads,
    "readouts": readouts,
    "article": article,
    "soundness": soundness,
    "about": about,
}
BRIEFING = "briefing"
"""The one view that answers other links: a deck of them."""


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
        A key of ``VIEWS``, or ``BRIEFING``.
    load
        Gives the dataset, rewound to a day where one is given.
    answer_of
        Answers the slides of a briefing; by default each is asked afresh.
    """
    # A link can hold what no cell may: signs that turn the text of a page about.
    address = Address({name: [shown(v) for v in values] for name, values in parameters.items()})
    known_on = address.day(ASOF, FIRST_DAY, load(None).reviewed_on)
    if view == BRIEFING:
        again = answer_of or (lambda link: ask(link.view, link.mapping(), load))
        slides = tuple(name for name in VIEWS if name not in NOT_SLIDES)
        answer: Answer = briefing(address, load(known_on), known_on, slides, again)
    else:
        answer = VIEWS[view](address, load(known_on), known_on)
    return replace(answer, parameters=tuple(sorted(address.read)), ignored=address.ignored)
