import pandas as pd
import pytest

from components.exports.citation import (
    dashboard_citation,
    link_at_words,
    source_citation,
    statement_citation,
)
from tests.frames import statements

SOURCE = pd.Series(
    {
        "publisher": "TASS",
        "title": "A title",
        "url": "https://tass.com/1",
        "published_on": pd.Timestamp("2022-09-15"),
        "accessed_on": pd.Timestamp("2026-11-24"),
        "seen_via": "stored copy",
    }
)


def test_a_citation_names_who_what_when_where_and_how_it_was_read():
    assert source_citation(SOURCE) == (
        "TASS, “A title”, 15 September 2022, https://tass.com/1 "
        "(accessed 24 November 2026). Read in: stored copy."
    )


def test_the_dashboard_is_cited_with_its_data_version():
    words = dashboard_citation("1.2.0", pd.Timestamp("2026-11-24"))
    assert "1.2.0" in words
    assert "24 November 2026" in words


def test_a_link_points_at_the_first_words():
    assert link_at_words("https://a.org/x", "almost 9,000 heroes") == (
        "https://a.org/x#:~:text=almost%209%2C000%20heroes"
    )


def test_a_link_with_a_fragment_or_an_elided_passage_stays_as_it_is():
    assert link_at_words("https://a.org/x#y", "words") == "https://a.org/x#y"
    assert link_at_words("https://a.org/x", "some ... words") == "https://a.org/x"


def test_a_rewound_page_is_cited_with_its_day():
    words = dashboard_citation("1.2.0", pd.Timestamp("2026-11-24"), pd.Timestamp("2022-09-15"))
    assert "as known on 15 September 2022" in words


@pytest.mark.parametrize(
    ("kind", "quoted"),
    [("verbatim", "“Not an era of war”"), ("paraphrase", "Not an era of war")],
)
def test_a_statement_is_cited_with_office_day_and_words(kind, quoted):
    row = statements({"kind": kind, "text": "Not an era of war", "city": "Samarkand"}).iloc[0]
    assert statement_citation(row, "Prime Minister", SOURCE).startswith(
        f"S (Prime Minister), 15 September 2022, Samarkand: {quoted} In: TASS"
    )
