"""What leaders said: a timeline, the words, and where they were spoken."""

from dataclasses import dataclass

import pandas as pd

from components.address import Address
from components.answers.answer import Answer, Column, Picture
from components.figures.headlines.statements import statements_title
from components.figures.statement_places import statement_places
from components.figures.statement_timeline import statement_timeline
from components.figures.wording import NO_BOUNDARY_ENDORSEMENT, label, plural
from data import Dataset
from data.questions.statements import (
    countries_of,
    lanes_by_country,
    places_of,
    statements_between,
    topics_of,
)

SHAPES = "data/geo/countries.geojson"
"""Address of the country shapes, relative, so that it survives a base path."""
COLUMNS = (
    Column("said_on", "Said on", "date"),
    Column("speaker", "Speaker"),
    Column("text", "Words"),
    Column("record", "Kind"),
    Column("about", "Topics"),
    Column("occasion", "Occasion"),
    Column("url", "Source", "link"),
)


@dataclass(frozen=True)
class Filters:
    """What the reader asked for; blank lets everything through."""

    speaker: str
    country: str
    topic: str
    words: str
    since: pd.Timestamp
    until: pd.Timestamp
    first: pd.Timestamp
    last: pd.Timestamp


@dataclass(frozen=True, kw_only=True)
class Statements(Answer):
    """Adds the filters and the statement whose card is open."""

    filters: Filters
    statement: str


def statements(address: Address, data: Dataset, known_on: pd.Timestamp | None) -> Statements:
    """Answer ``/statements``."""
    filters = read_filters(address, data)
    statement = address.one("statement", data.statements["statement_id"])
    found = statements_between(
        data.statements,
        filters.since,
        filters.until,
        speaker=filters.speaker,
        country=filters.country,
        topic=filters.topic,
        words=filters.words,
    )
    title = statements_title(found, filters.since, filters.until)
    in_lanes, lanes = lanes_by_country(found, data.countries.set_index("country")["name"])
    pictures = [
        Picture(
            key="timeline",
            figure=statement_timeline(in_lanes, lanes, topics_of(data.statements), statement),
            alt=f"Timeline in {plural(len(lanes), 'lane')}. {title}.",
            picks="statement",
        )
    ]
    places = places_of(found)
    if len(places):
        spoken_in = data.statements.set_index("statement_id")["city"].get(statement, "")
        first = places.iloc[0]
        pictures.append(
            Picture(
                key="places",
                figure=statement_places(places, SHAPES, spoken_in),
                alt=f"Map of {plural(len(places), 'city', 'cities')}; most in {first['city']}: "
                f"{plural(int(first['statements']), 'statement')}.",
                note=f"Where they were said. {NO_BOUNDARY_ENDORSEMENT}",
            )
        )
    return Statements(
        view="statements",
        data=data,
        known_on=known_on,
        title=title,
        subtitle="Each mark is one statement; its colour and shape tell the topic",
        pictures=tuple(pictures),
        rows=with_words(found, data),
        columns=COLUMNS,
        noun="statement",
        identifier="statement_id",
        picks="statement",
        source_ids=tuple(found["source_id"]),
        filters=filters,
        statement=statement,
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


def read_filters(address: Address, data: Dataset) -> Filters:
    """Read the filters from the link; the default period is everything there is."""
    found = data.statements
    first = found["said_on"].min() if len(found) else data.reviewed_on
    last = found["said_on"].max() if len(found) else data.reviewed_on
    since = address.day("from", first, data.reviewed_on) or first
    until = address.day("to", first, data.reviewed_on) or last
    if since > until:
        address.ignore("from", f"{since:%Y-%m-%d}", "is after the end of the period")
        since = first
    return Filters(
        speaker=address.one("speaker", found["speaker"].unique()),
        country=address.one("country", countries_of(found)),
        topic=address.one("topic", topics_of(found)),
        words=address.text("q"),
        since=since,
        until=until,
        first=first,
        last=last,
    )
