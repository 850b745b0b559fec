"""Whatever lies in the data folder, the loader gives tables or one error that names the place."""

import json
import os
import re
from pathlib import Path
from threading import Thread

import pytest

import data
from data.table_text import LONGEST_CELL

DIGITS = b"9" * 5_000
"""More than Python reads as one number."""


def table(package, name="claims.csv") -> Path:
    return package.folder / name


def change(path: Path, edit) -> None:
    path.write_bytes(edit(path.read_bytes()))


def first_offender(package) -> tuple[str, int, str]:
    file, line, _, _, rule = package.offenders()[0]
    return file, line, rule


@pytest.mark.parametrize(
    ("edit", "line", "rule"),
    [
        (lambda raw: raw[:-40], 4, "may be cut off"),
        (lambda raw: raw[:-40] + b"\n", 4, "fewer cells"),
        (lambda raw: raw[:-1], 4, "may be cut off"),
        (lambda raw: raw.replace(b"about 150", b'"about 150', 1), 2, "quotation mark"),
        (lambda _: bytes(range(256)) * 9, 2, "is not UTF-8 text"),
        (lambda _: b"\x89PNG\r\n\x1a\n" + b"\0" * 99, 1, "is not UTF-8 text"),
        (lambda _: b"", 0, "the file is empty"),
        (lambda _: b" \n\n", 0, "the file is empty"),
        (lambda raw: b"\xef\xbb\xbf" + raw, 1, "byte order mark"),
        (lambda raw: raw.replace(b"about 150", b"about\x00150", 1), 2, "control character"),
        (lambda raw: raw.replace(b"about 150", "a\u2028b".encode(), 1), 2, "control character"),
        (lambda raw: raw.replace(b"\n", b"\r"), 1, "control character"),
        (lambda raw: raw.replace(b"\n", b"\n\n", 2), 2, "the row is empty"),
        (lambda raw: raw + b",".join([b"x"] * 90) + b"\n", 5, "more cells"),
        (lambda raw: raw.replace(b"about 150", b"w" * LONGEST_CELL + b"w", 1), 2, "131,072"),
        (lambda raw: raw.replace(b",whose,", b",measure,", 1), 1, "stands twice"),
        (lambda _: b"<!doctype html><title>502 Bad Gateway</title>\n", 1, "no such column"),
        (lambda _: b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", 1, "column"),
    ],
    ids=range(18),
)
def test_a_corrupt_table_is_named_with_its_line_and_what_is_wrong(package, edit, line, rule):
    change(table(package), edit)
    found = [(o[1], o[4]) for o in package.offenders() if o[0] == "claims.csv"]
    assert [said for at, said in found if at == line and rule in said], found


def test_a_long_cell_is_data(package):
    package.set("claims", 0, words="w" * 100_000)
    assert len(data.load(package.folder).claims["words"][0]) == 100_000


def test_line_ends_of_another_system_are_read(package):
    before = data.load(package.folder).claims
    change(table(package), lambda raw: raw.replace(b"\n", b"\r\n"))
    assert data.load(package.folder).claims.equals(before)


def test_a_folder_in_place_of_a_table_is_named(package):
    table(package).unlink()
    table(package).mkdir()
    assert first_offender(package) == ("claims.csv", 0, "is a folder, not a file")


def test_a_table_that_may_not_be_read_is_named(package, monkeypatch):
    read = Path.read_bytes

    def forbidden(path: Path) -> bytes:
        if path.name == "claims.csv":
            raise PermissionError(13, os.strerror(13))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", forbidden)
    assert first_offender(package) == ("claims.csv", 0, "the server may not read the file")


@pytest.mark.parametrize(
    ("edit", "rule"),
    [
        (lambda raw: raw[: len(raw) // 2], "may be cut off"),
        (lambda _: b"", "may be cut off"),
        (lambda _: b"\xff\xd8\xff", "is not UTF-8 text"),
        (lambda _: b"[]", "must be FeatureCollection"),
        (lambda _: b'{"type": "Error"}', "must be FeatureCollection"),
        (lambda _: b'{"type": "FeatureCollection"}', "must hold features"),
        (lambda raw: raw.replace(b'"coordinates":[', b'"coordinates":"",":":[', 1), "coordinates"),
        (lambda raw: raw.replace(b"{", b'{"n":%s,' % DIGITS, 1), "too many digits"),
        (None, "the file is missing"),
    ],
    ids=range(9),
)
def test_shapes_that_no_map_can_be_drawn_from_are_named(package, edit, rule):
    path = package.own_shapes() / "countries.geojson"
    if edit:
        change(path, edit)
    else:
        path.unlink()
    (offender,) = package.offenders()
    assert offender[0].endswith("countries.geojson")
    assert rule in offender[4]


@pytest.mark.parametrize(
    ("edit", "rule"),
    [
        (lambda _: b'{"type": "Topology"}', "must be lines of points"),
        (lambda _: b'{"type": "FeatureCollection"}', "must be Topology"),
        (lambda raw: raw.replace(b'"rivers"', b'"canals"', 1), "must hold geometries"),
        (lambda raw: raw.replace(b'"scale"', b'"size"', 1), "a scale and a translate"),
        (lambda raw: re.sub(rb'"arcs":\[\[\d', b'"arcs":[[99999', raw, count=1), "lead to arcs"),
    ],
    ids=range(5),
)
def test_a_base_map_that_cannot_be_drawn_is_named(package, edit, rule):
    path = package.own_shapes() / "world_110m.json"
    whole = path.read_bytes()
    change(path, edit)
    assert path.read_bytes() != whole
    assert {(o[0], rule in o[4]) for o in package.offenders()} == {("geo/world_110m.json", True)}


def test_a_named_pipe_in_place_of_a_table_is_named_and_not_waited_for(package):
    table(package).unlink()
    os.mkfifo(table(package))
    found: list[tuple[str, int, str]] = []
    asked = Thread(target=lambda: found.append(first_offender(package)), daemon=True)
    asked.start()
    asked.join(20)
    assert found == [("claims.csv", 0, "is a named pipe, not a file")]


def test_a_link_to_a_table_is_read(package):
    table(package).rename(package.folder / "kept.csv")
    table(package).symlink_to("kept.csv")
    assert len(data.load(package.folder).claims) == 3


def test_a_missing_contract_is_named(package):
    (package.folder / "datapackage.json").unlink()
    assert first_offender(package) == ("datapackage.json", 0, "the file is missing")


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", "null", "1", '"x"', "{}", "\x00", "[" * 9_999, '{"resources": []}'),
        *('{"resources": [1]}', '{"resources": {"a": 1}}'),
        '{"resources": [{"name": "../x", "path": "../x.csv"}]}',
        *(f'{{"n": {DIGITS.decode()}}}', '{"n": NaN}'),
    ],
)
def test_a_contract_that_is_none_is_named(package, text):
    (package.folder / "datapackage.json").write_text(text, encoding="utf-8")
    assert {offender[0] for offender in package.offenders()} == {"datapackage.json"}


def test_a_contract_cut_off_anywhere_is_named(package):
    path = package.folder / "datapackage.json"
    whole = path.read_bytes()
    for share in (0.01, 0.3, 0.6, 0.99):
        path.write_bytes(whole[: int(len(whole) * share)])
        assert {offender[0] for offender in package.offenders()} == {"datapackage.json"}


def without(*keys):
    def edit(contract):
        for key in keys[:-1]:
            contract = contract[key]
        del contract[keys[-1]]

    return edit


def having(value, *keys):
    def edit(contract):
        for key in keys[:-1]:
            contract = contract[key]
        contract[keys[-1]] = value

    return edit


@pytest.mark.parametrize(
    "edit",
    [
        without("version"),
        without("reviewed_on"),
        having("soon", "reviewed_on"),
        having(["x"], "reviewed_on"),
        having("2026-W48-2", "reviewed_on"),
        having("20261124", "reviewed_on"),
        having("9999-12-31", "reviewed_on"),
        having("0.2 – März", "version"),
        having("0.1.0\r\nX: y", "version"),
        having("0.1.0\n", "version"),
        having("01.1", "version"),
        having("a\ud800", "title"),
        having(float("nan"), "extra"),
        having("a\uffff", "resources", 0, "title"),
        without("resources", 0, "schema", "fields", 4, "constraints", "minimum"),
        without("resources", 0, "schema", "fields", 4, "constraints"),
        having("0202-01-01", "resources", 0, "schema", "fields", 4, "constraints", "minimum"),
        having("ten", "resources", 1, "schema", "fields", 5, "constraints", "minimum"),
        without("resources", 0),
        having("stranger", "resources", 0, "name"),
        without("resources", 0, "schema"),
        having("claims", "resources", 0, "schema"),
        without("resources", 0, "schema", "primaryKey"),
        having(7, "resources", 0, "schema", "primaryKey"),
        having([], "resources", 0, "schema", "fields"),
        having("money", "resources", 0, "schema", "fields", 0, "type"),
        having(["money"], "resources", 0, "schema", "fields", 0, "type"),
        having("(", "resources", 0, "schema", "fields", 0, "constraints", "pattern"),
        having("x", "resources", 0, "schema", "fields", 0, "constraints"),
        having("x", "resources", 0, "schema", "fields", 0, "missingValues"),
        having([{}], "resources", 2, "schema", "foreignKeys"),
        having("x", "resources", 2, "schema", "foreignKeys"),
        having([{"fields": ["a"]}], "resources", 2, "schema", "foreignKeys"),
    ],
    ids=range(33),
)
def test_a_contract_that_the_program_cannot_work_with_is_named(package, edit):
    edit(package.contract)
    text = json.dumps(package.contract)
    (package.folder / "datapackage.json").write_text(text, encoding="utf-8")
    assert "datapackage.json" in {offender[0] for offender in package.offenders()}


def test_a_message_quotes_no_more_than_a_line_of_a_bad_value(package):
    package.set("claims", 0, measure="x" * 50_000)
    with pytest.raises(data.DataError) as caught:
        data.load(package.folder)
    assert len(str(caught.value)) < 2_000
