"""Newer good data replace older ones wherever anything is kept; what is kept is not made twice."""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd
import pytest

from components import store
from components.link import Link
from components.server import briefings, unfurl
from data.kept import Edition
from tests.http.conftest import Ask

DAY = "2022-09-15"
URL = "https://sco.example"


class Held:
    """An edition in the place of the folder that is looked at."""

    def __init__(self, edition: Edition) -> None:
        self.now = edition
        self.refused = None

    def edition(self) -> Edition:
        return self.now


@pytest.fixture
def held(dataset, monkeypatch) -> Iterator[Held]:
    """Hold an edition that no other test has asked anything of."""
    held = Held(replace(store.edition(), number=1_001))
    monkeypatch.setattr(store, "_kept", held)
    yield held
    store._forget()


def bytes_asked(ask_app: Ask, path: str) -> bytes:
    answer = ask_app(path)
    assert answer.status_code == 200, path
    return answer.content


def everything(ask_app: Ask) -> dict[str, str]:
    """Ask for each thing that a server keeps; give the version of the data in it."""
    made = {
        "answer": store.answer("members", {}).data.version,
        "rewound answer": store.answer("members", {"asof": [DAY]}).data.version,
        "rewound data": store.load(pd.Timestamp(DAY)).version,
        "tags": unfurl._newest_head(Link("members"), URL),
    }
    paths = {
        "package": "/data/all.zip",
        "rewound package": f"/data/all.zip?asof={DAY}",
        "deck": "/export/deck.html?deck=members",
        "picture": "/card.png?view=/members",
        "table": "/data/claims.csv",
    }
    return made | {what: bytes_asked(ask_app, path).decode() for what, path in paths.items()}


def test_whatever_is_asked_after_newer_data_is_of_the_newer_data(held, monkeypatch, ask_app):
    # What is written is of no matter here, only what it is written from.
    monkeypatch.setattr(
        "components.exports.tables.data_package.package_zip", lambda data, *_: data.version.encode()
    )
    monkeypatch.setattr(
        "components.exports.card.picture.card_png", lambda slide: slide.answer.data.version.encode()
    )
    monkeypatch.setattr(unfurl, "head_of", lambda slide, *_: slide.answer.data.version)
    monkeypatch.setitem(
        briefings.WRITERS, ".html", lambda deck, _: deck.slides[0].answer.data.version.encode()
    )
    older = held.now
    for number, version in ((1_001, "8.0.0"), (1_002, "9.0.0")):
        raw = {**older.files.raw, "claims.csv": version.encode()}
        loaded = replace(older.data, version=version)
        held.now = Edition(number, loaded, replace(older.files, raw=raw))
        assert set(everything(ask_app).values()) == {version}


@pytest.mark.parametrize("of_a_day", [{}, {"asof": [DAY]}], ids=["today", "rewound"])
def test_equal_links_are_answered_once(held, monkeypatch, of_a_day):
    asked = []
    monkeypatch.setattr(store.answers, "ask", lambda view, *_: asked.append(view) or len(asked))
    links = [{"country": [f"{number}"], **of_a_day} for number in range(40)]
    first = [store.answer("members", link) for link in links]
    again = [store.answer("members", dict(reversed(link.items()))) for link in links]
    assert first == again
    assert len(asked) == len(links)


def test_a_day_is_rewound_once(held, monkeypatch):
    rewound = []
    monkeypatch.setattr(store.rewinding, "known_on", lambda data, day: rewound.append(day) or data)
    days = list(pd.date_range("2001-06-15", periods=20))
    for _ in range(2):
        for day in days:
            store.load(day)
    assert rewound == days
