"""Copies of the dashboard and of its tables, to spoil, to grow, to change a cell of."""

import csv
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.serving import ROOT


def copy_dashboard(folder: Path) -> None:
    """Copy all that a server needs."""
    for part in ("components", "data", "dashboard.py", ".streamlit"):
        source = ROOT / part
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / part)


def read_table(path: Path) -> list[dict[str, str]]:
    """Read the rows of a table as text."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_table(path: Path, rows: Sequence[dict[str, str]], columns: Iterable[str] = ()) -> None:
    """Write rows as a table; its columns are those of the first row where none are given."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(
            file,
            list(columns) or list(rows[0]),
            restval="",
            extrasaction="ignore",
            lineterminator="\n",
        )
        writer.writeheader()
        writer.writerows(rows)
