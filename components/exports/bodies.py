"""What a slide shows, freed of any drawing library: the kinds of body a slide can have."""

from dataclasses import dataclass
from typing import Any

from components.exports.map_body import MapBody


@dataclass(frozen=True)
class Bar:
    """A claim as a bar: its numbers as in the ledger, ``best`` None where none was given."""

    claim_id: str
    label: str
    low: int
    best: int | None
    high: int
    words: str
    stake: str
    colour: str
    basis: str
    aside: bool


@dataclass(frozen=True)
class RangeBody:
    """Claims of one measure, each from its lowest to its highest figure."""

    bars: tuple[Bar, ...]
    counted: str
    left_out: int


@dataclass(frozen=True)
class Series:
    """A named series; ``xs`` are dates (ISO) or numbers, ``ids`` what the marks carry.

    ``line`` marks a series that only connects the marks of others; ``joined`` one whose own
    marks are connected.
    """

    name: str
    colour: str
    xs: tuple[Any, ...]
    ys: tuple[Any, ...]
    ids: tuple[str, ...] = ()
    line: bool = False
    joined: bool = False


@dataclass(frozen=True)
class PointsBody:
    """Marks against two axes."""

    series: tuple[Series, ...]
    dated: bool
    y_title: str


@dataclass(frozen=True)
class BarsBody:
    """Bars by category; ``xs`` of every series are the categories."""

    series: tuple[Series, ...]
    horizontal: bool
    stacked: bool
    value_title: str


@dataclass(frozen=True)
class QuoteBody:
    """Words as recorded, with the original beside a translation, and who said them."""

    quotes: tuple[tuple[str, str, str], ...]
    """Words, original (blank for none), who, when and what kind of record."""


@dataclass(frozen=True)
class ClaimBody:
    """One claim in large type: its number, what is counted, the words, and who says so."""

    number: str
    counted: str
    words: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class TableBody:
    """The first rows of the view, and how many there are in all."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: int
    noun: str


Body = MapBody | RangeBody | PointsBody | BarsBody | QuoteBody | ClaimBody | TableBody
