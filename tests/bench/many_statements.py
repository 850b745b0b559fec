"""Measure the statements view with 10,000 generated statements against today's data.

    python -m tests.bench.many_statements

Starts two servers, one on a copy of the data with generated rows, and compares the first draw
and a change of filter, as a visitor's browser would ask for them. Prints seconds and ratios;
wanted: under 1.5 for the first draw, under 2 for the filter.
"""

import csv
import random
import shutil
import statistics
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from tests.conftest import ROOT, start_server
from tests.session import Session

MANY = 10_000
ROUNDS = 7
FILTERS = ["IND", "CHN", "RUS", "USA", "UKR", "IRN", "PAK"]


def generate(folder: Path) -> None:
    """Fill statements.csv of ``folder`` up to ``MANY`` rows drawn from the real ones."""
    path = folder / "data" / "statements.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    chance = random.Random(2001)
    first = date(2001, 6, 15)
    span = (date(2026, 5, 20) - first).days
    for number in range(MANY - len(rows)):
        row = dict(chance.choice(rows), statement_id=f"generated-{number}", claim_id="")
        row["said_on"] = (first + timedelta(days=chance.randrange(span))).isoformat()
        rows.append(row)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def measure(url: str) -> dict[str, float]:
    """Give the median seconds of a first draw and of a filter change, and the first's bytes."""
    with Session(url) as session:
        session.run("statements")  # the data are loaded and the answer is cached
    draws, changes, size = [], [], 0
    for turn in range(ROUNDS):
        with Session(url) as session:
            began = time.perf_counter()
            # A period not asked for before: the answer is computed, not remembered.
            first = session.run("statements", **{"from": f"2001-07-{turn + 1:02}"})
            draws.append(time.perf_counter() - began)
            size = first.size
            began = time.perf_counter()
            session.run("statements", country=FILTERS[turn])
            changes.append(time.perf_counter() - began)
    return {
        "first draw": statistics.median(draws),
        "filter change": statistics.median(changes),
        "kB": size / 1000,
    }


def main() -> None:
    """Print both measurements and their ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("components", "data", "dashboard.py", ".streamlit"):
            source = ROOT / part
            (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / part)
        generate(folder)
        results = []
        for place in (ROOT, folder):
            process, url = start_server(folder=place)
            results.append(measure(url))
            process.terminate()
            process.wait(10)
    today, many = results
    for what in today:
        ratio = many[what] / today[what]
        line = f"{what}: today {today[what]:.3f}, {MANY:,} statements {many[what]:.3f}"
        print(f"{line}, ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
