"""A copy of the dashboard whose data are a hundred times as many: generated from the real rows."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from data.files import read_files
from data.seal import write_seal
from tests.copies import copy_dashboard, read_table, write_table

CLAIMS, STATEMENTS = 50_000, 20_000
FIRST, LAST = date(2001, 6, 15), date(2026, 5, 20)


@contextmanager
def grown() -> Iterator[Path]:
    """Give a folder with the dashboard and the grown data, sealed as they are."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        copy_dashboard(folder)
        _fill(folder / "data" / "claims.csv", CLAIMS, ("covers_from", "covers_to", "said_on"))
        _fill(folder / "data" / "statements.csv", STATEMENTS, ("said_on",))
        write_seal(folder / "data", read_files(folder / "data"))
        yield folder


def _fill(path: Path, wanted: int, days: tuple[str, ...]) -> None:
    """Add rows drawn from the real ones until there are ``wanted``; their days are moved."""
    rows = read_table(path)
    key = next(iter(rows[0]))
    chance = random.Random(2001)
    real = list(rows)
    for number in range(wanted - len(rows)):
        row = dict(chance.choice(real))
        row[key] = f"generated-{number}"
        for other in ("claim_id", "supersedes"):
            if other != key and other in row:
                row[other] = ""
        moved = timedelta(days=chance.randrange(-200, 200))
        for day in days:
            if row[day]:
                at = date.fromisoformat(row[day]) + moved
                row[day] = min(max(at, FIRST), LAST).isoformat()
        rows.append(row)
    write_table(path, rows)
