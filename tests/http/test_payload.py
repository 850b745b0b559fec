"""What a rerun sends: an unchanged view next to nothing, a changed one no geometry."""

import pytest

from tests.http.test_server import PAGES
from tests.session import Session

UNCHANGED = 60_000


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
    assert changed.size < 40_000, changed.size


def test_the_visitor_stays_on_the_view_it_opened(server):
    with Session(server) as session:
        first = session.run("statements")
        changed = session.run("statements", country="IND")
    assert "statements" in first.heading
    assert "statements" in changed.heading
    assert changed.heading != first.heading
