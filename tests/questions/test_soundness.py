"""Each soundness rule has a planted row that must make it fire, and a sound one that must not."""

from dataclasses import replace

import pandas as pd
import pytest

import data
from data.questions.soundness import RULES, findings
from tests.frames import PACKAGE, claims, frame


def ledger(rows: pd.DataFrame, **tables: pd.DataFrame) -> data.Dataset:
    """Give a dataset that holds these claims, one open war, and what else is named."""
    frames = {r["name"]: frame(r["name"]) for r in PACKAGE["resources"]}
    frames["conflicts"] = frame("conflicts", {})
    whole = data.Dataset(version="0", reviewed_on=pd.Timestamp("2023-03-01"), **frames)
    return replace(whole, claims=rows, **tables)


def fired(rule: str, rows: pd.DataFrame, **tables: pd.DataFrame) -> set[str]:
    found = findings(ledger(rows, **tables))
    return set(found.loc[found["rule"] == rule, "claim_id"])


def test_one_claimant_with_two_values_on_close_dates():
    rows = claims(
        {"best": 350_000, "said_on": "2022-09-01"},
        {"best": 250_000, "said_on": "2022-09-02"},
        {"best": 260_000, "said_on": "2022-09-03"},
    )
    assert fired("two_values", rows) == {"c1"}


def test_two_claimants_may_differ():
    rows = claims({"best": 350}, {"best": 250, "claimant": "B"})
    assert fired("two_values", rows) == set()


def test_a_total_that_falls():
    rows = claims(
        {"best": 5000, "said_on": "2022-06-01"},
        {"best": 4000, "said_on": "2022-08-01"},
        {"best": 6000, "said_on": "2022-09-01"},
        {"best": 100, "said_on": "2022-10-01", "scope": "period"},
    )
    assert fired("falls", rows) == {"c1"}


def test_killed_that_stands_elsewhere_as_casualties():
    rows = claims(
        {"best": 180_000},
        {"best": 180_000, "measure": "killed_and_wounded", "claimant": "B"},
        {"best": 70_000},
    )
    assert fired("killed_as_casualties", rows) == {"c0"}


def test_a_misprint_on_record():
    prints = frame("claim_sources", {"claim_id": "c0", "source_id": "x", "relation": "misreports"})
    assert fired("killed_as_casualties", claims({"best": 5}), claim_sources=prints) == {"c0"}


def test_a_value_on_a_straight_line():
    rows = claims(
        {"best": 10_000, "said_on": "2022-06-01", "series": "s"},
        {"best": 15_000, "said_on": "2022-06-11", "series": "s"},
        {"best": 20_000, "said_on": "2022-06-21", "series": "s"},
        {"best": 20_500, "said_on": "2022-06-30", "series": "s"},
    )
    assert fired("straight_line", rows) == {"c1"}


def test_a_claim_that_rests_on_another():
    links = frame(
        "claim_links",
        {"claim_id": "c1", "related_claim_id": "c0", "relation": "rests_on", "source_id": "x"},
        {"claim_id": "c0", "related_claim_id": "c1", "relation": "disputes", "source_id": "x"},
    )
    rows = claims({"best": 5}, {"best": 6, "claimant": "B"})
    assert fired("circular", rows, claim_links=links) == {"c1"}


def test_a_source_that_does_not_carry_the_number():
    rows = claims(
        {"best": 5937, "words": "our losses are 5,937 dead"},
        {"best": 9000, "words": "many heroes died"},
    )
    assert fired("source_lacks_number", rows) == {"c1"}


def test_a_source_in_which_the_number_was_not_found():
    prints = frame("claim_sources", {"claim_id": "c0", "source_id": "x", "relation": "not_found"})
    rows = claims({"best": 34_000, "words": "roughly 34,000 lives"})
    assert fired("source_lacks_number", rows, claim_sources=prints) == {"c0"}


def test_a_step_on_the_day_the_method_changed():
    changes = frame(
        "method_changes",
        {"series": "names", "changed_on": "2022-09-10", "what": "a leak", "source_id": "x"},
    )
    rows = claims(
        {"best": 177, "said_on": "2022-09-01", "series": "names"},
        {"best": 200, "said_on": "2022-09-14", "series": "names"},
        {"best": 210, "said_on": "2022-09-14", "series": "other", "claimant": "B"},
    )
    assert fired("method_step", rows, method_changes=changes) == {"c1"}


def test_a_series_without_a_new_figure_for_a_year():
    rows = claims(
        {"best": 1, "said_on": "2022-02-28", "series": "old"},
        {"best": 2, "said_on": "2022-09-01", "series": "fresh"},
    )
    assert fired("stale", rows) == {"c0"}


def test_an_explained_finding_is_shown_with_its_reason():
    reasons = frame(
        "explained_findings", {"rule": "stale", "claim_id": "c0", "reason": "no longer published"}
    )
    rows = claims({"best": 1, "said_on": "2022-02-28", "series": "old", "words": "1"})
    found = findings(ledger(rows, explained_findings=reasons))
    assert found[["rule", "explained"]].to_numpy().tolist() == [["stale", "no longer published"]]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_sound_ledger_makes_no_rule_fire(rule):
    rows = claims(
        {"best": 100, "words": "100 dead"}, {"best": 120, "claimant": "B", "words": "120"}
    )
    assert rule.find(ledger(rows)) == []


def test_every_finding_on_the_real_claims_names_a_claim(dataset):
    found = findings(dataset)
    assert set(found["claim_id"]) <= set(dataset.claims["claim_id"])
    assert set(found["rule"]) <= {rule.code for rule in RULES}


def test_every_explanation_still_explains_a_finding(dataset):
    found = findings(dataset)
    fired_on = set(zip(found["rule"], found["claim_id"], strict=True))
    kept = dataset.explained_findings
    assert set(zip(kept["rule"], kept["claim_id"], strict=True)) <= fired_on


def test_a_finding_is_in_words_and_names_no_code_of_ours(dataset):
    codes = {*dataset.claims["claim_id"], *dataset.sources["source_id"], *dataset.claims["series"]}
    long = [code for code in codes if "-" in code]
    found = " ".join(findings(dataset)["found"])
    assert not [code for code in long if code in found.split()]
    assert "1 days" not in found
