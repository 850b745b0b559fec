"""What a reader asks of the statements, and what can be asked."""

from dataclasses import dataclass

import pandas as pd

from components.address import Address
from data import Dataset
from data.questions.statements import countries_of, topics_of

LANES = ["country", "speaker"]
SHOWN, HIDDEN = "shown", "hidden"


@dataclass(frozen=True)
class Filters:
    """What the reader asked for, blank lets everything through; and what can be asked for.

    ``speakers``, ``countries`` and ``topics`` list the choices, most frequent first.
    """

    speaker: str
    country: str
    topic: str
    words: str
    since: pd.Timestamp
    until: pd.Timestamp
    first: pd.Timestamp
    last: pd.Timestamp
    lanes: str
    claims: str
    speakers: tuple[str, ...]
    countries: tuple[str, ...]
    topics: tuple[str, ...]


def read_filters(address: Address, data: Dataset, known_on: pd.Timestamp | None = None) -> Filters:
    """Read the filters from the link; the default period is everything there is."""
    found = data.statements
    today = data.reviewed_on if known_on is None else known_on
    first = found["said_on"].min() if len(found) else today
    last = found["said_on"].max() if len(found) else today
    since = address.day("from", first, data.reviewed_on) or first
    until = address.day("to", first, data.reviewed_on) or last
    if since > until:
        address.ignore("from", f"{since:%Y-%m-%d}", "is after the end of the period")
        since = first
    speakers = tuple(found["speaker"].value_counts().index)
    countries, topics = tuple(countries_of(found)), tuple(topics_of(found))
    return Filters(
        speaker=address.one("speaker", speakers),
        country=address.one("country", countries),
        topic=address.one("topic", topics),
        words=address.text("q"),
        since=since,
        until=until,
        first=first,
        last=last,
        lanes=address.one("lanes", LANES, LANES[0]),
        claims=address.one("claims", [SHOWN, HIDDEN], HIDDEN),
        speakers=speakers,
        countries=countries,
        topics=topics,
    )
