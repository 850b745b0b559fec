import pandas as pd
import pytest

from data.questions.statements import (
    countries_of,
    lanes_by_country,
    latest_statements,
    places_of,
    statements_between,
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


def test_no_statement_falls_out_of_the_lanes():
    many = statements(*({"country": f"A{chr(65 + n // 5)}{chr(65 + n % 5)}"} for n in range(30)))
    in_lanes, lanes = lanes_by_country(many, pd.Series(dtype=str), most=12)
    assert len(lanes) == 12
    assert set(in_lanes["lane"]) <= {code for code, _ in lanes}


def test_the_latest_statements_can_stand_alone():
    rows = statements({"text": "x" * 80}, {"text": "short", "said_on": "2023-01-01"})
    assert list(latest_statements(rows, 4)["statement_id"]) == ["s0"]
