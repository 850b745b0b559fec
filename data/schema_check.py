"""Types, allowed values, keys and references, checked by Frictionless and said in our words."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from data.days import WRITTEN_DAY
from data.files import PACKAGE, Files
from data.offender import Offender
from data.table_text import Rows

READABLE_TYPES = {
    "date": "must be a date that exists, written YYYY-MM-DD",
    "integer": "must be a whole number",
    "number": "must be a number",
}
WRITTEN = {
    "date": WRITTEN_DAY,
    "integer": re.compile(r"[+-]?[0-9]{1,18}"),
    "number": re.compile(r"[+-]?[0-9]{1,18}(\.[0-9]{1,18})?([eE][+-]?[0-9]{1,2})?"),
}
"""How a value is written. Frictionless also takes other alphabets' digits, NaN and INF."""
WRONG_ROWS = {
    "blank-row": "the row is empty",
    "extra-cell": "the row has more cells than the header has columns",
    "missing-cell": "the row has fewer cells than the header has columns",
}
CONSTRAINT = re.compile(r'constraint "(?P<name>\w+)" is "(?P<value>.*)"', re.S)
SAID = {
    "enum": "must be one of: {}",
    "required": "must not be blank",
    "maxLength": "must have at most {} characters",
    "pattern": "must fit the pattern {}",
    "minimum": "must be at least {}",
    "maximum": "must be at most {}",
    "unique": "must be unique",
}

Tables = Mapping[str, Rows]


def schema_offenders(files: Files, tables: Tables) -> list[Offender]:
    """Name every cell of ``tables`` (rows by file name) that the contract does not allow."""
    # Imported late: a sealed folder is not checked, and a server should not wait for it.
    from frictionless import Package

    readable = [r for r in files.resources if r["path"] in tables]
    if not readable:
        return []
    fitted = [_as_found(resource, tables[resource["path"]][0]) for resource in readable]
    descriptor = {"name": "checked", "resources": _inline(fitted, tables)}
    report = Package.from_descriptor(descriptor).validate(limit_errors=100_000)
    primary = {r["name"]: r["schema"].get("primaryKey", []) for r in fitted}
    found = [
        _offender(f"{task.name}.csv", error.to_dict(), primary.get(task.name, []))
        for task in report.tasks
        for error in task.errors
    ]
    found += [Offender(PACKAGE, 0, "", "", error.message) for error in report.errors]
    return found + [o for r in fitted for o in _badly_written(r, tables[r["path"]])]


def _as_found(resource: dict[str, Any], header: list[str]) -> dict[str, Any]:
    """Fit a resource to the columns its file really has, so that the rest is still checked."""
    schema = resource["schema"]
    fields = {field["name"]: field for field in schema["fields"]}
    primary = schema["primaryKey"]
    keys = [primary] if isinstance(primary, str) else primary
    fitted = {
        **schema,
        "fields": [
            fields[name]
            if name in fields and name not in header[:place]
            # Named as a stranger already; here it only has to keep its place.
            else {"name": f"column {place + 1}", "type": "string"}
            for place, name in enumerate(header)
        ],
        "foreignKeys": [k for k in schema.get("foreignKeys", []) if set(k["fields"]) <= {*header}],
    }
    if not set(keys) <= set(header):
        del fitted["primaryKey"]
    return {**resource, "schema": fitted}


def _inline(resources: list[dict[str, Any]], tables: Tables) -> list[dict[str, Any]]:
    """Give each resource its rows, and only the references whose other side is there."""
    columns = {r["name"]: {f["name"] for f in r["schema"]["fields"]} for r in resources}
    inlined = []
    for resource in resources:
        schema = dict(resource["schema"])
        columns[""] = columns[resource["name"]]
        keys = [
            key
            for key in schema.pop("foreignKeys")
            if set(key["reference"]["fields"]) <= columns.get(key["reference"]["resource"], set())
        ]
        if keys:
            schema["foreignKeys"] = keys
        # The header was judged already; here each column goes by the name it was fitted with.
        names = [field["name"] for field in schema["fields"]]
        rows = [names, *tables[resource["path"]][1:]]
        # Not told, Frictionless takes the first row of the usual width for the header.
        head = {"headerRows": [1]}
        name = resource["name"]
        inlined.append({"name": name, "data": rows, "dialect": head, "schema": schema})
    return inlined


def _offender(file: str, error: dict[str, Any], primary: str | list[str]) -> Offender:
    """Say a Frictionless error in the words of this house."""
    kind = error["type"]
    line = error.get("rowNumber") or (0 if kind.endswith("-error") else 1)
    column = error.get("fieldName") or error.get("label") or ""
    value = error.get("cell") or ""
    rule = WRONG_ROWS.get(kind, error["note"])
    if kind == "type-error":
        wanted = rule.split('"')[1].split("/")[0]
        rule = READABLE_TYPES.get(wanted, f"must be of type {wanted}")
    elif kind == "constraint-error":
        rule = _constraint(rule)
    elif kind == "primary-key":
        column = primary if isinstance(primary, str) else ", ".join(primary)
        rule = f"must be unique: {rule}"
    elif kind == "foreign-key":
        column = ", ".join(error.get("fieldNames", []))
        value = ", ".join(str(c) for c in error.get("fieldCells", []))
        rule = f"names no row of table {error.get('referenceName') or Path(file).stem}"
    return Offender(file, line, column, str(value), rule)


def _constraint(note: str) -> str:
    """Say ``constraint "minimum" is "0"`` as a rule."""
    found = CONSTRAINT.fullmatch(note)
    if found is None or found["name"] not in SAID:
        return note
    return SAID[found["name"]].format(found["value"].strip("[]").replace("'", ""))


def _badly_written(resource: dict[str, Any], rows: Rows) -> Iterator[Offender]:
    """Name dates and numbers that other programs would read as something else."""
    for place, field in enumerate(resource["schema"]["fields"]):
        written = WRITTEN.get(field["type"])
        if written is None:
            continue
        blank = {"", *field.get("missingValues", [])}
        for line, row in enumerate(rows[1:], start=2):
            cell = row[place] if place < len(row) else ""
            if cell not in blank and not written.fullmatch(cell):
                rule = READABLE_TYPES[field["type"]]
                yield Offender(resource["path"], line, field["name"], cell, rule)
