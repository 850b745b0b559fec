"""A link: a view with its parameters, read from text and written as text. Pure."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, quote, quote_plus, urlsplit

LONGEST = 16_000
"""Characters of a query that are read; a longer one is cut at the last whole parameter.

The server refuses longer ones in words: a deck of 8,000 characters fits, escaped signs included."""
MOST_PARAMETERS = 100
MOVED = Path(__file__).parent / "moved_links.csv"
READABLE = "/:,;"
"""Signs that stay as they are in a query: legal there, and easier to read aloud."""


@dataclass(frozen=True)
class Link:
    """A view's path (``""`` for the overview) and its parameters, in the order given."""

    view: str
    parameters: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def query(self) -> str:
        """Write the parameters as a query string, without the question mark."""
        return "&".join(
            f"{quote(name, safe='')}={quote_plus(value, safe=READABLE)}"
            for name, values in self.parameters
            for value in values
        )

    @property
    def text(self) -> str:
        """Write the link as path and query: ``/casualties?whose=UKR``."""
        return f"/{self.view}{'?' if self.parameters else ''}{self.query}"

    def mapping(self) -> dict[str, tuple[str, ...]]:
        """Give the parameters as ``answers.ask`` takes them."""
        return dict(self.parameters)

    def get(self, name: str) -> str:
        """Give the first value of a parameter; blank where there is none."""
        return next((values[0] for n, values in self.parameters if n == name and values), "")

    def with_(self, **changes: str) -> "Link":
        """Give the link with parameters set, at the end; a blank value takes one out."""
        kept = tuple((n, v) for n, v in self.parameters if n not in changes)
        added = tuple((name, (value,)) for name, value in changes.items() if value)
        return Link(self.view, kept + added)


def link_of(view: str, parameters: Mapping[str, Sequence[str]]) -> Link:
    """Make a link of a view and its parameters; a parameter without a value is left out."""
    return Link(view, tuple((name, tuple(values)) for name, values in parameters.items() if values))


def read_query(query: str) -> dict[str, list[str]]:
    """Read a query string into parameters; never raises, whatever it holds."""
    if len(query) > LONGEST:
        query = query[:LONGEST].rpartition("&")[0]
    pairs = parse_qsl("&".join(query.split("&")[:MOST_PARAMETERS]), keep_blank_values=False)
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def read_link(text: str) -> Link:
    """Read a link out of an address, a path with a query, or a view's bare name.

    What follows a ``#`` and the host are left aside. Old links are followed to where their
    view, parameter or value moved.
    """
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        return Link("")
    path = parts.path.rstrip("/").rpartition("/")[2]
    return follow(link_of(path, read_query(parts.query)))


@dataclass(frozen=True)
class Move:
    """A row of ``moved_links.csv``: what a link said, and what it says now.

    A blank ``parameter`` moves a whole view; a blank ``value`` renames a parameter whatever it
    holds. A blank ``new_parameter`` drops the parameter.
    """

    view: str
    parameter: str
    value: str
    new_view: str
    new_parameter: str
    new_value: str


def read_moves(path: Path = MOVED) -> list[Move]:
    """Read the migration table, oldest move first."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    names = Move.__dataclass_fields__
    return [Move(**{name: row[name] for name in names}) for row in rows]


MOVES = read_moves()


def follow(link: Link, moves: Iterable[Move] = MOVES) -> Link:
    """Give the link as it is written today: each move is applied once, oldest first."""
    for move in moves:
        if move.view != link.view:
            continue
        if not move.parameter:
            link = Link(move.new_view, link.parameters)
            continue
        changed: list[tuple[str, tuple[str, ...]]] = []
        for name, values in link.parameters:
            if name != move.parameter or (move.value and move.value not in values):
                changed.append((name, values))
            elif move.new_parameter:
                kept = [move.new_value if v == move.value and move.value else v for v in values]
                changed.append((move.new_parameter, tuple(kept)))
        link = Link(move.new_view, tuple(changed))
    return link
