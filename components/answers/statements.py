"""What leaders said: a timeline, the words, and where they were spoken."""

from dataclasses import dataclass

import pandas as pd

from components.address import Address
from components.answers.answer import Answer, Column, Picture
from components.answers.statement_filters import SHOWN, Filters, read_filters
from components.figures.deck_ground import SHAPES
from components.figures.headlines.statements import (
    Asked,
    period_words,
    places_alt,
    places_message,
    statements_message,
    statements_title,
    timeline_alt,
    years_alt,
    years_message,
)
from components.figures.sco_wording import UN_BOUNDARIES
from components.figures.statement_places import statement_places
from components.figures.statement_timeline import CLAIMS, statement_timeline
from components.figures.statement_years import statement_years
from components.figures.timeline import Timeline
from components.figures.wording import label, opening
from data import Dataset
from data.questions.statements import (
    Neighbours,
    neighbours,
    places_of,
    statements_between,
)
from data.questions.timeline import Laid, counts_by_year, frame_of, in_lanes, laid_out
from data.questions.travel import travel

COLUMNS = (
    Column("said_on", "Said on", "date"),
    Column("speaker", "Speaker"),
    Column("text", "Words"),
    Column("record", "Kind"),
    Column("about", "Topics"),
    Column("occasion", "Occasion"),
    Column("url", "Source", "link"),
)
CLAIM_SLOTS = 13
"""Slots of the lane of claims: they are so many that a count of three digits is common, and
needs more of a phone's width than one of statements."""


@dataclass(frozen=True, kw_only=True)
class Statements(Answer):
    """Adds what goes with the timeline.

    Attributes
    ----------
    filters, statement, claim
        What was asked for, and whose cards are open; blank for none.
    keys
        Whether single letters step through the statements.
    beside
        The statements before and after the open one, among those found.
    places, journeys
        What the map shows, as rows.
    """

    filters: Filters
    statement: str
    claim: str
    keys: bool
    beside: Neighbours
    places: pd.DataFrame
    journeys: pd.DataFrame


def statements(address: Address, data: Dataset, known_on: pd.Timestamp | None) -> Statements:
    """Answer ``/statements``."""
    filters = read_filters(address, data, known_on)
    statement = address.one("statement", data.statements["statement_id"])
    claim = address.one("claim", data.claims["claim_id"])
    period = filters.since, filters.until
    by = {
        "speaker": filters.speaker,
        "country": filters.country,
        "topic": filters.topic,
        "words": filters.words,
    }
    found = statements_between(data.statements, *period, **by)
    always = statements_between(data.statements, filters.first, filters.last, **by)
    names = data.countries.set_index("country")["name"]
    asked = Asked(**{**by, "country": str(names.get(filters.country, filters.country))})
    title = statements_title(found, *period, asked)
    if data.statements.empty:
        title = "No statement was known on this day"
    places = places_of(found)
    narrowed = filters.speaker or filters.topic or filters.words
    journeys = travel(
        data.meetings,
        data.countries,
        *period,
        country=filters.country,
        people=[*found["speaker"].unique(), ""] if narrowed else [],
    )
    return Statements(
        view="statements",
        data=data,
        known_on=known_on,
        title=title,
        subtitle=_subtitle(data, found),
        pictures=(
            _timeline(data, found, filters, statement, title, statements_message(found, asked)),
            _years(always, filters, years_message(counts_by_year(always), asked)),
            _map(data, places, journeys, statement, places_message(places, asked)),
        ),
        rows=with_words(found, data),
        columns=COLUMNS,
        noun="statement",
        identifier="statement_id",
        picks="statement",
        source_ids=tuple(found["source_id"]),
        filters=filters,
        statement=statement,
        claim=claim,
        keys=address.one("keys", ["on", "off"], "on") == "on",
        beside=neighbours(found, statement),
        places=places,
        journeys=journeys,
    )


MARKS = "Each mark is one statement, each number several; colour and shape tell the topic"


def _subtitle(data: Dataset, found: pd.DataFrame) -> str:
    if data.statements.empty:
        return "Each statement appears on the day it was made, none before"
    return MARKS if len(found) else "A longer period, or fewer words, may find some"


def _timeline(
    data: Dataset,
    found: pd.DataFrame,
    filters: Filters,
    statement: str,
    title: str,
    message: str,
) -> Picture:
    period = filters.since, filters.until
    names = data.countries.set_index("country")["name"]
    sorted_in, lanes = in_lanes(found, filters.lanes, names)
    frame = frame_of(data.conflicts, data.summits, *period)
    laid = laid_out(sorted_in, "statement_id", *period)
    claims = _claims(data, filters) if filters.claims == SHOWN else None
    return Picture(
        key="timeline",
        figure=statement_timeline(
            Timeline(laid, lanes, list(filters.topics), period, frame),
            lane_is=filters.lanes,
            selected=statement,
            claims=claims,
        ),
        alt=timeline_alt(title, lanes, frame),
        picks="statement",
        note="Shaded in red: wars; in grey: SCO summits. A number stands for several statements "
        "in one span: click it to look closer.",
        message=message if len(data.statements) else title,
        measured=f"{opening(period_words(*period))}. {MARKS}"
        if len(found)
        else opening(period_words(*period)),
    )


def _claims(data: Dataset, filters: Filters) -> Laid:
    rows = data.claims
    rows = rows[(rows["said_on"] >= filters.since) & (rows["said_on"] <= filters.until)]
    if filters.country:
        rows = rows[rows["claimant_country"] == filters.country]
    lane = rows.assign(lane=CLAIMS)
    return laid_out(lane, "claim_id", filters.since, filters.until, CLAIM_SLOTS)


def _years(always: pd.DataFrame, filters: Filters, message: str) -> Picture:
    counts = counts_by_year(always)
    return Picture(
        key="years",
        figure=statement_years(counts, (filters.since, filters.until)),
        alt=years_alt(counts),
        picks="from",
        note="Statements a year. Drag over the years to look closer.",
        message=message,
        measured="Statements a year, in all that is kept here",
    )


def _map(
    data: Dataset, places: pd.DataFrame, journeys: pd.DataFrame, statement: str, message: str
) -> Picture:
    spoken_in = data.statements.set_index("statement_id")["city"].get(statement, "")
    return Picture(
        key="places",
        figure=statement_places(places, *SHAPES["un"], spoken_in, journeys),
        alt=places_alt(places, journeys),
        note="Discs: statements made in a city. Arcs: journeys of these leaders from their capital "
        f"to a summit or meeting in the same period. {UN_BOUNDARIES}.",
        message=message,
        measured="Where statements were made, and leaders' journeys to meetings in the period",
    )


def with_words(found: pd.DataFrame, data: Dataset) -> pd.DataFrame:
    """Add the reader's words for codes, and the source's address."""
    return found.assign(
        record=found["kind"].map(lambda code: label("kind", code)),
        about=found["topics"].map(
            lambda cell: ", ".join(label("topic", topic) for topic in cell.split(";"))
        ),
        url=found["source_id"].map(data.sources.set_index("source_id")["url"]),
    )
