"""A seal saves checking twice, and never lets a changed table through unchecked."""

import json
import runpy
from datetime import date, timedelta

import pytest

import data
from data.files import read_files
from data.seal import changed_since_sealed, rows_lost, write_seal
from data.table_text import split_rows, table_rows


def seal(package):
    write_seal(package.folder, read_files(package.folder))


def test_sealed_tables_load_the_same(package):
    before = data.load(package.folder)
    seal(package)
    assert changed_since_sealed(read_files(package.folder)) == []
    after = data.load(package.folder)
    assert before.claims.equals(after.claims)
    assert list(before.claims.dtypes) == list(after.claims.dtypes)


@pytest.mark.parametrize("name", data.TABLES)
def test_a_sealed_table_is_split_into_the_cells_that_were_checked(name):
    raw = (data.FOLDER / f"{name}.csv").read_bytes()
    assert split_rows(raw) == table_rows(f"{name}.csv", raw)


def test_a_table_changed_after_the_seal_is_checked(package):
    seal(package)
    package.set("claims", 0, best="many")
    assert changed_since_sealed(read_files(package.folder)) == ["claims.csv"]
    places = {o[:3] for o in package.offenders()}
    assert ("claims.csv", 2, "best") in places


def test_shapes_changed_after_the_seal_are_checked(package):
    path = package.own_shapes() / "hatching.geojson"
    seal(package)
    path.write_bytes(path.read_bytes().replace(b"Feature", b"feature"))
    assert changed_since_sealed(read_files(package.folder)) == ["geo/hatching.geojson"]
    assert ("geo/hatching.geojson", 0, "type") in {o[:3] for o in package.offenders()}


def test_the_version_says_that_the_data_were_changed_since(package):
    seal(package)
    assert data.load(package.folder).version == package.contract["version"]
    package.set("claims", 0, words="edited")
    changed = data.load(package.folder).version
    assert changed == f"{package.contract['version']}+changed-since-checked"


def run_checks(package, monkeypatch):
    monkeypatch.setattr(data, "FOLDER", package.folder)
    runpy.run_module("data", run_name="__main__", alter_sys=True)


def test_rows_taken_out_on_purpose_are_sealed_and_said(package, monkeypatch, capsys):
    seal(package)
    path = package.folder / "claims.csv"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))
    run_checks(package, monkeypatch)
    assert "claims.csv: has only 2 of the 3 rows" in capsys.readouterr().err
    assert changed_since_sealed(read_files(package.folder)) == []
    assert rows_lost(read_files(package.folder)) == []


def test_a_day_of_review_to_come_is_not_sealed(package, monkeypatch):
    package.contract["reviewed_on"] = f"{date.today() + timedelta(days=2)}"
    (package.folder / "datapackage.json").write_text(json.dumps(package.contract))
    with pytest.raises(SystemExit, match=r"reviewed_on .* has not come yet"):
        run_checks(package, monkeypatch)


def test_a_contract_changed_after_the_seal_is_checked(package):
    seal(package)
    path = package.folder / "datapackage.json"
    contract = json.loads(path.read_text(encoding="utf-8"))
    claims = next(r for r in contract["resources"] if r["name"] == "claims")
    measure = next(f for f in claims["schema"]["fields"] if f["name"] == "measure")
    measure["constraints"]["enum"] = ["wounded"]
    path.write_text(json.dumps(contract), encoding="utf-8")
    assert {o[2] for o in package.offenders()} == {"measure"}


def test_a_missing_table_has_no_seal(package):
    seal(package)
    (package.folder / "claims.csv").unlink()
    assert ("claims.csv", 0, "", "", "the file is missing") in package.offenders()


def test_the_real_tables_are_sealed():
    message = "the data have changed: run `python -m data`"
    assert changed_since_sealed(read_files(data.FOLDER)) == [], message
