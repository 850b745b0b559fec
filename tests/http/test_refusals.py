"""A file is exactly what its address asks for, or is refused in words."""

import json

import pandas as pd
import pytest

from components.link import LONGEST
from tests.http.test_server import PAGES

REFUSED = [
    ("/feeds/claims.atom?since=x", "since", "x", "not a date written YYYY-MM-DD"),
    ("/feeds/statements.atom?since=2999-01-01", "since", "2999-01-01", "is not between"),
    ("/feeds/claims.atom?whose=UKR", "whose", "UKR", "not a parameter of this address"),
    ("/feeds/changes.atom?since=2026-05-01&q=war", "q", "war", "not a parameter"),
    ("/feeds/changes.atom?asof=2022", "asof", "2022", "not a date"),
    ("/feeds/statements.atom?since=", "since", "", "has no value"),
    ("/export/deck.pptx", "deck", "", "names no slide"),
    ("/export/deck.html", "deck", "", "names no slide"),
    ("/export/data.zip?asof=2022-09-15", "deck", "", "names no slide"),
    ("/export/deck.html?deck=~", "deck", "", "names no slide"),
    ("/export/deck.html?deck=nowhere", "deck", "nowhere", "not a view that a slide can show"),
    ("/export/deck.pptx?deck=members&whose=UKR", "whose", "UKR", "not a parameter"),
    (
        "/export/data.zip?deck=since~casualties.whose-XXX",
        "deck",
        "slide 2, casualties: whose-XXX",
        "is not one",
    ),
    ("/data/all.zip?whose=UKR", "whose", "UKR", "not a parameter"),
    ("/data/claims.csv?whose=XXX", "whose", "XXX", "is not one of its values"),
    ("/data/claims.csv?whose", "whose", "", "has no value"),
    ("/data/claims.csv?q=%20", "q", " ", "has no value"),
    ("/data/claims.json?from=yesterday", "from", "yesterday", "not a date"),
    ("/data/votes.parquet?from=2022-01-01", "from", "2022-01-01", "not a parameter"),
    ("/data/statements.csv?topic=sco&topics=war", "topics", "war", "not a parameter"),
    ("/data/claims.csv?asof=2022-12-31&asof=2023-01-01", "asof", "2023-01-01", "only the first"),
    ("/data/views/casualties.csv?whose=XXX", "whose", "XXX", "is not one of its values"),
    ("/data/views/members.json?on=%FF", "on", "\ufffd", "not a date"),
    ("/data/views/members.csv?deck=nonsense", "deck", "nonsense", "not a view"),
    ("/data/views/statements.csv?q=" + "x" * 300, "q", "x" * 100, "longer than 200"),
    ("/data/geo/countries.geojson?country=KAZ", "country", "KAZ", "not a parameter"),
    ("/openapi.json?version=2", "version", "2", "not a parameter"),
]


@pytest.mark.parametrize(("address", "name", "value", "rule"), REFUSED)
def test_what_cannot_be_followed_is_named_with_its_value_and_its_rule(
    ask_app, address, name, value, rule
):
    answer = ask_app(address)
    assert answer.status_code == 400
    said = answer.json()
    (part,) = [part for part in said["parameters"] if part["parameter"] == name]
    assert part["value"] == value
    assert rule in part["why"]
    assert name in said["error"]
    assert rule in said["error"]
    assert answer.headers["access-control-allow-origin"] == "*"


def test_nothing_that_is_described_gives_more_than_was_asked_for(ask_app):
    described = json.loads(ask_app("/openapi.json").content)["paths"]
    for path in described:
        if path == "/card.png":
            continue  # A picture of a link that means nothing is the dashboard's own.
        for query in ("nonsense=1", "asof=", "asof=x", "asof=2022-09-15&asof=2022-09-16"):
            answer = ask_app(f"{path}?{query}")
            assert answer.status_code == 400, f"{path}?{query}"
            assert answer.json()["parameters"][0]["parameter"] in ("nonsense", "asof")


def test_more_parameters_than_are_read_are_refused(ask_app):
    many = "&".join(f"whose=U{n}" for n in range(101))
    answer = ask_app(f"/data/claims.csv?{many}")
    assert answer.status_code == 400
    assert "more than 100 parameters" in answer.json()["error"]


@pytest.mark.parametrize(
    "path",
    [
        *(f"/{page}" for page in PAGES),
        "/data/claims.csv",
        "/export/deck.pptx",
        "/feeds/claims.atom",
        "/card.png",
        "/openapi.json",
        "/_stcore/health",
        "/nowhere",
    ],
)
def test_an_address_longer_than_any_of_ours_is_refused_in_words(ask_app, path):
    answer = ask_app(f"{path}?deck={'x' * LONGEST}")
    assert answer.status_code == 414
    assert "may have 16,000" in answer.text
    assert len(answer.content) < 200
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert ask_app(f"/{'x' * 2_001}").status_code == 414


def test_feeds_say_only_what_came_after_a_day_and_before_the_day_of_knowledge(ask_app):
    text = ask_app("/feeds/claims.atom?since=2022-09-01&asof=2022-10-15").text
    days = [part[:10] for part in text.split("<published>")[1:]]
    assert days
    assert min(days) > "2022-09-01"
    assert max(days) <= "2022-10-15"


def test_a_filter_that_was_followed_narrows_and_one_left_out_does_not(ask_app):
    def count(query: str) -> int:
        return len(pd.DataFrame(ask_app(f"/data/claims.json{query}").json()))

    assert 0 < count("?whose=UKR&q=civilian") < count("?whose=UKR") < count("")
