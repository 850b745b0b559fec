from dataclasses import replace

import pandas as pd
import pytest

from data.questions.claim_gaps import days_comparable, gap
from data.questions.claims import (
    Question,
    claimant_slug,
    claims_on,
    default_period,
    others_on,
)
from tests.frames import claims, frame

QUESTION = Question(
    "a-war", "RUS", "military", "killed", pd.Timestamp("2022-03-01"), pd.Timestamp("2022-12-31")
)


def test_only_claims_on_the_question_answer_it():
    rows = claims(
        {"best": 1},
        {"best": 2, "whose": "UKR"},
        {"best": 3, "population": "civilian"},
        {"best": 4, "measure": "killed_and_wounded"},
        {"best": 5, "conflict": "other-war"},
        {"best": 6, "said_on": "2023-01-01"},
        {"best": 7, "said_on": "2023-01-01", "covers_to": "2022-12-31"},
    )
    assert set(claims_on(rows, QUESTION)["claim_id"]) == {"c0", "c6"}


def test_the_newest_standing_figure_of_a_claimant_is_the_latest():
    rows = claims(
        {"best": 10, "said_on": "2022-04-01"},
        {"best": 20, "said_on": "2022-05-01"},
        {"best": 30, "said_on": "2022-06-01", "status": "retracted"},
        {"best": 40, "said_on": "2022-06-02", "scope": "unit"},
        {"best": "withheld", "said_on": "2022-06-03"},
    )
    question = replace(QUESTION, until=pd.Timestamp("2022-10-31"))
    answers = claims_on(rows, question)
    assert list(answers.loc[answers["latest"], "claim_id"]) == ["c1"]
    assert len(answers) == 5


def test_the_gap_runs_from_the_lowest_to_the_highest_bound():
    rows = claims(
        {"claimant": "A", "best": 100},
        {"claimant": "B", "low": 250, "high": 400, "basis": "statistical_model"},
        {"claimant": "C", "high": 90, "qualifier": "up_to", "basis": "media_report"},
    )
    spread = gap(claims_on(rows, QUESTION))
    assert (spread.lowest["claimant"], spread.highest["claimant"]) == ("A", "B")
    assert spread.ratio == pytest.approx(4)
    assert spread.count == 3
    assert list(spread.named_lists["claimant"]) == ["A"]


def test_one_claimant_makes_no_gap():
    rows = claims({"best": 1, "said_on": "2022-04-01"}, {"best": 2, "said_on": "2022-05-01"})
    assert gap(claims_on(rows, QUESTION)) is None


def test_a_claim_without_a_number_changes_no_gap():
    numbers = [{"claimant": "A", "best": 100}, {"claimant": "B", "best": 200}]
    blank = {"claimant": "C", "best": "unknown"}
    without = gap(claims_on(claims(*numbers), QUESTION))
    with_blank = gap(claims_on(claims(*numbers, blank), QUESTION))
    assert (with_blank.ratio, with_blank.count) == (without.ratio, without.count)


def test_totals_of_two_events_are_no_disagreement():
    rows = claims(
        {"claimant": "A", "best": 26, "covers_from": "2022-08-22", "covers_to": "2022-08-22"},
        {"claimant": "B", "best": 21, "covers_from": "2022-08-27", "covers_to": "2022-08-30"},
        {"claimant": "C", "best": 18, "covers_from": "2022-08-27", "covers_to": "2022-08-30"},
    )
    answers = claims_on(rows, QUESTION)
    assert list(answers.loc[answers["other_period"], "claim_id"]) == ["c0"]
    assert gap(answers).highest["claim_id"] == "c1"
    assert gap(answers).of_some
    assert gap(claims_on(rows.head(2), QUESTION)) is None


def test_a_total_that_names_no_period_is_compared_by_its_day():
    rows = claims(
        {"claimant": "A", "best": 26, "covers_to": "2022-08-22"},
        {"claimant": "B", "best": 21, "covers_from": "2022-08-27", "covers_to": "2022-08-30"},
        {"claimant": "C", "best": 18},
    )
    assert claims_on(rows, QUESTION)["latest"].sum() == 2


def test_a_total_that_officials_of_its_state_followed_with_another_is_not_the_low_end():
    own = {"claimant_country": "RUS", "stake": "own_side", "basis": "official_statement"}
    rows = claims(
        {"claimant": "Ministry", "best": 1351, "said_on": "2022-09-05", **own},
        {"claimant": "Minister", "best": 5937, "said_on": "2022-09-21", **own},
        {"claimant": "Other side", "best": 53850, "said_on": "2022-09-15"},
    )
    answers = claims_on(rows, QUESTION)
    assert gap(answers).lowest["claimant"] == "Minister"
    assert set(answers.loc[answers["other_period"], "claimant"]) == {"Ministry"}


def test_the_newest_stretch_in_which_two_claimants_speak_is_compared():
    rows = claims(
        {"claimant": "A", "best": 100, "said_on": "2022-06-01"},
        {"claimant": "B", "best": 300, "said_on": "2022-06-10"},
        {"claimant": "A", "best": 400, "said_on": "2022-12-01"},
    )
    spread = gap(claims_on(rows, QUESTION))
    assert (spread.lowest["claim_id"], spread.highest["claim_id"]) == ("c0", "c1")


def test_totals_said_after_a_conflict_ended_count_all_of_it():
    rows = claims(
        {"claimant": "A", "best": 100, "said_on": "2022-06-01"},
        {"claimant": "B", "best": 300, "said_on": "2022-12-10"},
    )
    assert gap(claims_on(rows, QUESTION)) is None
    ended = replace(QUESTION, ended=pd.Timestamp("2022-05-31"))
    assert gap(claims_on(rows, ended)).ratio == pytest.approx(3)


def test_a_range_is_no_disagreement_with_itself():
    rows = claims(
        {"claimant": "A", "low": 100, "high": 200, "basis": "statistical_model"},
        {"claimant": "B", "best": 180},
    )
    spread = gap(claims_on(rows, QUESTION))
    assert (spread.lowest["claimant"], spread.highest["claimant"]) == ("A", "B")


def test_totals_are_compared_over_a_tenth_of_the_conflict_and_a_month_at_most():
    rows = frame(
        "conflicts", {"conflict": "a-war"}, {"conflict": "b-war", "to": "2022-03-02"}
    ).set_index("conflict")
    apart = {
        (war, until): days_comparable(rows.loc[war], pd.Timestamp(until)).days
        for war, until in [
            ("a-war", "2022-09-12"),
            ("a-war", "2026-01-01"),
            ("b-war", "2026-01-01"),
        ]
    }
    assert list(apart.values()) == [20, 31, 1]


def test_the_period_is_the_whole_of_an_ended_conflict_and_half_a_year_of_an_open_one():
    conflicts = frame(
        "conflicts", {"conflict": "a-war"}, {"conflict": "b-war", "to": "2022-06-01"}
    ).set_index("conflict")
    open_war = default_period(claims({"said_on": "2024-01-01"}), conflicts.loc["a-war"])
    assert open_war == (pd.Timestamp("2023-07-02"), pd.Timestamp("2024-01-01"))
    ended = default_period(claims({"said_on": "2022-07-01"}), conflicts.loc["b-war"])
    assert ended == (pd.Timestamp("2022-02-24"), pd.Timestamp("2022-07-01"))


def test_totals_of_different_years_are_shown_but_not_set_against_each_other():
    rows = claims(
        {"claimant": "A", "best": 100, "said_on": "2022-03-05"},
        {"claimant": "B", "best": 300, "said_on": "2022-12-20"},
        {"claimant": "C", "best": 400, "said_on": "2022-12-21"},
    )
    answers = claims_on(rows, QUESTION)
    assert len(answers) == 3
    assert gap(answers).lowest["claimant"] == "B"


def test_a_claimants_code_is_plain_ascii():
    assert claimant_slug("Volodymyr Zelenskyy, «President»") == "volodymyr-zelenskyy-president"


def test_a_card_sets_beside_a_claim_only_what_runs_to_about_the_same_day():
    rows = claims(
        {"best": 10, "covers_to": "2022-09-01"},
        {"claimant": "B", "best": 20, "covers_to": "2022-09-03"},
        {"claimant": "C", "best": 30, "covers_to": "2022-09-20"},
    )
    others = others_on(rows, rows.iloc[0], pd.Timedelta(days=5))
    assert list(others["claimant"]) == ["B"]
