"""The shape of the contract itself: what ``datapackage.json`` must hold to check tables by."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from data.days import read_day
from data.files import PACKAGE
from data.offender import Offender
from data.signs import hidden_in

DAY = "day of the years 1900 to 2099, written YYYY-MM-DD"
VERSION = "semantic version, such as 1.2.3"
"""Formats, named as a message says them: "'soon' is not a 'day of …'"."""
NUMBER = r"(0|[1-9][0-9]{0,5})"
SEMANTIC = re.compile(rf"{NUMBER}\.{NUMBER}\.{NUMBER}(-[0-9A-Za-z.-]{{1,20}})?")
"""A version stands in names of files and in headers: short, and of the plainest letters."""
TEXT = {"type": "string", "minLength": 1}
NAMES = {"type": "array", "items": TEXT, "minItems": 1}
NAME_OR_NAMES = {"anyOf": [TEXT, NAMES]}


def _object(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    properties = {**required, **(optional or {})}
    return {"type": "object", "required": [*required], "properties": properties}


A_DAY = {"type": "string", "format": DAY}
DATES_HAVE_BOUNDS = {
    "if": {"properties": {"type": {"const": "date"}}},
    "then": {
        "required": ["constraints"],
        "properties": {"constraints": _object({"minimum": A_DAY, "maximum": A_DAY})},
    },
    "else": {
        "properties": {
            "constraints": {
                "properties": {"minimum": {"type": "number"}, "maximum": {"type": "number"}}
            }
        }
    },
}
"""A slip in a year (0202 for 2022) is a day that exists: only a bound can tell."""
FIELD = {
    **_object(
        {
            "name": TEXT,
            "type": {"enum": ["string", "date", "integer", "number"]},
            "description": TEXT,
        },
        {
            "missingValues": {"type": "array", "items": {"type": "string"}},
            "constraints": _object({}, {"enum": NAMES, "pattern": {"format": "regex"}}),
        },
    ),
    **DATES_HAVE_BOUNDS,
}
REFERENCE = _object({"resource": {"type": "string"}, "fields": NAME_OR_NAMES})
SCHEMA = _object(
    {"fields": {"type": "array", "items": FIELD, "minItems": 1}, "primaryKey": NAME_OR_NAMES},
    {
        "foreignKeys": {
            "type": "array",
            "items": _object({"fields": NAME_OR_NAMES, "reference": REFERENCE}),
        }
    },
)
RESOURCE = _object({"name": TEXT, "title": TEXT, "description": TEXT, "schema": SCHEMA})
TERMS = _object({"title": TEXT, "path": TEXT})
SHAPE = _object(
    {
        "name": TEXT,
        "version": {"type": "string", "format": VERSION},
        "reviewed_on": A_DAY,
        "licenses": {"type": "array", "items": TERMS, "minItems": 1},
        "sources": {
            "type": "array",
            "items": _object({"title": TEXT, "path": TEXT, "licence": TEXT, "used_for": TEXT}),
        },
        "resources": {"type": "array", "items": RESOURCE},
    }
)


def misshapen(package: Mapping[str, Any]) -> Iterator[Offender]:
    """Name every part of the contract that tables cannot be checked by."""
    # Imported late: a sealed folder is not checked, and a server should not wait for it.
    from jsonschema import Draft202012Validator, FormatChecker

    formats = FormatChecker([])
    formats.checks(DAY, ValueError)(_is_day)
    formats.checks(VERSION)(_is_version)
    formats.checks("regex", (re.error, RecursionError))(_is_pattern)
    errors = list(Draft202012Validator(SHAPE, format_checker=formats).iter_errors(package))
    for error in errors:
        value = error.instance if isinstance(error.instance, str) else ""
        rule = error.message if len(error.message) < 200 else f"breaks the rule {error.validator}"
        yield Offender(PACKAGE, 0, error.json_path.removeprefix("$."), value, rule)
    for place, text in _texts(package):
        if rule := hidden_in(text):
            yield Offender(PACKAGE, 0, place, text, rule)
    if not errors:
        yield from _dangling_keys(package)


def _dangling_keys(package: Mapping[str, Any]) -> Iterator[Offender]:
    """Name keys that lead to no column."""
    columns = {
        r["name"]: {field["name"] for field in r["schema"]["fields"]} for r in package["resources"]
    }
    for resource in package["resources"]:
        own, schema = resource["name"], resource["schema"]
        keys = [(own, schema["primaryKey"])]
        for key in schema.get("foreignKeys", []):
            other = key["reference"]["resource"] or own
            keys += [(own, key["fields"]), (other, key["reference"]["fields"])]
        for table, names in keys:
            for name in [names] if isinstance(names, str) else names:
                if name not in columns.get(table, set()):
                    rule = f"a key of {own} leads to no column"
                    yield Offender(PACKAGE, 0, "resources", f"{table}.{name}", rule)


def _texts(package: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Give every name and text of the contract, and the place it stands at."""
    parts: list[tuple[str, Any]] = [("", package)]
    while parts:
        place, part = parts.pop()
        if isinstance(part, str):
            yield place, part
        elif isinstance(part, Mapping):
            yield from ((place, name) for name in part)
            parts += [(f"{place}.{name}".lstrip("."), inner) for name, inner in part.items()]
        elif isinstance(part, list):
            parts += [(f"{place}[{number}]", inner) for number, inner in enumerate(part)]


def _is_day(value: object) -> bool:
    return isinstance(value, str) and 1900 <= read_day(value).year < 2100


def _is_version(value: object) -> bool:
    return isinstance(value, str) and SEMANTIC.fullmatch(value) is not None


def _is_pattern(value: object) -> bool:
    return isinstance(value, str) and bool(re.compile(value))
