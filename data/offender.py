"""What is wrong with the data, place by place, and the one error that says so."""

from collections.abc import Iterable
from dataclasses import dataclass

SHOWN = 80
"""Characters of a bad value that are quoted in a message: enough to find it by."""


@dataclass(frozen=True, order=True)
class Offender:
    """One cell, row or file that breaks a rule. Line 1 is the header; 0 means the whole file."""

    file: str
    line: int
    column: str
    value: str
    rule: str

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        column = f", column {_short(self.column)}" if self.column else ""
        value = f", value {_short(self.value)!r}" if self.value else ""
        return f"{place}{column}{value}: {self.rule}"


class DataError(Exception):
    """The data break their contract. ``offenders`` holds every place, sorted."""

    def __init__(self, offenders: Iterable[Offender]) -> None:
        self.offenders = tuple(sorted(set(offenders)))
        lines = "\n".join(f"  {offender}" for offender in self.offenders)
        super().__init__(f"The data break their contract in {self.places}:\n{lines}")

    @property
    def places(self) -> str:
        """Say in how many places."""
        count = len(self.offenders)
        return "1 place" if count == 1 else f"{count:,} places"


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
