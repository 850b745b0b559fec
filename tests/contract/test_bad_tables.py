"""Bad rows stop the load with one error that names file, line, column, value and rule."""

import json
import shutil

import pytest

import data
from tests.contract.conftest import ROWS
from tests.copies import read_table, write_table


def test_the_small_package_itself_loads(package):
    loaded = data.load(package.folder)
    assert list(loaded.claims["claim_id"]) == ["claim-1", "claim-2", "claim-3"]


@pytest.mark.parametrize(
    ("table", "place", "cells", "line", "column", "value", "rule"),
    [
        ("claims", 1, {"low": "300"}, 3, "low", "300", "low exceeds best"),
        ("claims", 1, {"best": "many"}, 3, "best", "many", "whole number"),
        ("claims", 0, {"said_on": "2022-02-30"}, 2, "said_on", "2022-02-30", "date that exists"),
        ("claims", 2, {"measure": "dead"}, 4, "measure", "dead", "must be one of: killed, wounded"),
        (
            "claims",
            2,
            {"source_id": "nowhere"},
            4,
            "source_id",
            "nowhere",
            "no row of table sources",
        ),
        ("claims", 2, {"source_id": ""}, 4, "source_id", "", "must not be blank"),
        ("claims", 2, {"claim_id": "claim-1"}, 4, "claim_id", "", "unique"),
        ("claims", 0, {"claim_id": "Bad Id"}, 2, "claim_id", "Bad Id", "pattern"),
        ("claims", 0, {"whose": "XYZ"}, 2, "whose", "XYZ", "not in countries.csv"),
        ("claims", 0, {"low": "", "best": "", "high": ""}, 2, "best", "", "needs a number"),
        ("claims", 0, {"said_on": "2099-01-01"}, 2, "said_on", "2099-01-01", "last review"),
        ("claims", 0, {"said_on": "2022-02-23"}, 2, "said_on", "2022-02-23", "conflict began"),
        ("statements", 0, {"said_on": "0202-09-15"}, 2, "said_on", "0202-09-15", "least 1996-04"),
        ("statements", 0, {"said_on": "9999-09-15"}, 2, "said_on", "9999-09-15", "most 2099-12-31"),
        ("sources", 0, {"published_on": "2099-01-01"}, 2, "published_on", "2099-01-01", "review"),
        ("sources", 0, {"accessed_on": "2026-11-25"}, 2, "accessed_on", "2026-11-25", "review"),
        ("claims", 0, {"words": " padded"}, 2, "words", " padded", "begins or ends with a space"),
        ("claims", 1, {"supersedes": "claim-1"}, 3, "supersedes", "claim-1", "still stands"),
        ("claims", 1, {"supersedes": "claim-9"}, 3, "supersedes", "claim-9", "no row of table"),
        ("statements", 0, {"country": "RUS;XYZ"}, 2, "country", "RUS;XYZ", "not in countries.csv"),
        ("statements", 0, {"lat": "10"}, 2, "lat", "10.0", "both lat and lon"),
        (
            "statements",
            0,
            {"claim_id": "claim-1"},
            2,
            "claim_id",
            "claim-1",
            "names a claim said on another day",
        ),
        ("memberships", 1, {"valid_from": "2001-06-14"}, 3, "valid_from", "2001-06-14", "overlaps"),
        ("conflicts", 0, {"to": "2021-01-01"}, 2, "to", "2021-01-01", "is before from"),
        ("sources", 0, {"url": "javascript:alert(1)"}, 2, "url", "javascript:alert(1)", "pattern"),
        ("claims", 0, {"words": "a \u202e051"}, 2, "words", "a \u202e051", "U+202E, which turns"),
        ("claims", 0, {"words": "a\uffff"}, 2, "words", "a\uffff", "U+FFFF, which is no character"),
        ("claims", 0, {"claimant": "x" * 100_000}, 2, "claimant", "x" * 100_000, "120 characters"),
    ],
)
def test_a_broken_cell_is_named(offend, table, place, cells, line, column, value, rule):
    matching = [
        offender
        for offender in offend(table, place, **cells)
        if offender[:4] == (f"{table}.csv", line, column, value) and rule in offender[4]
    ]
    assert matching


def test_a_figure_for_a_year_after_the_review_is_named(package):
    row = {"country": "RUS", "indicator": "gdp", "unit": "usd", "source_id": "a-source"}
    package.contract["reviewed_on"] = "2025-12-31"
    (package.folder / "datapackage.json").write_text(json.dumps(package.contract))
    package.write("indicators", [{**row, "year": "2026", "value": "1"}])
    rule = "is after the year of the last review"
    assert ("indicators.csv", 2, "year", "2026", rule) in package.offenders()


def test_an_end_set_in_advance_may_lie_after_the_review(package):
    package.set("memberships", 1, valid_to="2030-01-01", note="Decided ahead")
    assert data.load(package.folder).memberships["valid_to"].dt.year.max() == 2030


def test_a_claim_linked_by_two_statements_is_named(package):
    rows = [
        dict(ROWS["statements"][0], statement_id=f"s-{n}", said_on="2022-03-01", claim_id="claim-1")
        for n in (1, 2)
    ]
    package.write("statements", rows)
    named = [offender for offender in package.offenders() if "more than one" in offender[4]]
    assert [offender[1] for offender in named] == [2, 3]


def test_an_account_without_another_side_is_named(package):
    meeting = {
        "meeting_id": "m",
        "held_from": "2022-09-15",
        "held_to": "2022-09-15",
        "held_on_precision": "day",
        "participants": "A;B",
        "countries": "RUS;CHN",
        "kind": "bilateral",
        "format": "in_person",
        "occasion": "O",
        "source_id": "a-source",
    }
    account = {
        "readout_id": "r",
        "meeting_id": "m",
        "side": "RUS",
        "topic": "sco",
        "text": "T",
        "language": "en",
        "source_id": "a-source",
    }
    package.write("meetings", [meeting])
    package.write("readouts", [account])
    assert ("readouts.csv", 2, "meeting_id", "m", "needs two sides' accounts") in (
        package.offenders()
    )


def test_every_offender_in_every_file_is_named_at_once(package):
    package.set("claims", 0, best="many", said_on="2022-13-01")
    package.set("claims", 2, measure="dead")
    package.set("statements", 0, kind="rumour")
    places = {(file, line, column) for file, line, column, *_ in package.offenders()}
    assert places >= {
        ("claims.csv", 2, "best"),
        ("claims.csv", 2, "said_on"),
        ("claims.csv", 4, "measure"),
        ("statements.csv", 2, "kind"),
    }


def test_a_missing_column_is_named(package):
    columns = [name for name in package.columns("claims") if name != "stake"]
    package.write("claims", [], columns)
    assert ("claims.csv", 1, "stake", "", "the column is missing") in package.offenders()


def test_a_missing_file_is_named(package):
    (package.folder / "claims.csv").unlink()
    assert ("claims.csv", 0, "", "", "the file is missing") in package.offenders()


def test_an_empty_file_is_named(package):
    (package.folder / "claims.csv").write_text("")
    assert ("claims.csv", 0, "", "", "the file is empty") in package.offenders()


def test_a_wrong_encoding_is_named_with_its_line(package):
    path = package.folder / "statements.csv"
    path.write_bytes(path.read_bytes().replace(b"Words", "Wörds".encode("latin-1")))
    (file, line, _, value, rule), *_ = package.offenders()
    assert (file, line, rule) == ("statements.csv", 2, "is not UTF-8 text")
    assert value.startswith("ö")


def test_a_row_over_two_lines_is_named_and_hides_no_other_offender(package):
    package.set("claims", 0, note="one\ntwo")
    package.set("statements", 0, kind="rumour")
    offenders = package.offenders()
    assert ("claims.csv", 2, "", "one\ntwo", "a row must stand on one line") in offenders
    assert ("statements.csv", 2, "kind") in {offender[:3] for offender in offenders}


def test_a_contract_that_is_not_json_is_named(package):
    (package.folder / "datapackage.json").write_text("{")
    (file, _, _, _, rule), *_ = package.offenders()
    assert file == "datapackage.json"
    assert "is not JSON" in rule


def test_text_that_looks_like_a_missing_value_survives(package):
    package.set("claims", 0, claimant="NA", words="null")
    loaded = data.load(package.folder)
    assert list(loaded.claims.loc[0, ["claimant", "words"]]) == ["NA", "null"]


@pytest.mark.parametrize("word", ["unknown", "none_reported", "not_applicable", "withheld"])
def test_a_blank_keeps_its_word_and_is_no_number(package, word):
    package.set("claims", 0, low="", best=word, high="")
    claim = data.load(package.folder).claims.iloc[0]
    assert claim["best_blank"] == word
    assert claim[["low", "best", "high"]].isna().all()


def test_the_real_tables_load_from_a_copy(tmp_path):
    (tmp_path / "geo").symlink_to(data.FOLDER / "geo")
    for path in data.FOLDER.glob("*.csv"):
        shutil.copy(path, tmp_path)
    shutil.copy(data.FOLDER / "datapackage.json", tmp_path)
    assert len(data.load(tmp_path).claims) == len(data.load().claims)


def test_a_row_planted_in_the_real_claims_is_named(tmp_path):
    (tmp_path / "geo").symlink_to(data.FOLDER / "geo")
    for path in [*data.FOLDER.glob("*.csv"), data.FOLDER / "datapackage.json"]:
        shutil.copy(path, tmp_path)
    path = tmp_path / "claims.csv"
    rows = read_table(path)
    rows[100]["low"], rows[100]["high"] = "9", "3"
    write_table(path, rows)
    with pytest.raises(data.DataError, match=r"claims\.csv, line 102, column low, value '9'"):
        data.load(tmp_path)


def test_a_missing_column_hides_no_other_offender(package):
    rows = [dict(row, best="many") for row in ROWS["claims"]]
    columns = [name for name in package.columns("claims") if name != "stake"]
    package.write("claims", rows, columns)
    places = {offender[:3] for offender in package.offenders()}
    assert {("claims.csv", 1, "stake"), ("claims.csv", 2, "best")} <= places


def test_columns_out_of_order_are_named(package):
    package.write("statements", [], list(reversed(package.columns("statements"))))
    (file, line, _, _, rule), *_ = package.offenders()
    assert (file, line, rule) == ("statements.csv", 1, "the columns are out of order")
