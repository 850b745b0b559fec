"""Tables as text: one line a row, split into cells, or what keeps a file from being so."""

import csv
import io
import re
from collections.abc import Iterator

from data.json_text import not_utf8
from data.offender import DataError, Offender
from data.signs import name_of

LONGEST_CELL = 131_072
"""Characters in a cell, the limit of Python's ``csv``; ten thousand times a long note."""
TOO_LONG = f"holds a cell of more than {LONGEST_CELL:,} characters"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]|\r(?!\n)")
"""Characters that end a line in one program and not in another, or end the text itself."""

Rows = list[list[str]]


def table_rows(name: str, raw: bytes) -> Rows:
    """Split a table into rows of cells, the header first.

    Raises
    ------
    DataError
        Naming what keeps the file from being read as UTF-8 with one line a row.
    """
    offenders = list(_not_text(name, raw))
    if offenders:
        raise DataError(offenders)
    text = raw.decode("utf-8")
    rows: Rows = []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    start = 1
    try:
        for row in reader:
            if reader.line_num > start:
                cell = next((c for c in row if "\n" in c or "\r" in c), "")
                offenders.append(Offender(name, start, "", cell, "a row must stand on one line"))
            if sum(map(len, row)) > LONGEST_CELL and max(map(len, row)) > LONGEST_CELL:
                offenders.append(Offender(name, start, "", "", TOO_LONG))
            rows.append(row)
            start = reader.line_num + 1
    except csv.Error as error:
        offenders.append(Offender(name, start, "", "", _said(error)))
    if not text.endswith("\n") and not offenders:
        value = ",".join(rows[-1])
        rule = "the last line does not end: the file may be cut off"
        offenders.append(Offender(name, len(rows), "", value, rule))
    if offenders:
        raise DataError(offenders)
    return rows


def split_rows(raw: bytes) -> Rows:
    """Split a table that ``table_rows`` has passed before; what it checks is not looked at."""
    return list(csv.reader(io.StringIO(raw.decode("utf-8"), newline=""), strict=True))


def _not_text(name: str, raw: bytes) -> Iterator[Offender]:
    if raw.startswith(BYTE_ORDER_MARK):
        rule = "begins with a byte order mark: save it as UTF-8 without one"
        yield Offender(name, 1, "", "", rule)
        return
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        yield not_utf8(name, raw, error)
        return
    if not text.strip():
        yield Offender(name, 0, "", "", "the file is empty")
        return
    if found := UNPRINTABLE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        yield Offender(name, line, "", name_of(found[0]), "holds a control character")


def _said(error: csv.Error) -> str:
    """Say in words why a line cannot be split into cells."""
    if "field larger" in str(error):
        return TOO_LONG
    if "unexpected end" in str(error):
        return "a quotation mark is never closed: the file may be cut off"
    return f"cannot be split into cells: {error}"
