"""Hold the tables against the contract: typed frames, or one error that names every bad cell."""

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
from frictionless import Package

Frames = dict[str, pd.DataFrame]

BLANKS = ("unknown", "none_reported", "not_applicable", "withheld")
"""The four words that may stand where a number would; see the codebook in ``README.md``."""

LONGEST_SHOWN = 80
"""Characters of a bad cell that an error repeats."""

READABLE_TYPES = {
    "date": "must be a date that exists, written YYYY-MM-DD",
    "integer": "must be a whole number",
    "number": "must be a number",
}


@dataclass(frozen=True, order=True)
class Offender:
    """One cell, row or file that breaks a rule. Line 1 is the header; 0 means the whole file."""

    file: str
    line: int
    column: str
    value: str
    rule: str

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        column = f", column {self.column}" if self.column else ""
        value = f", value {self.value!r}" if self.value else ""
        return f"{place}{column}{value}: {self.rule}"


class DataError(Exception):
    """The data break their contract. ``offenders`` holds every place, sorted."""

    def __init__(self, offenders: Iterable[Offender]) -> None:
        self.offenders = tuple(sorted(set(offenders)))
        lines = "\n".join(f"  {offender}" for offender in self.offenders)
        count = len(self.offenders)
        places = "1 place" if count == 1 else f"{count} places"
        super().__init__(f"The data break their contract in {places}:\n{lines}")


def read_package(folder: Path) -> dict[str, Any]:
    """Read ``datapackage.json`` of ``folder``.

    Raises
    ------
    DataError
        If the file is missing or is not JSON.
    """
    path = folder / "datapackage.json"
    try:
        package: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise DataError([Offender(path.name, 0, "", "", "the file is missing")]) from error
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise DataError([Offender(path.name, 0, "", "", f"is not JSON: {error}")]) from error
    return package


def read_tables(folder: Path, package: dict[str, Any], *, sealed: bool = False) -> Frames:
    """Read every table of ``package`` as typed frames, in the contract's order.

    ``sealed``: the tables are known to keep the contract, and are not checked again.

    Returns
    -------
    Frames
        One frame a resource, columns as in the contract. Text is ``str`` with ``""`` for a
        blank; dates are ``datetime64`` with ``NaT``; whole numbers are ``Int64`` with ``NA``.
        A number column that may hold one of the four ``BLANKS`` gets a companion
        ``<column>_blank`` with that word, or ``""``.

    Raises
    ------
    DataError
        Naming every offender in every file at once.
    """
    resources = package["resources"]
    if not sealed:
        _check(folder, package)
    return {r["name"]: _typed(folder / r["path"], r["schema"]) for r in resources}


def _check(folder: Path, package: dict[str, Any]) -> None:
    resources = package["resources"]
    offenders = [o for r in resources for o in _unreadable(folder / r["path"])]
    unreadable = {offender.file for offender in offenders}
    readable = [r for r in resources if r["path"] not in unreadable]
    headers = {r["name"]: _header(folder / r["path"]) for r in readable}
    offenders += [o for r in readable for o in _wrong_headers(r, headers[r["name"]])]
    found = [_as_found(r, headers[r["name"]]) for r in readable]
    offenders += _schema_offenders(folder, package, found)
    if offenders:
        raise DataError(offenders)


def _unreadable(path: Path) -> Iterator[Offender]:
    """Name what keeps a file from being read as one-line-a-row UTF-8."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        yield Offender(path.name, 0, "", "", "the file is missing")
        return
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        value = raw[error.start : error.start + 8].decode("latin-1")
        yield Offender(path.name, line, "", value, "is not UTF-8 text")
        return
    if not text.strip():
        yield Offender(path.name, 0, "", "", "the file is empty")
        return
    reader = csv.reader(text.splitlines(keepends=True))
    start = 1
    for row in reader:
        if reader.line_num > start:
            cell = next((c for c in row if "\n" in c or "\r" in c), "")
            yield Offender(path.name, start, "", cell[:60], "a row must stand on one line")
        start = reader.line_num + 1


def _header(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


def _wrong_headers(resource: dict[str, Any], header: list[str]) -> Iterator[Offender]:
    """Name columns that are missing, unknown, repeated or out of the contract's order."""
    wanted = [field["name"] for field in resource["schema"]["fields"]]
    file = resource["path"]
    for name in wanted:
        if name not in header:
            yield Offender(file, 1, name, "", "the column is missing")
    for place, name in enumerate(header):
        if name not in wanted:
            yield Offender(file, 1, name, "", "the contract knows no such column")
        elif name in header[:place]:
            yield Offender(file, 1, name, "", "the column stands twice")
    if sorted(header) == sorted(wanted) and header != wanted:
        yield Offender(file, 1, "", ",".join(header)[:60], "the columns are out of order")


def _as_found(resource: dict[str, Any], header: list[str]) -> dict[str, Any]:
    """Fit a resource to the columns its file really has, so that the rest is still checked."""
    schema = resource["schema"]
    fields = {field["name"]: field for field in schema["fields"]}
    primary = schema["primaryKey"]
    keys = [primary] if isinstance(primary, str) else primary
    fitted = {
        **schema,
        "fields": [fields.get(name, {"name": name, "type": "string"}) for name in header],
        "foreignKeys": [k for k in schema.get("foreignKeys", []) if set(k["fields"]) <= {*header}],
    }
    if not set(keys) <= set(header):
        del fitted["primaryKey"]
    return {**resource, "schema": fitted}


def _schema_offenders(
    folder: Path, package: dict[str, Any], readable: list[dict[str, Any]]
) -> list[Offender]:
    """Check types, allowed values, keys and references with Frictionless."""
    columns = {r["name"]: {f["name"] for f in r["schema"]["fields"]} for r in readable}
    checked = []
    for resource in readable:
        schema = dict(resource["schema"])
        columns[""] = columns[resource["name"]]
        keys = [
            key
            for key in schema.pop("foreignKeys")
            if set(key["reference"]["fields"]) <= columns.get(key["reference"]["resource"], set())
        ]
        if keys:
            schema["foreignKeys"] = keys
        checked.append({**resource, "schema": schema})
    if not checked:
        return []
    descriptor = {"name": package["name"], "resources": checked}
    report = Package.from_descriptor(descriptor, basepath=str(folder)).validate(
        limit_errors=100_000
    )
    primary = {r["path"]: r["schema"].get("primaryKey", []) for r in checked}
    return [
        _offender(task.place, error.to_dict(), primary.get(task.place, []))
        for task in report.tasks
        for error in task.errors
    ]


def _offender(place: str, error: dict[str, Any], primary: str | list[str]) -> Offender:
    """Say a Frictionless error in the words of this house."""
    kind = error["type"]
    line = error.get("rowNumber") or (0 if kind.endswith("-error") else 1)
    column = error.get("fieldName") or error.get("label") or ""
    value = error.get("cell") or ""
    rule = error["note"]
    if kind == "type-error":
        wanted = rule.split('"')[1].split("/")[0]
        rule = READABLE_TYPES.get(wanted, f"must be of type {wanted}")
    elif kind == "constraint-error":
        rule = rule.replace("constraint ", "breaks the rule ", 1)
    elif kind == "primary-key":
        column = primary if isinstance(primary, str) else ", ".join(primary)
        rule = f"must be unique: {rule}"
    elif kind == "foreign-key":
        column = ", ".join(error.get("fieldNames", []))
        value = ", ".join(str(c) for c in error.get("fieldCells", []))
        rule = f"names no row of table {error.get('referenceName') or Path(place).stem}"
    shown = str(value) if len(str(value)) <= LONGEST_SHOWN else f"{str(value)[:LONGEST_SHOWN]}…"
    return Offender(Path(place).name, line, column, shown, rule)


def _typed(path: Path, schema: dict[str, Any]) -> pd.DataFrame:
    """Give a checked file the types of its schema."""
    raw = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
    columns: dict[str, pd.Series] = {}
    for field in schema["fields"]:
        name, kind = field["name"], field["type"]
        column = raw[name]
        words = [word for word in field.get("missingValues", []) if word]
        number = column.mask(column.isin(["", *words]))
        if kind == "date":
            columns[name] = pd.to_datetime(number, format="%Y-%m-%d")
        elif kind == "integer":
            columns[name] = pd.to_numeric(number).astype("Int64")
        elif kind == "number":
            columns[name] = pd.to_numeric(number).astype("float64")
        else:
            columns[name] = column
        if words:
            columns[f"{name}_blank"] = column.where(column.isin(words), "")
    return pd.DataFrame(columns)
