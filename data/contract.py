"""Hold the tables against the contract: typed frames, or one error that names every bad cell."""

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from data.contract_shape import misshapen
from data.files import PACKAGE, Files
from data.offender import DataError, Offender
from data.schema_check import schema_offenders
from data.shapes import SHAPES, wrong_shapes
from data.table_text import Rows, split_rows, table_rows

Frames = dict[str, pd.DataFrame]


def read_tables(files: Files, names: Iterable[str], *, sealed: bool = False) -> Frames:
    """Read every table of ``files`` as typed frames, in the contract's order.

    ``names``: the tables that the program knows. ``sealed``: the tables are known to keep the
    contract, and are not checked again.

    Returns
    -------
    Frames
        One frame a resource, columns as in the contract. Text is ``str`` with ``""`` for a
        blank; dates are ``datetime64`` with ``NaT``; whole numbers are ``Int64`` with ``NA``.
        A number column that may hold a word instead (one of the codebook's four blanks) gets
        a companion ``<column>_blank`` with that word, or ``""``.

    Raises
    ------
    DataError
        Naming every offender in every file at once.
    """
    offenders = [*files.unreadable, *_strangers(files, set(names))]
    if not sealed:
        offenders += misshapen(files.package)
    tables: dict[str, Rows] = {}
    for path, raw in files.raw.items():
        if path in SHAPES and not sealed:
            offenders += wrong_shapes(path, raw)
        if path == PACKAGE or path in SHAPES:
            continue
        try:
            tables[path] = split_rows(raw) if sealed else table_rows(path, raw)
        except DataError as error:
            offenders += error.offenders
    if not sealed and not any(offender.file == PACKAGE for offender in offenders):
        headed = [r for r in files.resources if r["path"] in tables]
        offenders += [o for r in headed for o in _wrong_headers(r, tables[r["path"]][0])]
        offenders += schema_offenders(files, tables)
    if offenders:
        raise DataError(offenders)
    return {r["name"]: _typed(tables[r["path"]], r["schema"]) for r in files.resources}


def _strangers(files: Files, known: set[str]) -> Iterator[Offender]:
    """Name tables that only the contract or only this program knows."""
    found = {resource["name"] for resource in files.resources}
    for name in sorted(known - found):
        yield Offender(PACKAGE, 0, "resources", name, "the program needs this table")
    for name in sorted(found - known):
        yield Offender(PACKAGE, 0, "resources", name, "the program knows no such table")


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
        yield Offender(file, 1, "", ",".join(header), "the columns are out of order")


def _typed(rows: Rows, schema: dict[str, Any]) -> pd.DataFrame:
    """Give a checked table the types of its schema."""
    header, *body = rows
    cells = dict(zip(header, zip(*body, strict=True) if body else [()] * len(header), strict=True))
    columns: dict[str, Any] = {}
    for field in schema["fields"]:
        name, kind = field["name"], field["type"]
        values = cells[name]
        words = {word for word in field.get("missingValues", []) if word}
        if kind == "string":
            columns[name] = pd.array(values, dtype="str")
        else:
            blank = {"", *words}
            columns[name] = _read([None if v in blank else v for v in values], kind)
        if words:
            said = [v if v in words else "" for v in values]
            columns[f"{name}_blank"] = pd.array(said, dtype="str")
    return pd.DataFrame(columns, copy=False)


def _read(values: list[str | None], kind: str) -> pd.Series:
    """Read days or numbers from their text."""
    column = pd.Series(values, dtype="str")
    if kind == "date":
        return pd.to_datetime(column, format="%Y-%m-%d")
    return pd.to_numeric(column).astype("Int64" if kind == "integer" else "float64")
