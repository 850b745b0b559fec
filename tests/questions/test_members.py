import json

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data import FOLDER
from data.questions.members import (
    applicants_on,
    change_days,
    changes_on,
    counts_over_time,
    members_on,
    status_counts,
    status_history,
)
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


# Counts that pages independent of the table's own sources give for a day: members,
# observers, dialogue partners, SCO partners. None: the page does not say.
GOLDEN = [
    ("1999-08-25", 5, None, None, None, "https://rferl.org/amp/1092016.html"),
    ("2000-07-05", 5, None, None, None, "http://en.people.cn/english/200007/05/print20000705_44774.html"),
    ("2001-06-15", 6, None, None, None, "https://sputniknews.com/politics/201706091054473734-sco-india-pakistan/"),
    ("2013-09-13", 6, 5, None, None, "http://alalam.ir/news/1516291/videos"),
    ("2014-09-13", 6, 5, 3, None, "https://nation.com.pk/13-Sep-2014/india-pakistan-file-formal-applications-for-full-membership-in-sco"),
    ("2015-02-10", 6, 5, 3, None, "https://anews.az/en/azerbaijan-armenia-to-become-observers-of-shanghai-cooperation-organization"),
    ("2015-07-09", 6, 5, 3, None, "http://tass.com/russia/807528 "
     "https://massispost.com/2015/07/armenia-joins-shanghai-cooperation-organization-as-partner-in-dialogue/"),
    ("2016-06-24", 6, 6, 6, None, "http://ecns.cn/2016/06-24/215634.shtml"),
    ("2017-06-09", 8, 4, 6, None, "http://www.xebersaati.com/news/64401-india-and-pakistan-join-sco/"),
    ("2019-06-13", 8, 4, 6, None, "https://www.urdupoint.com/en/world/a-two-day-shanghai-cooperation-organisation-643921.html"),
    ("2022-09-13", 8, 4, None, None, "https://cmio.org/en/world/790042-iran-will-be-able-to-participate-in-the-sco-summit-as-a-member-of-the-organization-in-2023"),
    ("2023-07-04", 9, 3, 14, None, "https://www.devdiscourse.com/article/international/2510936-belarus-set-to-become-a-full-member-of-sco-charter-by-2024-fs-kwatra"),
    ("2023-07-05", 9, None, None, None, "https://www.telesurenglish.net/news/Shanghai-Cooperation-Organization-Formalizes-Irans-Membership-20230704-0009.html"),
    ("2024-07-04", 10, 2, 14, None, "https://www.anews.com.tr/world/2024/07/04/belarus-joins-shanghai-cooperation-organization-as-10th-member-state"),
    ("2025-08-26", 10, 2, 14, None, "https://qazinform.com/news/sco-in-action-what-is-known-about-the-venue-and-agenda-of-the-anniversary-summit-5cdd28"),
    ("2025-09-01", 10, 0, 0, 17, "https://tass.com/world/2010381/amp"),
    ("2025-09-04", 10, 0, 0, 17, "https://tass.com/world/2012137"),
]  # fmt: skip


@pytest.mark.parametrize("row", GOLDEN, ids=lambda row: row[0])
def test_the_counts_agree_with_independent_pages(dataset, row):
    day, members, observers, dialogue_partners, sco_partners, _ = row
    counts = status_counts(members_on(dataset.memberships, pd.Timestamp(day)))
    said = {
        "observer": observers,
        "dialogue_partner": dialogue_partners,
        "sco_partner": sco_partners,
    }
    assert counts["member"] + counts["shanghai_five"] == members
    for status, count in said.items():
        assert count is None or counts[status] == count, status


DAYS = st.dates(pd.Timestamp("1996-04-26").date(), pd.Timestamp("2026-11-24").date())


@given(DAYS)
@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_state_holds_two_statuses_on_any_day(dataset, day):
    standing = members_on(dataset.memberships, pd.Timestamp(day))
    assert not standing["country"].duplicated().any()
    assert sum(status_counts(standing).values()) == len(standing)


def test_no_status_ends_without_a_successor_or_a_reason(dataset):
    for country in dataset.memberships["country"].unique():
        history = status_history(dataset.memberships, country)
        ends, follows = history["valid_to"].iloc[:-1], history["valid_from"].iloc[1:]
        unexplained = [
            end
            for end, start, note in zip(ends, follows, history["note"], strict=False)
            if end != start and not note
        ]
        assert not unexplained, country
        last = history.iloc[-1]
        assert pd.isna(last["valid_to"]) or last["note"], country


def test_a_day_of_change_tells_both_statuses(dataset):
    changes = changes_on(dataset.memberships, pd.Timestamp("2025-09-01"))
    assert (changes["status"] == "sco_partner").all()
    assert dict(changes["before"].value_counts()) == {
        "dialogue_partner": 14,
        "observer": 2,
        "": 1,
    }
    assert list(changes.loc[changes["before"] == "", "country"]) == ["LAO"]


def test_a_status_that_ends_for_good_is_a_change_too():
    rows = frame("memberships", {"country": "XYZ", "valid_to": "2010-01-01"})
    (change,) = changes_on(rows, pd.Timestamp("2010-01-01")).itertuples()
    assert (change.before, change.status) == ("member", "")


def test_counts_step_at_every_change_and_reach_the_last_day():
    counts = counts_over_time(ROWS, pd.Timestamp("2020-01-01"))
    assert [f"{day:%Y-%m-%d}" for day in counts["day"]] == [
        "2001-06-15",
        "2005-07-05",
        "2017-06-09",
        "2020-01-01",
    ]
    assert list(counts["member"]) == [1, 1, 2, 2]
    assert list(counts["observer"]) == [0, 1, 0, 0]
    assert change_days(ROWS) == sorted(counts["day"])[:3]


def test_an_applicant_is_one_only_while_the_procedure_is_open(dataset):
    def who(day):
        return set(applicants_on(dataset.accessions, pd.Timestamp(day))["country"])

    assert who("2022-09-15") == {"IRN"}
    assert who("2022-09-16") == {"BLR", "IRN"}
    assert who("2023-07-04") == {"BLR"}
    assert who("2026-11-24") == set()


# Shapes of the base map that are no row, or rows without a shape there, and why.
NO_SHAPE = {"SMR"}  # San Marino: the UN base map leaves it out
NO_ROW = {"ATA"}  # cut from the pydeck map: no state, and its ring smears in Mercator


def test_shapes_and_countries_list_the_same_codes(dataset):
    base = json.loads((FOLDER / "geo" / "world_110m.json").read_text(encoding="utf-8"))
    shapes = {g["id"] for g in base["objects"]["countries"]["geometries"] if g.get("id")}
    rows = dataset.countries
    # Organisations and the world as a whole have no land.
    placed = set(rows.loc[rows["kind"] != "organisation", "country"])
    assert shapes - placed == set()
    assert placed - shapes == NO_SHAPE
    cut = json.loads((FOLDER / "geo" / "countries.geojson").read_text(encoding="utf-8"))
    assert shapes - {f["id"] for f in cut["features"]} <= NO_ROW


def test_no_state_holds_two_statuses_on_any_day_of_change(dataset):
    rows = dataset.memberships
    for day in sorted(set(rows["valid_from"]) | set(rows["valid_to"].dropna())):
        assert not members_on(rows, day)["country"].duplicated().any(), day
