"""What a slide shows, freed of any drawing library: the kinds of body a slide can have."""

from dataclasses import dataclass
from typing import Any

from components.exports.slides.map_body import MapBody


@dataclass(frozen=True)
class Bar:
    """A claim as a bar: its numbers as in the ledger, ``best`` None where none was given.

    ``apart`` says what sets it apart: a part only, another period, or no longer standing.
    ``own_newest`` marks the newest official figure of the claimant's state.
    """

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
    apart: str = ""
    own_newest: bool = False

    @property
    def name(self) -> str:
        """Who claims, to which day, and what sets it apart from the others."""
        return f"{self.label} ({self.apart})" if self.apart else self.label


@dataclass(frozen=True)
class RangeBody:
    """Claims of one measure, each from its lowest to its highest figure.

    ``left_out`` counts the rows of the view that have no bar; ``why`` says which they are.
    """

    bars: tuple[Bar, ...]
    counted: str
    left_out: int
    why: str = ""


@dataclass(frozen=True)
class Series:
    """A named series; ``xs`` are dates (ISO) or numbers.

    ``line`` marks a series that only connects the marks of others; ``joined`` one whose own
    marks are connected; ``goes_on`` one that takes up another after a break. ``looks`` are each
    mark's symbol, ``dash`` is the line's, ``reach`` how far each mark reaches down and up; blank
    where there is none.
    """

    name: str
    colour: str
    xs: tuple[Any, ...]
    ys: tuple[Any, ...]
    line: bool = False
    joined: bool = False
    goes_on: bool = False
    looks: tuple[str, ...] = ()
    dash: str = ""
    reach: tuple[tuple[float, float], ...] = ()


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
class Quote:
    """Words as recorded, and ``who``: who said them, when, and in what kind of record.

    ``original`` and its ``language`` (ISO 639-1) are blank where it was not seen.
    """

    words: str
    original: str
    language: str
    who: str


@dataclass(frozen=True)
class QuoteBody:
    """Words as recorded, with the original beside a translation, and who said them."""

    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class ClaimBody:
    """One claim in large type: its number, what is counted, the words, and who says so.

    ``language`` is that of the words, ISO 639-1.
    """

    number: str
    counted: str
    words: str
    language: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class TableBody:
    """The first rows of the view, and how many there are in all."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: int
    noun: str


@dataclass(frozen=True)
class Pair:
    """One measure of two sides: its words, and each side's value with the words for it.

    A value is None where there is none; its words then say why.
    """

    label: str
    left: float | None
    left_words: str
    right: float | None
    right_words: str


@dataclass(frozen=True)
class PairsBody:
    """Measures of two sides, back to back; each side with its name and colour."""

    pairs: tuple[Pair, ...]
    left: tuple[str, str]
    right: tuple[str, str]


@dataclass(frozen=True)
class GridBody:
    """Marks in a grid: ``cells`` by row and column are codes of ``key``, blank for none.

    ``key`` gives code, words, colour and symbol; ``names`` say each column in full.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    key: tuple[tuple[str, str, str, str], ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Marks:
    """Marks of one look in lanes: moments (ISO), places, and words on them (blank for none)."""

    colour: str
    symbol: str
    size: float
    moments: tuple[str, ...]
    places: tuple[float, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class LanesBody:
    """Marks along time in named lanes, before shaded spans; the key gives words, colour, symbol."""

    lanes: tuple[str, ...]
    marks: tuple[Marks, ...]
    start: str
    end: str
    shades: tuple[tuple[str, str, str], ...]
    key: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Cell:
    """A cell of a grid: its text, and the colours of its ground and its text; blank for plain."""

    text: str
    ground: str = ""
    ink: str = ""


@dataclass(frozen=True)
class CellsBody:
    """A grid to read by row and column; the key gives words, sign and colour, ``note`` the rest."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    key: tuple[tuple[str, str, str], ...] = ()
    note: str = ""


@dataclass(frozen=True)
class CountsBody:
    """How many of what each has, the most first; ``others`` of the same kind are not named."""

    counts: tuple[tuple[str, int], ...]
    noun: str
    others: int
    of_whom: str


Body = MapBody | RangeBody | PointsBody | BarsBody | QuoteBody | ClaimBody | TableBody
NativeBody = Body | PairsBody | LanesBody | CellsBody
"""What a slide holds as shapes, charts and tables that stay editable."""
ScreenBody = PairsBody | GridBody | CountsBody | TableBody
"""What a picture drawn on the server shows where the view's own figure is too fine for it."""
