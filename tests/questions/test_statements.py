import pandas as pd
import pytest

from data.questions.statements import (
    Neighbours,
    countries_of,
    latest_statements,
    mentions,
    neighbours,
    places_of,
    same_topic,
    statements_between,
    translated_by,
)
from tests.frames import statements

ROWS = statements(
    {
        "said_on": "2022-09-15",
        "speaker": "Putin",
        "country": "RUS",
        "topics": "ukraine;china_russia",
        "text": "A balanced position",
        "original_text": "Сбалансированная позиция",
        "city": "Samarkand",
        "lat": 39.65,
        "lon": 66.96,
    },
    {
        "said_on": "2022-09-16",
        "speaker": "Modi",
        "country": "IND",
        "text": "Not an era of war",
        "city": "Samarkand",
        "lat": 39.65,
        "lon": 66.96,
    },
    {"said_on": "2022-02-04", "speaker": "Both", "country": "CHN;RUS", "text": "No limits"},
)
ALL = (pd.Timestamp("2001-01-01"), pd.Timestamp("2026-11-24"))


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["s1", "s0", "s2"]),
        ({"speaker": "Modi"}, ["s1"]),
        ({"country": "RUS"}, ["s0", "s2"]),
        ({"topic": "china_russia"}, ["s0"]),
        ({"topic": "china"}, []),
        ({"words": "ERA OF"}, ["s1"]),
        ({"words": "позиция"}, ["s0"]),
        ({"words": "nowhere"}, []),
    ],
)
def test_each_filter_keeps_its_own(filters, expected):
    assert list(statements_between(ROWS, *ALL, **filters)["statement_id"]) == expected


def test_the_period_includes_both_its_ends():
    day = pd.Timestamp("2022-09-15")
    assert list(statements_between(ROWS, day, day)["statement_id"]) == ["s0"]


def test_a_joint_statement_speaks_for_each_of_its_countries():
    assert set(countries_of(ROWS)) == {"RUS", "IND", "CHN"}


def test_places_count_statements_and_leave_out_the_unplaced():
    places = places_of(ROWS)
    assert places[["city", "statements", "speakers"]].to_numpy().tolist() == [
        ["Samarkand", 2, "Modi, Putin"]
    ]


def test_the_latest_statements_can_stand_alone():
    rows = statements({"text": "x" * 80}, {"text": "short", "said_on": "2023-01-01"})
    assert list(latest_statements(rows, 4)["statement_id"]) == ["s0"]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("An era of war, an ERA", "era", ["era", "ERA"]),
        ("cooperation", "era", []),
        ("Сбалансированная позиция", "ПОЗИЦИЯ", ["позиция"]),
        ("为变乱交织的世界注入稳定性", "世界", ["世界"]),
        ("a.c abc", "a.c", ["a.c"]),
        ("“quoted”", "“quoted", ["“quoted"]),
        ("anything", "", []),
    ],
)
def test_places_of_words_are_found_as_they_stand(text, words, found):
    assert [text[start:end] for start, end in mentions(text, words)] == found


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ("s2", Neighbours("", "", "s0", "s1", 1, 3)),
        ("s0", Neighbours("s2", "s2", "s1", "s1", 2, 3)),
        ("s1", Neighbours("s2", "s0", "", "", 3, 3)),
        ("", Neighbours(first="s2", last="s1", count=3)),
        ("elsewhere", Neighbours(first="s2", last="s1", count=3)),
    ],
)
def test_a_statement_has_neighbours_in_the_order_of_time(chosen, expected):
    assert neighbours(ROWS, chosen) == expected


def test_without_statements_there_is_nowhere_to_step():
    assert neighbours(ROWS.iloc[:0], "s0") == Neighbours()


def test_before_and_after_are_of_the_same_speaker_on_a_shared_topic():
    rows = statements(
        {"said_on": "2021-01-01", "topics": "ukraine"},
        {"said_on": "2022-01-01", "topics": "ukraine;nato"},
        {"said_on": "2023-01-01", "topics": "sco"},
        {"said_on": "2024-01-01", "topics": "nato"},
        {"said_on": "2022-06-01", "topics": "nato", "speaker": "Other"},
    )
    assert same_topic(rows, rows.iloc[1]) == ("s0", "s3")
    assert same_topic(rows, rows.iloc[2]) == ("", "")


@pytest.mark.parametrize(
    ("row", "translator"),
    [
        ({"original_language": "ru", "kind": "translation"}, "The Paper"),
        ({"original_language": "ru", "note": "Our translation of …"}, "this observatory"),
        ({"original_language": "en"}, ""),
        ({"kind": "translation"}, "The Paper"),
        ({}, ""),
    ],
)
def test_who_translated_is_told(row, translator):
    assert translated_by(statements(row).iloc[0], pd.Series({"publisher": "The Paper"})) == (
        translator
    )
