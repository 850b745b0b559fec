"""What a rerun sends: an unchanged view next to nothing, a changed one no geometry."""

import pytest

from tests.http.session import Session
from tests.http.test_server import PAGES

UNCHANGED = 60_000


@pytest.mark.parametrize("view", PAGES)
def test_an_unchanged_rerun_sends_little(server, view):
    with Session(server) as session:
        first = session.run(view)
        again = session.run(view)
    assert first.exceptions == again.exceptions == []
    assert again.messages > 3
    assert again.size < UNCHANGED, again.size


def test_choosing_a_country_sends_no_geometry(server):
    with Session(server) as session:
        session.run("members")
        changed = session.run("members", country="KAZ")
    assert changed.size < 40_000, changed.size


def test_the_visitor_sees_what_a_browser_sees(server):
    with Session(server) as session:
        run = session.run("members")
    assert run.size > 10_000
