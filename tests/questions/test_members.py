import pandas as pd
import pytest

from data.questions.members import members_on, status_counts, status_history
from tests.frames import frame

ROWS = frame(
    "memberships",
    {"country": "IND", "status": "observer", "valid_from": "2005-07-05", "valid_to": "2017-06-09"},
    {"country": "IND", "status": "member", "valid_from": "2017-06-09"},
    {"country": "CHN", "status": "member", "valid_from": "2001-06-15"},
)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2001-06-14", {}),
        ("2001-06-15", {"CHN": "member"}),
        ("2017-06-08", {"CHN": "member", "IND": "observer"}),
        ("2017-06-09", {"CHN": "member", "IND": "member"}),
    ],
)
def test_a_status_holds_from_its_first_day_to_the_day_before_the_next(day, expected):
    standing = members_on(ROWS, pd.Timestamp(day))
    assert dict(zip(standing["country"], standing["status"], strict=True)) == expected


def test_members_come_before_observers():
    assert list(members_on(ROWS, pd.Timestamp("2010-01-01"))["country"]) == ["CHN", "IND"]


def test_every_status_has_a_count_of_its_own():
    counts = status_counts(members_on(ROWS, pd.Timestamp("2010-01-01")))
    assert counts == {
        "shanghai_five": 0,
        "member": 1,
        "observer": 1,
        "dialogue_partner": 0,
        "sco_partner": 0,
    }


def test_a_history_runs_from_the_earliest_status():
    assert list(status_history(ROWS, "IND")["status"]) == ["observer", "member"]


@pytest.mark.parametrize(
    ("day", "members"),
    [
        ("1996-04-26", 5),
        ("2001-06-15", 6),
        ("2017-06-09", 8),
        ("2022-09-15", 8),
        ("2023-07-04", 9),
        ("2024-07-04", 10),
        ("2026-11-24", 10),
    ],
)
def test_the_real_counts_of_members(dataset, day, members):
    counts = status_counts(members_on(dataset.memberships, pd.Timestamp(day)))
    assert counts["member"] + counts["shanghai_five"] == members


def test_no_state_holds_two_statuses_on_any_day_of_change(dataset):
    rows = dataset.memberships
    for day in sorted(set(rows["valid_from"]) | set(rows["valid_to"].dropna())):
        assert not members_on(rows, day)["country"].duplicated().any(), day
