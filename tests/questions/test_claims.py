from dataclasses import replace

import pandas as pd
import pytest

from data.questions.claims import (
    Question,
    claimant_slug,
    claims_on,
    covers_another_period,
    default_period,
    gap,
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


def test_a_figure_that_runs_to_an_early_day_covers_another_period():
    rows = claims({"best": 1, "said_on": "2022-04-01"}, {"best": 1, "said_on": "2022-12-20"})
    answers = claims_on(rows, QUESTION)
    assert list(covers_another_period(answers, QUESTION.until)) == [True, False]


def test_the_period_is_the_whole_of_an_ended_conflict_and_half_a_year_of_an_open_one():
    conflicts = frame(
        "conflicts", {"conflict": "a-war"}, {"conflict": "b-war", "to": "2022-06-01"}
    ).set_index("conflict")
    open_war = default_period(claims({"said_on": "2024-01-01"}), conflicts.loc["a-war"])
    assert open_war[:2] == (pd.Timestamp("2023-07-02"), pd.Timestamp("2024-01-01"))
    ended = default_period(claims({"said_on": "2022-07-01"}), conflicts.loc["b-war"])
    assert ended[:2] == (pd.Timestamp("2022-02-24"), pd.Timestamp("2022-07-01"))


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
