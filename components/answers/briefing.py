"""A briefing: views put in order, each a slide with its own message."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pandas as pd

from components.address import Address
from components.answers.answer import ASOF, Answer, Column, Picture
from components.answers.ready_decks import READY
from components.deck import LONGEST, Item, deck_text, read_deck
from components.figures.headlines.briefing import (
    briefing_title,
    claim_headline,
    not_known_title,
    overridden_words,
    ready_decks_line,
    statement_headline,
    statement_slide_title,
)
from components.link import Link
from data import Dataset

NOT_SLIDES = ("briefing", "about", "downloads")
"""Views that are about the dashboard and not about its subject."""
COLUMNS = (
    Column("number", "Slide"),
    Column("title", "Title"),
    Column("view", "View"),
    Column("link", "Link"),
)
OFFERED = (Column("title", "Ready to present"), Column("link", "Link"))
"""Columns of the decks that ship, which the page offers as long as no slide is chosen."""
AnswerOf = Callable[[Link], Answer]


@dataclass(frozen=True)
class Slide:
    """One message: the link it shows, that link's answer, and which of its pictures.

    ``title`` is its message, ``subtitle`` what is measured, for whom and when. ``row`` is the id
    of the one claim or statement that the link opens; blank for none.
    """

    number: int
    item: Item
    link: Link
    answer: Answer
    title: str
    subtitle: str = ""
    row: str = ""

    @property
    def overridden(self) -> pd.Timestamp | None:
        """The slide's own day, where the whole deck is read on an earlier one; else None."""
        own = pd.to_datetime(self.item.link.get(ASOF), format="%Y-%m-%d", errors="coerce")
        known_on = self.answer.known_on
        return own if known_on is not None and pd.notna(own) and own > known_on else None


@dataclass(frozen=True, kw_only=True)
class Briefing(Answer):
    """Adds the deck as text and as items, its name where it is a ready one, and its slides."""

    deck: str
    name: str
    items: tuple[Item, ...]
    slides: tuple[Slide, ...]


def briefing(
    address: Address,
    data: Dataset,
    known_on: pd.Timestamp | None,
    views: tuple[str, ...],
    answer_of: AnswerOf,
) -> Briefing:
    """Answer ``/briefing``: each slide's link is answered by ``answer_of``."""
    text = address.text("deck", LONGEST)
    address.one("present", ["1"])
    ready = READY.get(text)
    items, ignored = read_deck(ready.deck if ready else text, views)
    for part in ignored:
        address.ignore(part.name, part.value, part.why)
    slides = tuple(
        slide_of(number, item, known_on, answer_of) for number, item in enumerate(items, 1)
    )
    for slide in slides:
        # Read on an earlier day, a slide's title says that what it asks for was not known.
        for part in slide.answer.ignored if slide.answer.known_on is None else ():
            on_slide = f"slide {slide.number}, {slide.link.view or 'overview'}"
            what = f"{on_slide}: {part.name}-{part.value}"
            address.ignore("deck", what, part.why)
    rows = pd.DataFrame(
        {
            "number": [slide.number for slide in slides],
            "title": [slide.title for slide in slides],
            "view": [slide.link.view or "overview" for slide in slides],
            "link": [slide.link.text for slide in slides],
        }
    )
    if not slides:
        rows = _ready_decks()
    name = ready.title if ready else ""
    return Briefing(
        view="briefing",
        data=data,
        known_on=known_on,
        title=briefing_title(name, len(slides)),
        subtitle="Present it full screen, or take it along as slides, as one file, as data"
        + overridden_words(
            [slide.number for slide in slides if slide.overridden is not None], known_on
        ),
        rows=rows,
        columns=COLUMNS if slides else OFFERED,
        noun="slide" if slides else "deck",
        source_ids=tuple(dict.fromkeys(s for slide in slides for s in slide.answer.source_ids)),
        rests_on="" if slides else ready_decks_line(deck.title for deck in READY.values()),
        deck=text if ready else deck_text(items),
        name=name,
        items=tuple(items),
        slides=slides,
    )


def _ready_decks() -> pd.DataFrame:
    decks = list(READY.values())
    return pd.DataFrame(
        {
            "number": range(1, len(decks) + 1),
            "title": [deck.title for deck in decks],
            "view": "briefing",
            "link": [f"/briefing?deck={deck.name}" for deck in decks],
        }
    )


def slide_of(number: int, item: Item, known_on: pd.Timestamp | None, answer_of: AnswerOf) -> Slide:
    """Answer one slide; a briefing read on an earlier day shows nothing said later."""
    link = item.link
    if known_on is not None:
        own = link.get(ASOF)
        link = link.with_(asof=min(own, f"{known_on:%Y-%m-%d}") if own else f"{known_on:%Y-%m-%d}")
    answer = answer_of(link)
    if answer.known_on is not None and answer.ignored:
        # What the slide asks for was said later: another war's figures must not stand in for it.
        empty = replace(answer, pictures=(), rows=answer.rows.head(0), source_ids=())
        return Slide(number, item, link, empty, not_known_title(answer.known_on))
    row = opened_row(answer, link)
    if row:
        # The row says it all; the view's subtitle belongs to the whole view.
        return Slide(number, item, link, answer, item.title or row_title(answer, row), row=row)
    picture = shown_picture(answer, item)
    title = item.title or (picture.message if picture else "") or answer.title
    subtitle = (picture.measured if picture else "") or answer.subtitle
    return Slide(number, item, link, answer, title, subtitle)


def shown_picture(answer: Answer, item: Item) -> Picture | None:
    """Give the picture that a slide asks for; the first where the view has fewer."""
    if not answer.pictures:
        return None
    return answer.pictures[item.picture - 1 if item.picture <= len(answer.pictures) else 0]


def opened_row(answer: Answer, link: Link) -> str:
    """Give the id of the claim or statement that the link opens; blank for none."""
    if answer.picks not in ("claim", "statement"):
        return ""
    opened = link.get(answer.picks)
    table = answer.data.claims if answer.picks == "claim" else answer.data.statements
    return opened if opened in set(table[f"{answer.picks}_id"]) else ""


def row_title(answer: Answer, row: str) -> str:
    """Give the message of an opened row; words that stand on the slide are not in it too."""
    if answer.picks == "statement":
        return statement_slide_title(answer.data.statements.set_index("statement_id").loc[row])
    return headline(answer, row)


def headline(answer: Answer, row: str = "") -> str:
    """Say what a link shows, in one sentence: the opened row, else the view's finding."""
    if row and answer.picks == "claim":
        return claim_headline(answer.data.claims.set_index("claim_id").loc[row])
    if row:
        return statement_headline(answer.data.statements.set_index("statement_id").loc[row])
    return answer.title
