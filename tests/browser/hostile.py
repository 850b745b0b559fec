"""A copy of the dashboard whose every free-text cell is hostile, and keeps the contract."""

import json
from pathlib import Path

import data
from data.files import read_files
from data.seal import write_seal
from tests.copies import copy_dashboard, read_table, write_table

SHORT = "<img src=x onerror=__pwned=1>**zqb**"
"""Fits where the contract bounds a name."""
LONG = (
    "<script>__pwned=1</script><img src=x onerror=__pwned=1><svg onload=__pwned=1>"
    '"><a href="javascript:__pwned=1">zqa</a> <b>zqb</b> [zql](javascript:__pwned=1) **zqb** '
    "$zq^2$ :red[zqr] :material/home: `zqc` # zqh <!-- ]]> {{7*7}} &lt;zqe&gt; \\ | ~~zqs~~"
)
ENDLESS = "zq endless " * 9_300
"""100 kB of words."""
UNBROKEN = "W" * 400
"""A word that fits no line."""


SPOILT_ADDRESS = '"onfocus="__pwned=1"\'<script>__pwned=1</script>)[zql](javascript:__pwned=1)'


def spoil(cell: str, field: dict, *, key: bool, endless: bool) -> str:
    """Make a cell as bad as its column allows; codes, dates and numbers stay."""
    name, rules = field["name"], field.get("constraints", {})
    longest = rules.get("maxLength", 0)
    if field["type"] != "string" or "enum" in rules or (key and name != "resolution"):
        return cell
    if name in ("url", "text_url"):
        return f"{cell}{SPOILT_ADDRESS}" if cell else cell
    if name == "participants":
        return ";".join(f"{SHORT} {person}" for person in cell.split(";"))
    if "pattern" in rules:
        return cell
    if not longest:
        return f"{LONG} {UNBROKEN} {cell}{f' {ENDLESS}' if endless else ''}".strip()
    bad = f"{LONG if len(LONG) + len(cell) < longest else SHORT} {cell}".strip()
    return bad if len(bad) <= longest else cell


def make_hostile(folder: Path) -> data.Dataset:
    """Copy the dashboard to ``folder`` and spoil its tables; the contract finds no fault.

    In the last row of each table, every column without a bound holds 100 kB.
    """
    copy_dashboard(folder)
    package = json.loads((folder / "data" / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        schema, path = resource["schema"], folder / "data" / resource["path"]
        keys = {name for key in schema.get("foreignKeys", []) for name in key["fields"]}
        rows = read_table(path)
        for row in rows:
            for field in schema["fields"]:
                name = field["name"]
                last = row is rows[-1]
                row[name] = spoil(row[name], field, key=name in keys, endless=last)
        write_table(path, rows)
    files = read_files(folder / "data")
    dataset = data.from_files(files)
    write_seal(folder / "data", files)
    return dataset
