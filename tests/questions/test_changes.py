"""What changed between two states of the ledger."""

from dataclasses import replace

import pandas as pd

from data.questions.changes import changes_between
from data.questions.known_on import known_on
from tests.frames import frame
from tests.links import loaded


def states(then: dict, now: dict):
    base = loaded()
    blank = {name: getattr(base, name).head(0) for name in ("claims", "statements", "memberships")}
    return replace(base, **{**blank, **then}), replace(base, **{**blank, **now})


def test_a_claim_that_was_not_there_is_new():
    old = {"claim_id": "a", "said_on": "2022-01-01"}
    then, now = states(
        {"claims": frame("claims", old)},
        {"claims": frame("claims", old, {"claim_id": "b", "said_on": "2022-03-01"})},
    )
    rows = changes_between(then, now)
    assert list(rows[["change", "table", "row_id"]].iloc[0]) == ["new", "claims", "b"]
    assert len(rows) == 1


def test_a_claim_superseded_since_is_told_on_the_day_of_its_successor():
    old = {"claim_id": "a", "said_on": "2022-01-01"}
    newer = {"claim_id": "b", "said_on": "2022-03-01", "supersedes": "a"}
    then, now = states(
        {"claims": frame("claims", old)},
        {"claims": frame("claims", {**old, "status": "superseded"}, newer)},
    )
    rows = changes_between(then, now).set_index("row_id")
    assert rows.loc["a", "change"] == "superseded"
    assert rows.loc["a", "on"] == pd.Timestamp("2022-03-01")
    assert rows.loc["b", "change"] == "new"


def test_a_status_that_ended_and_one_that_began_are_told():
    held = {"country": "BLR", "status": "observer", "valid_from": "2015-07-10"}
    then, now = states(
        {"memberships": frame("memberships", held)},
        {
            "memberships": frame(
                "memberships",
                {**held, "valid_to": "2024-07-04"},
                {"country": "BLR", "status": "member", "valid_from": "2024-07-04"},
            )
        },
    )
    rows = changes_between(then, now)
    assert sorted(rows["change"]) == ["began", "ended"]
    assert set(rows["on"]) == {pd.Timestamp("2024-07-04")}


def test_nothing_changed_between_a_state_and_itself():
    day = pd.Timestamp("2022-09-15")
    assert changes_between(known_on(loaded(), day), known_on(loaded(), day)).empty


def test_all_that_is_known_now_is_new_to_the_day_before_everything():
    then = known_on(loaded(), pd.Timestamp("1990-01-01"))
    rows = changes_between(then, loaded())
    new = rows[rows["change"] == "new"]["table"].value_counts()
    assert new["claims"] == len(loaded().claims)
    assert new["statements"] == len(loaded().statements)
    assert list(rows["on"]) == sorted(rows["on"], reverse=True)
