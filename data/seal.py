"""The seal of the tables: checked once when they are edited, not at every start of a server.

``python -m data`` checks everything and writes the seal into ``datapackage.json``: one
fingerprint a part. While the contract, the code that checks and every file are as they were
then, the loader need not check them again; whatever has changed since is checked in full. The
number of rows of each table is sealed with them: a table cut off at the end of a line breaks no
rule, and would be taken for the whole.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from data.files import PACKAGE, Files
from data.offender import Offender

HERE = Path(__file__).parent
CHECKED_BY = (
    "days.py",
    "offender.py",
    "files.py",
    "json_text.py",
    "shapes.py",
    "table_text.py",
    "schema_check.py",
    "contract_shape.py",
    "contract.py",
    "rules.py",
    "signs.py",
)
LOST = (
    "has only {rows:,} of the {before:,} rows that were checked and sealed: the file may be "
    "cut off; where rows were taken out on purpose, run `python -m data`"
)


def seal_of(files: Files) -> dict[str, str]:
    """Give the fingerprints of the contract, of the code that checks, and of every table."""
    contract = {key: value for key, value in files.package.items() if key != "seal"}
    code = b"".join((HERE / name).read_bytes() for name in CHECKED_BY)
    tables = {name: raw for name, raw in files.raw.items() if name != PACKAGE}
    parts = {
        "contract": json.dumps(contract, sort_keys=True).encode("utf-8"),
        "rules": code,
        **tables,
    }
    return {name: hashlib.sha256(raw).hexdigest()[:32] for name, raw in sorted(parts.items())}


def rows_of(files: Files) -> dict[str, int]:
    """Count the rows of every table, the header not among them: one line a row."""
    tables = {name: raw for name, raw in files.raw.items() if name.endswith(".csv")}
    return {name: raw.count(b"\n") - 1 for name, raw in sorted(tables.items())}


def rows_lost(files: Files) -> list[Offender]:
    """Name the tables that have fewer rows than when the folder was last checked and sealed."""
    sealed = _sealed(files).get("rows")
    before = sealed if isinstance(sealed, dict) else {}
    return [
        Offender(name, 0, "", "", LOST.format(rows=rows, before=before[name]))
        for name, rows in rows_of(files).items()
        if isinstance(before.get(name), int) and rows < before[name]
    ]


def _sealed(files: Files) -> dict[str, Any]:
    seal = files.package.get("seal")
    return seal if isinstance(seal, dict) else {}


def changed_since_sealed(files: Files) -> list[str]:
    """Name the parts that are not as they were when the folder was last checked and sealed."""
    sealed = _sealed(files)
    now = seal_of(files)
    missing = [offender.file for offender in files.unreadable]
    return sorted({*missing, *(name for name in now if sealed.get(name) != now[name])})


def write_seal(folder: Path, files: Files) -> None:
    """Write the seal of ``files`` into the contract of ``folder``, all at once."""
    sealed = {**files.package, "seal": {**seal_of(files), "rows": rows_of(files)}}
    text = json.dumps(sealed, indent=2, ensure_ascii=False)
    # A server may look at the file at any moment: it sees the old one or the new one.
    beside = folder / f"{PACKAGE}.new"
    beside.write_text(f"{text}\n", encoding="utf-8")
    beside.replace(folder / PACKAGE)
