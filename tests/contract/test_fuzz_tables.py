"""Rows of the real tables, spoiled at random: taken as they are, or one error that names them."""

import csv
import io
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from functools import cache

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import data
from data.files import Files, read_files
from data.table_text import table_rows

KEPT = 3
"""Rows of each table that are spoiled; the rows they lean on come along."""
NASTY = [
    *("", " ", "\t", "-", "0", "-1", "1e3", "1E400", "NaN", "INF", "inf", "٣", "1_000", "1,000"),
    *("9" * 17, "9" * 40, "0x10", "True", "null", "NA", "unknown", "withheld", "none_reported"),
    *(
        "0000-00-00",
        "0001-01-01",
        "9999-12-31",
        "2022-02-30",
        "2022-1-1",
        "٢٠٢٢-٠١-٠١",
        "2262-04-12",
    ),
    *('"', '""', 'a"b', '"a', "a,b", "a\nb", "a\r\nb", "a\rb", "a;b", ";", ";;", "RUS;", "RUS;RUS"),
    *("\x00", "\x1b[31m", "\u2028", "\ufeff", "\u202etxt", "e\u0301", "💥", "\ud7ff", "𝔘", "İ"),
    *("<script>alert(1)</script>", "javascript:alert(1)", "=1+1", "@x", "$x$", ":red[x]"),
    *("../../etc/passwd", "%00", "{0}", "%s", "' OR 1=1", "x" * 140_000, "x," * 60, "(", "[", "\\"),
]
text = st.text(st.characters(codec="utf-8"), max_size=30)


def real() -> Files:
    return read_files(data.FOLDER)


@cache
def part() -> dict[str, list[list[str]]]:
    """Cut a few rows of each real table, with every row that they refer to."""
    files = real()
    tables = {r["name"]: table_rows(r["path"], files.raw[r["path"]]) for r in files.resources}
    kept = {name: set(range(1, 1 + min(KEPT, len(rows) - 1))) for name, rows in tables.items()}
    # Lists of codes may name any country; an account needs the other side's.
    kept["countries"] = set(range(1, len(tables["countries"])))
    meeting = tables["readouts"][0].index("meeting_id")
    first = tables["readouts"][1][meeting]
    kept["readouts"] = {n for n, row in enumerate(tables["readouts"]) if row[meeting] == first}
    leaning = list(_references(files))
    while True:
        before = sum(map(len, kept.values()))
        for own, fields, other, others in leaning:
            places = [tables[own][0].index(field) for field in fields]
            wanted = {tuple(tables[own][n][p] for p in places) for n in kept[own]}
            targets = [tables[other][0].index(field) for field in others]
            kept[other] |= {
                n
                for n, row in enumerate(tables[other])
                if n and tuple(row[p] for p in targets) in wanted
            }
        if sum(map(len, kept.values())) == before:
            break
    return {n: [rows[0], *(rows[p] for p in sorted(kept[n]))] for n, rows in tables.items()}


def _references(files: Files) -> Iterator[tuple[str, list[str], str, list[str]]]:
    for resource in files.resources:
        for key in resource["schema"].get("foreignKeys", []):
            other = key["reference"]["resource"] or resource["name"]
            yield resource["name"], key["fields"], other, key["reference"]["fields"]


def written(tables: dict[str, list[list[str]]]) -> Files:
    """Write tables as the files of an unsealed folder."""
    files = real()
    raw = {}
    for name, rows in tables.items():
        buffer = io.StringIO(newline="")
        csv.writer(buffer, lineterminator="\n").writerows(rows)
        raw[f"{name}.csv"] = buffer.getvalue().encode("utf-8", "surrogatepass")
    return Files({key: value for key, value in files.package.items() if key != "seal"}, raw)


def judged(files: Files) -> data.DataError | None:
    """Give the one error of a folder, or None where it loads; anything else is a failure."""
    try:
        data.from_files(files)
    except data.DataError as error:
        for offender in error.offenders:
            assert offender.file in {*files.raw, "datapackage.json"}
            assert offender.rule
            assert offender.line or offender.rule.startswith(("the file is", "is not"))
        return error
    return None


def test_the_part_itself_loads():
    assert judged(written(part())) is None


@st.composite
def spoiled(draw) -> tuple[str, int, int, str]:
    """Choose a cell of a real row, and something hostile to put there."""
    name = draw(st.sampled_from([*part()]))
    rows = part()[name]
    line = draw(st.integers(1, min(KEPT, len(rows) - 1)))
    column = draw(st.integers(0, len(rows[0]) - 1))
    other = [row[column] for row in rows[1:]]
    value = draw(st.one_of(st.sampled_from(NASTY), text, st.sampled_from(other)))
    return name, line, column, value


MANY = int(os.environ.get("SPOILED_TABLES", "0"))
"""Examples of each kind in a long run, drawn anew; a short one draws the same few every time."""


def fuzz(examples: int) -> settings:
    return settings(
        max_examples=MANY or examples,
        deadline=None,
        derandomize=not MANY,
        # A load takes a while, and a failing one says enough as it is: no shrinking.
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=[*HealthCheck],
        database=None,
    )


@fuzz(16)
@given(st.lists(spoiled(), min_size=1, max_size=6))
def test_spoiled_cells_are_taken_or_named(cells):
    tables = {name: [list(row) for row in rows] for name, rows in part().items()}
    for name, line, column, value in cells:
        tables[name][line][column] = value
    judged(written(tables))


@fuzz(12)
@given(st.sampled_from(["claims", "votes", "statements"]), st.binary(max_size=200), st.data())
def test_bytes_dropped_into_a_table_are_taken_or_named(name, noise, choice):
    files = written(part())
    raw = files.raw[f"{name}.csv"]
    at = choice.draw(st.integers(0, len(raw)))
    until = choice.draw(st.integers(at, len(raw)))
    changed = raw[:at] + noise + raw[until:]
    judged(Files(files.package, {**files.raw, f"{name}.csv": changed}))


@fuzz(6)
@given(st.binary(max_size=500))
def test_a_file_of_anything_is_named(noise):
    files = written(part())
    error = judged(Files(files.package, {**files.raw, "claims.csv": noise}))
    assert error is not None


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("part")
    for name, raw in written(part()).raw.items():
        (folder / name).write_bytes(raw)
    return folder


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3),
    max_leaves=5,
)


@fuzz(12)
@given(st.data())
def test_a_spoiled_contract_is_taken_or_named(folder, choice):
    package = json.loads(json.dumps(real().package))
    place, key = package, choice.draw(st.sampled_from([*package]))
    while isinstance(place[key], dict | list) and place[key] and choice.draw(st.integers(0, 4)):
        place = place[key]
        keys = [*place] if isinstance(place, dict) else [*range(len(place))]
        key = choice.draw(st.sampled_from(keys))
    place[key] = choice.draw(json_values)
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    with suppress(data.DataError):
        data.load(folder)
