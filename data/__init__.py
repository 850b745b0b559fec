"""The only door to the data: ``load()`` returns every table, checked against the contract."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from data.contract import read_tables
from data.files import Files, read_files
from data.offender import DataError
from data.rules import broken_rules
from data.seal import changed_since_sealed

FOLDER = Path(__file__).parent

__all__ = ["FOLDER", "TABLES", "DataError", "Dataset", "from_files", "load"]


@dataclass(frozen=True, eq=False)  # Told apart by identity: frames have no one equality.
class Dataset:
    """Every table of the package, one frame a field; columns as in ``datapackage.json``.

    ``version`` is the package's version, and says so where the files are no longer those that
    were checked and sealed under it; ``reviewed_on`` is the day its rows were last reviewed;
    ``package`` is the contract as it stood in the folder when the tables were read.
    """

    version: str
    reviewed_on: pd.Timestamp
    sources: pd.DataFrame
    countries: pd.DataFrame
    memberships: pd.DataFrame
    accessions: pd.DataFrame
    summits: pd.DataFrame
    conflicts: pd.DataFrame
    claims: pd.DataFrame
    claim_sources: pd.DataFrame
    claim_links: pd.DataFrame
    method_changes: pd.DataFrame
    explained_findings: pd.DataFrame
    statements: pd.DataFrame
    wordings: pd.DataFrame
    offices: pd.DataFrame
    meetings: pd.DataFrame
    readouts: pd.DataFrame
    article: pd.DataFrame
    resolutions: pd.DataFrame
    votes: pd.DataFrame
    indicators: pd.DataFrame
    trade: pd.DataFrame
    package: Mapping[str, Any] = field(default_factory=dict, repr=False)

    @cached_property
    def country_names(self) -> dict[str, str]:
        """Name of each state and body by its code."""
        return dict(zip(self.countries["country"], self.countries["name"], strict=True))

    @cached_property
    def source_of(self) -> dict[str, dict[str, Any]]:
        """The row of each source, as values by column, by its id.

        A page looks up dozens: in a mapping each costs a thousandth of what it costs in a frame.
        """
        rows = self.sources.to_dict("records")
        return {row["source_id"]: row for row in rows}


CHANGED = "+changed-since-checked"
"""What a version ends in where the files were changed after it: a build of its own, as semantic
versioning has it. It goes wherever the version goes: footers, citations, names of files."""
TABLES = tuple(f.name for f in fields(Dataset) if f.type is pd.DataFrame)
"""Names of the tables that the program knows."""


def load(folder: Path = FOLDER) -> Dataset:
    """Load the tables of ``folder`` and check them.

    Raises
    ------
    DataError
        If any file, row or cell breaks the contract; it names every offender.
    """
    return from_files(read_files(folder))


def from_files(files: Files) -> Dataset:
    """Check files that were read, and give their tables.

    Raises
    ------
    DataError
        If any file, row or cell breaks the contract; it names every offender.
    """
    sealed = not changed_since_sealed(files)
    frames = read_tables(files, TABLES, sealed=sealed)
    reviewed_on = pd.Timestamp(files.package["reviewed_on"])
    version = files.package["version"]
    if not sealed:
        if offenders := broken_rules(frames, reviewed_on):
            raise DataError(offenders)
        version += CHANGED
    return Dataset(version=version, reviewed_on=reviewed_on, package=files.package, **frames)
