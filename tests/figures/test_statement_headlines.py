"""A title of statements names what it was narrowed to: a count without it would mislead."""

import pandas as pd
import pytest

from components.figures.headlines.statements import (
    Asked,
    places_message,
    statements_message,
    statements_title,
)
from components.link import read_link
from data.questions.statements import topics_of
from tests.frames import statements
from tests.links import ask

ROWS = statements({"speaker": "A"}, {"speaker": "A"}, {"speaker": "B"})


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (Asked(), "3 statements by 2 speakers; most by A (2)"),
        (Asked(topic="sco"), "3 statements on the SCO by 2 speakers; most by A (2)"),
        (Asked(country="China"), "3 statements by 2 speakers for China; most by A (2)"),
        (
            Asked(topic="trade", words="war"),
            "3 statements on trade with “war” by 2 speakers; most by A (2)",
        ),
    ],
)
def test_the_message_names_topic_country_and_words(asked, words):
    assert statements_message(ROWS, asked) == words


def test_one_speaker_is_named_and_not_counted():
    day = pd.Timestamp("2022-09-15")
    title = statements_title(ROWS.head(2), day, day, Asked(speaker="A", country="China"))
    assert title == "2 statements by A for China on 15 Sep 2022"


def test_nothing_found_says_what_was_looked_for():
    none, asked = ROWS.head(0), Asked(country="China", words="zzz")
    assert (
        statements_message(none, asked) == "No statement with “zzz” by speakers for China matches"
    )
    assert "“zzz”" in places_message(none, asked)


@pytest.mark.parametrize("picture", [0, 1, 2])
def test_every_picture_of_a_narrowed_link_names_the_filter(picture):
    shown = ask(read_link("/statements?speaker=Xi Jinping&topic=sco"))
    assert "on the SCO by Xi Jinping" in shown.pictures[picture].message
    assert "on the SCO by Xi Jinping" in shown.title


def test_topics_read_as_in_a_sentence(dataset):
    said = [Asked(topic=topic).subject for topic in topics_of(dataset.statements)]
    assert {" on Iran", " on energy", " on the United Nations"} <= set(said)


def test_where_no_statement_was_known_the_period_is_of_that_day():
    answer = ask(read_link("/statements?asof=1999-01-01"))
    assert answer.filters.until == pd.Timestamp("1999-01-01")
    assert "Each mark" not in answer.subtitle
