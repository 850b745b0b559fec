"""What a rerun sends: an unchanged view next to nothing, a changed one no geometry."""

import re

import httpx
import pytest

from tests.http.test_server import PAGES
from tests.session import Session

UNCHANGED = 10_000


@pytest.mark.parametrize("view", PAGES)
def test_an_unchanged_rerun_sends_little(server, view):
    with Session(server) as session:
        first = session.run(view)
        again = session.run(view)
    assert first.exceptions == again.exceptions == []
    assert first.heading == again.heading
    assert again.messages > 3
    assert again.size < UNCHANGED, again.size


def test_choosing_a_country_sends_no_geometry(server):
    with Session(server) as session:
        session.run("members")
        changed = session.run("members", country="KAZ")
    assert changed.size < 20_000, changed.size


def test_the_visitor_stays_on_the_view_it_opened(server):
    with Session(server) as session:
        first = session.run("statements")
        changed = session.run("statements", country="IND")
    assert "statements" in first.heading
    assert "statements" in changed.heading
    assert changed.heading != first.heading


CHANGES = [
    ("members", {}, {"on": "2022-09-15"}),
    ("members", {"on": "2022-09-15"}, {"on": "2022-09-16"}),
    ("members", {}, {"borders": "de-facto"}),
    ("members", {"country": "KAZ", "on": "2020-01-01"}, {"country": "KAZ", "on": "2022-09-15"}),
    ("relations", {"a": "CHN", "b": "RUS"}, {"a": "IND", "b": "RUS"}),
    ("compare", {}, {"indicator": "military_expenditure_constant_2024_usd"}),
    ("compare", {"show": "map"}, {"show": "map", "indicator": "gdp_current_usd"}),
    ("compare", {"show": "map"}, {"show": "map", "year": "2010"}),
    ("relations", {}, {"on": "2022-09-15"}),
    ("votes", {}, {"on": "2022-09-15"}),
    ("votes", {}, {"resolution": "ES-11/1"}),
    ("meetings", {}, {"year": "2022"}),
    ("meetings", {}, {"earth": "globe"}),
]


@pytest.mark.parametrize(("view", "before", "after"), CHANGES, ids=str)
def test_a_change_of_date_or_indicator_sends_less_than_20_kb(server, view, before, after):
    with Session(server) as session:
        session.run(view, **before)
        changed = session.run(view, **after)
    assert changed.exceptions == []
    assert changed.size < 20_000, changed.size


def test_a_long_list_of_changes_is_sent_in_part_and_says_how_many_there_are(server):
    with Session(server) as session:
        session.run("since")
        changed = session.run("since", since="2024-01-01")
    assert changed.exceptions == []
    assert changed.size < 45_000, changed.size
    words = " ".join(e.markdown.body for e in changed.elements.values())
    (said,) = re.findall(r"The first 300 of ([\d,]+) rows; the file holds them all\.", words)
    file = httpx.get(f"{server}/data/views/since.csv?since=2024-01-01", timeout=60).text
    assert file.count("\n") - 1 == int(said.replace(",", "")) > 300
