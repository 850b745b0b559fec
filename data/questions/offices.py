"""Which office somebody held on a day."""

from dataclasses import dataclass

import pandas as pd


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
