"""The parameters of a link: every one is read, or ignored with a reason in words. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from data.days import read_day
from data.signs import UNWRITABLE, name_of, shown

STRANGER = "is not a parameter of this view"
"""Why a parameter is ignored that the view does not take at all."""


@dataclass(frozen=True)
class Ignored:
    """A parameter that had no effect, and why."""

    name: str
    value: str
    why: str


class Address:
    """The parameters of one link.

    Reading a parameter marks it as known to the view; what is not allowed is kept in
    ``ignored`` and the default is given instead. Nothing raises. A link can hold what no cell
    may: signs that hide or turn text are read as what they are, ``[U+202E]``, and those that no
    feed or slide can be written with are left out.
    """

    def __init__(self, parameters: Mapping[str, Sequence[str]]) -> None:
        self._parameters = {name: list(values) for name, values in parameters.items()}
        self._read: set[str] = set()
        self._ignored: list[Ignored] = []

    def _values(self, name: str) -> list[str]:
        if name not in self._read:
            self._read.add(name)
            for value in self._parameters.get(name, []):
                if signs := UNWRITABLE.findall(value):
                    names = ", ".join(sorted(set(map(name_of, signs))))
                    self.ignore(name, value, f"holds {names}, which no file can hold")
        kept = [UNWRITABLE.sub("", value) for value in self._parameters.get(name, [])]
        return [shown(value) for value in kept if value != ""]

    def ignore(self, name: str, value: str, why: str) -> None:
        """Note a value that is well formed but means nothing together with the others."""
        self._ignored.append(Ignored(shown(name), shown(value), why))

    def one(self, name: str, allowed: Iterable[str], default: str = "") -> str:
        """Read one code out of ``allowed``."""
        values = self._values(name)
        for value in values[1:]:
            self.ignore(name, value, "only the first value counts")
        if not values or values[0] in set(allowed):
            return values[0] if values else default
        self.ignore(name, values[0], "is not one of its values")
        return default

    def several(self, name: str, allowed: Iterable[str]) -> list[str]:
        """Read any number of codes out of ``allowed``, each once, in the link's order."""
        options = set(allowed)
        kept: list[str] = []
        for value in self._values(name):
            if value not in options:
                self.ignore(name, value, "is not one of its values")
            elif value not in kept:
                kept.append(value)
        return kept

    def day(
        self, name: str, first: pd.Timestamp, last: pd.Timestamp, *, last_is: str = ""
    ) -> pd.Timestamp | None:
        """Read an ISO day between ``first`` and ``last``; None where there is none.

        ``last_is`` says in words what the last day is, for one that lies after it.
        """
        values = self._values(name)
        if not values:
            return None
        for value in values[1:]:
            self.ignore(name, value, "only the first value counts")
        value = values[0]
        try:
            parsed = pd.Timestamp(read_day(value))
        except ValueError:
            self.ignore(name, value, "is not a date written YYYY-MM-DD")
            return None
        if last_is and parsed > last:
            self.ignore(name, value, f"lies after {last_is}, {last:%Y-%m-%d}")
            return None
        if not first <= parsed <= last:
            self.ignore(name, value, f"is not between {first:%Y-%m-%d} and {last:%Y-%m-%d}")
            return None
        return parsed

    def text(self, name: str, longest: int = 200) -> str:
        """Read free text of at most ``longest`` characters."""
        values = self._values(name)
        for value in values[1:]:
            self.ignore(name, value, "only the first value counts")
        if values and len(values[0]) > longest:
            self.ignore(name, values[0], f"is longer than {longest} characters")
            return ""
        return values[0].strip() if values else ""

    @property
    def read(self) -> frozenset[str]:
        """Names of the parameters read so far: what the view takes."""
        return frozenset(self._read)

    @property
    def ignored(self) -> tuple[Ignored, ...]:
        """Everything that had no effect, parameters no view part has read included."""
        strangers = [
            Ignored(shown(name), shown(values[0]) if values else "", STRANGER)
            for name, values in self._parameters.items()
            if name not in self._read
        ]
        return (*self._ignored, *strangers)
