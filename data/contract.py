"""Hold the tables against the contract: typed frames, or one error that names every bad cell."""

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from data.contract_shape import misshapen
from data.files import PACKAGE, SHAPES, Files, Rows, table_rows, wrong_shapes
from data.offender import DataError, Offender
from data.schema_check import schema_offenders

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
            tables[path] = table_rows(path, raw)
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
    columns: dict[str, pd.Series] = {}
    for field in schema["fields"]:
        name, kind = field["name"], field["type"]
        column = pd.Series(cells[name], dtype="str")
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
