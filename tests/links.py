"""Ask the real data as the server does, and random links that mean something."""

import pandas as pd
from hypothesis import strategies as st

from components import answers
from components.answers.answer import Answer
from components.answers.briefing import Briefing
from components.link import Link
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
    return answers.ask(link.view, link.mapping(), loaded)


def briefing(deck: str, **parameters: str) -> Briefing:
    """Answer a deck."""
    asked = {"deck": [deck], **{name: [value] for name, value in parameters.items()}}
    answer = answers.ask(answers.BRIEFING, asked, loaded)
    assert isinstance(answer, Briefing)
    return answer


@st.composite
def valid_links(draw) -> Link:
    """Draw a link each of whose parameters means something."""
    data = loaded()
    view = draw(st.sampled_from(sorted(set(answers.VIEWS) - {"soundness"})))
    options: dict[str, list[str]] = {}
    if view == "casualties":
        row = data.claims.iloc[draw(st.integers(0, len(data.claims) - 1))]
        for name in ("conflict", "whose", "population", "measure"):
            options[name] = [row[name]]
        options["claim"] = [row["claim_id"]]
    elif view == "statements":
        row = data.statements.iloc[draw(st.integers(0, len(data.statements) - 1))]
        options = {
            "speaker": [row["speaker"]],
            "country": row["country"].split(";"),
            "topic": row["topics"].split(";"),
            "statement": [row["statement_id"]],
            "q": [row["text"][:20].strip() or "SCO"],
        }
    elif view == "members":
        options["country"] = list(data.memberships["country"])
    elif view == "since":
        options["since"] = ["2022-09-16", "2026-05-01"]
    whole = view == "casualties"
    parameters = []
    for name, values in options.items():
        # A question of casualties hangs together: its parts are taken all or none.
        if whole or draw(st.booleans()):
            parameters.append((name, (draw(st.sampled_from(values)),)))
    if whole and not draw(st.booleans()):
        parameters = []
    return Link(view, tuple(parameters))
