"""A small package with a few good rows, to break in one place at a time."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import data
from tests.copies import read_table, write_table

ROWS = {
    "sources": [
        {
            "source_id": "a-source",
            "publisher": "P",
            "title": "T",
            "url": "https://example.org/a",
            "published_on": "2022-03-01",
            "language": "en",
            "kind": "wire",
            "accessed_on": "2026-11-24",
            "licence": "quotation",
        }
    ],
    "countries": [
        {"country": code, "name": code, "kind": "state", "source_id": "a-source"}
        for code in ("RUS", "UKR", "CHN")
    ],
    "conflicts": [
        {
            "conflict": "a-war",
            "name": "A war",
            "from": "2022-02-24",
            "parties": "RUS;UKR",
            "source_id": "a-source",
        }
    ],
    "memberships": [
        {
            "country": "RUS",
            "status": "shanghai_five",
            "valid_from": "1996-04-26",
            "valid_to": "2001-06-15",
            "instrument": "I",
            "source_id": "a-source",
        },
        {
            "country": "RUS",
            "status": "member",
            "valid_from": "2001-06-15",
            "instrument": "I",
            "source_id": "a-source",
        },
    ],
    "claims": [
        {
            "claim_id": f"claim-{number}",
            "conflict": "a-war",
            "whose": "RUS",
            "population": "military",
            "measure": "killed",
            "low": "100",
            "best": "150",
            "high": "200",
            "qualifier": "about",
            "said_on": f"2022-03-0{number}",
            "said_on_precision": "day",
            "claimant": f"Claimant {number}",
            "stake": "independent",
            "basis": "named_list",
            "scope": "cumulative",
            "status": "stands",
            "words": "about 150",
            "source_id": "a-source",
            "recorded_on": "2026-11-24",
        }
        for number in (1, 2, 3)
    ],
    "statements": [
        {
            "statement_id": "a-statement",
            "said_on": "2022-09-15",
            "said_on_precision": "day",
            "speaker": "S",
            "office": "O",
            "country": "RUS;CHN",
            "occasion": "A meeting",
            "topics": "sco;energy",
            "kind": "verbatim",
            "text": "Words",
            "language": "en",
            "source_id": "a-source",
        }
    ],
}


class Package:
    """A folder of tables that can be changed cell by cell."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "geo").symlink_to(data.FOLDER / "geo")
        self.contract = json.loads((data.FOLDER / "datapackage.json").read_text(encoding="utf-8"))
        del self.contract["seal"]  # It is the real tables'.
        (folder / "datapackage.json").write_text(json.dumps(self.contract), encoding="utf-8")
        for resource in self.contract["resources"]:
            self.write(resource["name"], [dict(row) for row in ROWS.get(resource["name"], [])])

    def columns(self, table: str) -> list[str]:
        resource = next(r for r in self.contract["resources"] if r["name"] == table)
        return [field["name"] for field in resource["schema"]["fields"]]

    def write(self, table: str, rows: list[dict[str, str]], columns: list[str] | None = None):
        write_table(self.folder / f"{table}.csv", rows, columns or self.columns(table))

    def set(self, table: str, place: int, **cells: str) -> "Package":
        rows = read_table(self.folder / f"{table}.csv")
        rows[place].update(cells)
        self.write(table, rows)
        return self

    def own_shapes(self) -> Path:
        """Give a folder of shapes that may be spoiled, in place of the real ones."""
        geo = self.folder / "geo"
        geo.unlink()
        return Path(shutil.copytree(data.FOLDER / "geo", geo))

    def offenders(self) -> list[tuple[str, int, str, str, str]]:
        with pytest.raises(data.DataError) as caught:
            data.load(self.folder)
        return [(o.file, o.line, o.column, o.value, o.rule) for o in caught.value.offenders]


@pytest.fixture
def package(tmp_path: Path) -> Package:
    return Package(tmp_path)


@pytest.fixture
def offend(package: Package) -> Callable[..., list[tuple[str, int, str, str, str]]]:
    """Break cells of one row, and give the offenders that the loader names."""

    def break_(table: str, place: int, **cells: str):
        return package.set(table, place, **cells).offenders()

    return break_
