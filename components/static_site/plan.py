"""Which pages a copy has, and where a mark, a row or a code leads to."""

from dataclasses import dataclass, field

import pandas as pd

from components.answers import BRIEFING
from components.answers.briefing import headline
from components.answers.casualties import Casualties
from components.answers.compare import Compare
from components.answers.members import Members
from components.answers.ready_decks import READY
from components.figures.sco_wording import words_for
from components.link import Link
from components.navigation import SECTIONS
from components.static_site.asking import Shelf

ALL_YEARS = Link("meetings", (("year", ("all",)),))


@dataclass(frozen=True)
class Page:
    """A page of the copy: its file, the live link it holds still, what the navigation calls it."""

    path: str
    link: Link
    label: str
    section: str = ""

    @property
    def stem(self) -> str:
        """Name of the page's own files: its path in one word."""
        return self.path.removesuffix(".html").replace("/", "-")

    @property
    def root(self) -> str:
        """Way from the page to the top of the copy."""
        return "../" * self.path.count("/")


@dataclass(frozen=True)
class Plan:
    """Every page, the views first; ``rows`` says on which page the row of an id stands."""

    pages: tuple[Page, ...]
    rows: dict[tuple[str, str], str] = field(default_factory=dict)

    def place(self, parameter: str, identity: str, page: Page) -> str:
        """Give the way from a page to where the link ``parameter=identity`` is answered.

        Blank where no page of the copy answers it: that takes the live filters.
        """
        target = self.rows.get((parameter, identity), "")
        path, _, anchor = target.partition("#")
        if path == page.path:
            return f"#{anchor}" if anchor else ""
        return f"{page.root}{target}" if target else ""


def row_anchor(identity: str) -> str:
    """Name the row of an id on its page."""
    return f"row-{identity}"


def plan_of(shelf: Shelf) -> Plan:
    """Plan the copy of what the data hold: views, states, conflicts, indicators, decks."""
    views = tuple(
        Page(
            "index.html" if name == "overview" else f"{name}.html",
            Link("" if name == "overview" else name),
            label,
            section,
        )
        for section, listed in SECTIONS.items()
        for name, label, _ in listed
    )
    pages = (*views, *_filtered(shelf))
    return Plan(pages, _rows(shelf, pages))


def _filtered(shelf: Shelf) -> tuple[Page, ...]:
    members = shelf.answer(Link("members"))
    casualties = shelf.answer(Link("casualties"))
    compare = shelf.answer(Link("compare"))
    pages = [Page("meetings-all-years.html", ALL_YEARS, "Meetings of all years", "Meetings")]
    if isinstance(members, Members):
        names = shelf.data.countries.set_index("country")["name"]
        pages += [
            _one("members", "country", code, f"country/{code}.html", str(names[code]), "States")
            for code in members.choices
        ]
    if isinstance(casualties, Casualties):
        names = shelf.data.conflicts.set_index("conflict")["name"]
        pages += [
            _one("casualties", "conflict", code, f"conflict/{code}.html", names[code], "Conflicts")
            for code in casualties.options.conflicts
        ]
    if isinstance(compare, Compare):
        pages += [
            _one(
                "compare",
                "indicator",
                code,
                f"indicator/{code}.html",
                words_for("indicator", code),
                "Indicators",
            )
            for code in compare.indicators
        ]
    pages += [
        Page(f"deck/{deck.name}.html", Link(BRIEFING, (("deck", (deck.name,)),)), deck.title, "")
        for deck in READY.values()
    ]
    return tuple(pages)


def _one(view: str, parameter: str, code: str, path: str, label: str, section: str) -> Page:
    return Page(path, Link(view, ((parameter, (code,)),)), label, section)


def _rows(shelf: Shelf, pages: tuple[Page, ...]) -> dict[tuple[str, str], str]:
    """Say where each id has its row: a view's own, all meetings, the claims of a conflict."""
    found: dict[tuple[str, str], str] = {}
    for page in pages:
        for name, values in page.link.parameters:
            if name in ("country", "conflict", "indicator"):
                found[(name, values[0])] = page.path
    claims = shelf.data.claims
    for claim, conflict in zip(claims["claim_id"], claims["conflict"], strict=True):
        if path := found.get(("conflict", conflict)):
            found[("claim", claim)] = f"{path}#{row_anchor(claim)}"
    for page in pages:
        if page.link.view in ("statements", "votes") or page.link == ALL_YEARS:
            answer = shelf.answer(page.link)
            for identity in answer.rows[answer.identifier].astype("str"):
                found[(answer.picks, identity)] = f"{page.path}#{row_anchor(identity)}"
    return found


def claims_of(shelf: Shelf, conflict: str) -> pd.DataFrame:
    """Give every claim of a conflict, the newest first."""
    claims = shelf.data.claims
    rows = claims[claims["conflict"] == conflict]
    return rows.sort_values(["said_on", "claim_id"], ascending=[False, True])


def title_of(shelf: Shelf, page: Page) -> str:
    """Give the headline of a page: the finding of its link."""
    slide = shelf.slide(page.link)
    return headline(slide.answer, slide.row)
