"""Which office somebody held on a day, and who spoke for a state."""

from dataclasses import dataclass

import pandas as pd

HEADS = {"IND": "Prime Minister", "PAK": "Prime Minister"}
"""States that their prime minister, not their president, represents in the SCO."""


@dataclass(frozen=True)
class Office:
    """An office, and the source that says so; a blank source means: as the statement gives it."""

    title: str
    source_id: str = ""


def office_on(offices: pd.DataFrame, person: str, day: pd.Timestamp) -> list[Office]:
    """List the offices ``person`` held on ``day``: the first day counts, the last does not."""
    rows = offices[offices["person"] == person]
    began = rows["held_from"] <= day
    ended = rows["held_to"].notna() & (rows["held_to"] <= day)
    held = rows[began & ~ended].sort_values(["held_from", "office"])
    return [Office(row.office, row.source_id) for row in held.itertuples()]


def office_of(offices: pd.DataFrame, statement: pd.Series) -> Office:
    """Give the office in which a statement was made, on its day.

    Where the table of offices is silent, it is the one given with the statement.
    """
    held = office_on(offices, statement["speaker"], statement["said_on"])
    return held[-1] if held else Office(statement["office"])


def role_of(office: str, country: str) -> str:
    """Tell what an office is to the SCO: ``leader``, ``foreign_minister``, or blank."""
    if "Foreign" in office or "External" in office or "foreign affairs" in office:
        return "foreign_minister"
    return "leader" if HEADS.get(country, "President") in office else ""


def office_holders_on(offices: pd.DataFrame, country: str, day: pd.Timestamp) -> pd.DataFrame:
    """List who led ``country`` and its foreign ministry on ``day``.

    ``held_from`` counts, ``held_to`` does not. Columns of ``offices.csv`` and ``role``, the
    leader first.
    """
    held = offices["held_to"].isna() | (offices["held_to"] > day)
    rows = offices[(offices["country"] == country) & (offices["held_from"] <= day) & held]
    roles = [role_of(office, country) for office in rows["office"]]
    rows = rows.assign(role=pd.Series(roles, index=rows.index, dtype="str"))
    return rows[rows["role"] != ""].sort_values(["role", "held_from"], ascending=[False, True])
