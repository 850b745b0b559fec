"""A link that moved is sent on to where it is now, as a browser and a chat follow it."""

import html
import re

import pytest

from components.link import MOVES
from tests.links import MOVED


@pytest.fixture
def moved(monkeypatch):
    """Put rows into the migration table; it is empty as long as nothing has moved."""
    before = list(MOVES)
    MOVES[:] = MOVED
    yield
    MOVES[:] = before


@pytest.mark.usefixtures("moved")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/deaths", "/casualties"),
        ("/deaths/", "/casualties"),
        ("/deaths?side=UKRAINE&to=2022-12-31", "/casualties?whose=UKR&to=2022-12-31"),
        ("/casualties?side=RUS&colour=red", "/casualties?whose=RUS"),
        ("/casualties?side=%3Cscript%3E", "/casualties?whose=%3Cscript%3E"),
        ("/deaths?side=%0d%0aSet-Cookie:x", "/casualties?whose=%0D%0ASet-Cookie:x"),
    ],
)
def test_an_old_link_is_sent_on_once_and_for_good(ask_app, old, new):
    answer = ask_app(old)
    assert answer.status_code == 308
    assert answer.headers["location"] == new
    assert "set-cookie" not in answer.headers
    assert ask_app(answer.headers["location"]).status_code == 200


@pytest.mark.usefixtures("moved")
def test_files_pictures_and_decks_follow_a_moved_link_too(ask_app):
    new = ask_app("/data/views/casualties.csv?whose=UKR").content
    assert ask_app("/data/views/deaths.csv?side=UKRAINE").content == new
    picture = ask_app("/card.png?view=/casualties&whose=UKR").content
    assert ask_app("/card.png?view=/deaths&side=UKRAINE").content == picture
    deck = ask_app("/export/deck.html?deck=casualties.whose-UKR").text
    assert ask_app("/export/deck.html?deck=deaths.side-UKRAINE").text == deck


@pytest.mark.usefixtures("moved")
def test_a_link_that_did_not_move_is_answered_where_it_is(ask_app):
    page = ask_app("/casualties?whose=UKR")
    assert page.status_code == 200
    canonical = re.search(r'<link rel="canonical" href="([^"]*)"', page.text)[1]
    assert html.unescape(canonical) == "http://sco.example/casualties?whose=UKR"
    assert ask_app("/members?side=RUS").status_code == 200
