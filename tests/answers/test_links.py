"""A link is a view: written, read and asked again, it is the same view."""

import csv
import hashlib
import os
import random
import string
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from components import answers
from components.deck import (
    Item,
    deck_text,
    dropped,
    item_text,
    moved,
    read_deck,
    titled,
)
from components.link import Link, Move, follow, link_of, read_link, read_moves, read_query
from tests.conftest import ROOT
from tests.links import ask, briefing, loaded, valid_links

PERMALINKS = ROOT / "tests" / "fixtures" / "permalinks.csv"
PUBLISHED = 52
"""Permalinks of the fixture so far: raise it with each that is added, never lower it."""
HOSTILE = int(os.environ.get("HOSTILE_LINKS", "300"))
"""``HOSTILE_LINKS=10000`` is the whole run; fewer keep the suite short."""
FEW = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@FEW
@given(valid_links())
def test_a_valid_link_written_and_read_again_is_the_same_view(link):
    again = read_link(f"https://host.example{link.text}")
    assert again == link
    first, second = ask(link), ask(again)
    assert first.ignored == second.ignored == ()
    assert first.title == second.title
    pd.testing.assert_frame_equal(first.rows, second.rows)


@FEW
@given(st.lists(st.tuples(valid_links(), st.text(max_size=40)), max_size=5))
def test_a_deck_written_and_read_again_is_the_same_deck(parts):
    items = [Item(link, " ".join(title.split())) for link, title in parts]
    again, ignored = read_deck(deck_text(items), answers.VIEWS)
    assert again == items
    assert ignored == []


def hostile(chance: random.Random) -> str:
    """Make a query string that no one means well with."""
    names = ["asof", "whose", "from", "to", "claim", "statement", "country", "deck", "q", "since"]
    bad = [
        "",
        "💥",
        "<script>alert(1)</script>",
        "../../etc/passwd",
        "%00",
        "%",
        "2022-99-99",
        "0001-01-01",
        "9" * 400,
        "' OR 1=1--",
        "~" * 50,
        "...~..~.-",
        "members.title-",
        "RUS",
        "2022-09-15",
        "nan",
        "\ud800",
        "=cmd|' /C calc'!A0",
    ]
    parts = []
    for _ in range(chance.randint(0, 8)):
        name = chance.choice([*names, "".join(chance.choices(string.printable, k=6))])
        value = chance.choice([*bad, "".join(chance.choices(string.printable, k=20))])
        parts.append(f"{name}={value}" if chance.random() < 0.9 else name)
    return chance.choice(["&", ";", "&&"]).join(parts)


def test_no_hostile_query_string_breaks_a_view():
    chance = random.Random(20220915)
    views = [*answers.VIEWS, answers.BRIEFING]
    for _ in range(HOSTILE):
        query = hostile(chance)
        view = chance.choice(views)
        answer = answers.ask(view, read_query(query), loaded)
        assert answer.title, (view, query)


def test_a_permalink_once_published_keeps_working():
    with PERMALINKS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) >= PUBLISHED, "a permalink was taken out: links are for ever"
    chain = ""
    for row in rows:
        chain = hashlib.sha256(f"{chain}{row['added_on']}{row['link']}".encode()).hexdigest()[:12]
        assert row["chain"] == chain, f"{row['link']}: an old line was changed or taken out"
        link = read_link(row["link"])
        assert link.view in answers.VIEWS or link.view == answers.BRIEFING, row["link"]
        answer = ask(link)
        assert answer.ignored == (), row["link"]


def test_a_moved_view_parameter_and_value_are_followed():
    moves = [
        Move("deaths", "", "", "casualties", "", ""),
        Move("casualties", "side", "", "casualties", "whose", ""),
        Move("casualties", "whose", "UKRAINE", "casualties", "whose", "UKR"),
        Move("casualties", "colour", "", "casualties", "", ""),
    ]
    old = link_of("deaths", {"side": ["UKRAINE"], "colour": ["red"], "to": ["2022-12-31"]})
    assert follow(old, moves).text == "/casualties?whose=UKR&to=2022-12-31"
    assert follow(link_of("members", {"side": ["X"]}), moves).text == "/members?side=X"


def test_the_migration_table_is_readable():
    assert all(move.new_view in answers.VIEWS for move in read_moves())


def test_a_deck_is_short_and_readable_in_an_address():
    items = [
        Item(Link("casualties", (("whose", ("UKR",)), ("asof", ("2022-12-31",))))),
        Item(Link("members"), title="Who belongs, v. 2"),
    ]
    text = deck_text(items)
    assert text == "casualties.whose-UKR.asof-2022-12-31~members.title-Who belongs, v.. 2"
    assert item_text(Item(Link(""), picture=2)) == "overview.picture-2"


def test_what_of_a_deck_means_nothing_is_said():
    items, ignored = read_deck("members~nowhere~casualties.whose~members.picture-x", answers.VIEWS)
    assert [item.link.view for item in items] == ["members", "casualties", "members"]
    assert {part.value for part in ignored} == {"nowhere", "whose", "picture-x"}
    assert read_deck("~" * 9000, answers.VIEWS)[1][0].why.startswith("is longer")
    assert len(read_deck("members~" * 60, answers.VIEWS)[0]) == 40


def test_slides_change_places_leave_and_take_titles():
    items = [Item(Link(view)) for view in ("", "members", "statements")]
    assert [i.link.view for i in moved(items, 0, 1)] == ["members", "", "statements"]
    assert [i.link.view for i in moved(items, 0, -1)] == ["", "members", "statements"]
    assert [i.link.view for i in dropped(items, 1)] == ["", "statements"]
    assert titled(items, 1, "  A \n title ")[1].title == "A title"


def test_a_briefing_read_on_an_earlier_day_shows_nothing_said_later():
    deck = briefing(
        "statements~statements.asof-2026-01-01~statements.asof-2010-01-01", asof="2022-09-15"
    )
    assert [f"{s.answer.known_on:%Y-%m-%d}" for s in deck.slides] == [
        "2022-09-15",
        "2022-09-15",
        "2010-01-01",
    ]


@pytest.mark.parametrize("name", ["samarkand", "casualty-claims", "today"])
def test_a_ready_deck_holds_only_slides_that_show_something(name):
    deck = briefing(name)
    assert deck.ignored == ()
    assert not any(slide.answer.ignored for slide in deck.slides)
    assert all(slide.row or len(slide.answer.rows) for slide in deck.slides)
    assert len(deck.slides) == 10 or name != "samarkand"


def test_every_link_in_the_tests_is_a_path():
    assert Path(PERMALINKS).is_file()
    assert read_link("casualties?whose=UKR#3").text == "/casualties?whose=UKR"
    assert read_link("http://[bad").text == "/"
