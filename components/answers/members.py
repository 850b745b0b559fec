"""Who belongs to the SCO, since when, and by which act."""

from dataclasses import dataclass

import pandas as pd

from components.address import Address
from components.answers.answer import Answer, Column, Picture
from components.figures.headlines.members import members_title
from components.figures.membership_map import membership_map
from components.figures.wording import NO_BOUNDARY_ENDORSEMENT, day, label
from data import Dataset
from data.questions.members import members_on, status_counts, status_history

COLUMNS = (
    Column("name", "State"),
    Column("held_as", "Status"),
    Column("valid_from", "Since", "date"),
    Column("decided_on", "Decided on", "date"),
    Column("instrument", "Instrument"),
    Column("url", "Source", "link"),
)


@dataclass(frozen=True, kw_only=True)
class Members(Answer):
    """Adds the chosen country with its history, and the countries to choose from."""

    country: str
    history: pd.DataFrame
    choices: tuple[str, ...]


def members(address: Address, data: Dataset, known_on: pd.Timestamp | None) -> Members:
    """Answer ``/members``."""
    on = known_on if known_on is not None else data.reviewed_on
    names = data.countries.set_index("country")["name"]
    choices = sorted(set(data.memberships["country"]), key=lambda code: str(names[code]))
    country = address.one("country", choices)
    standing = members_on(data.memberships, on)
    title = members_title(status_counts(standing), on)
    rows = standing.assign(
        name=standing["country"].map(names),
        held_as=standing["status"].map(lambda code: label("status", code)),
        url=standing["source_id"].map(data.sources.set_index("source_id")["url"]),
    )
    history = status_history(data.memberships, country)
    return Members(
        view="members",
        data=data,
        known_on=known_on,
        title=title,
        subtitle=f"Status of each state in the SCO on {day(on)}",
        pictures=(
            Picture(
                key="members-map",
                figure=membership_map(standing, data.countries, country),
                alt=f"Map. {title}",
                picks="country",
                note=NO_BOUNDARY_ENDORSEMENT,
            ),
        ),
        rows=rows,
        columns=COLUMNS,
        noun="state",
        identifier="country",
        picks="country",
        source_ids=(*standing["source_id"], *history["source_id"]),
        country=country,
        history=history,
        choices=tuple(choices),
    )
