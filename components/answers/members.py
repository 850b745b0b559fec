"""Who belonged to the SCO on a day, since when, and by which act."""

from dataclasses import dataclass

import pandas as pd

from components.address import Address
from components.answers.answer import FIRST_DAY, Answer, Column, Picture
from components.answers.country import CountryPage, country_page
from components.figures.base_map import BORDERS
from components.figures.headlines.members import (
    change_lines,
    members_title,
    steps_alt,
    steps_message,
)
from components.figures.membership_map import membership_map
from components.figures.sco_wording import boundary_note, words_for
from components.figures.status_steps import status_steps
from components.figures.wording import day, label
from data import Dataset
from data.questions.members import (
    applicants_on,
    change_days,
    changes_on,
    counts_over_time,
    member_codes,
    members_on,
    status_counts,
    status_history,
)

COLUMNS = (
    Column("name", "State"),
    Column("held_as", "Status"),
    Column("valid_from", "Since", "date"),
    Column("seeking", "Seeks", "wide"),
    Column("decided_on", "Decided on", "date"),
    Column("instrument", "Instrument", "wide"),
    Column("summit", "At"),
    Column("url", "Source", "link"),
)


@dataclass(frozen=True, kw_only=True)
class Members(Answer):
    """Adds the day it holds for, the days of change, and the chosen country's page.

    ``changes`` are the rows that changed on ``changed_on``, the last day of change up to
    ``on``, told in ``change_lines``.
    """

    on: pd.Timestamp
    default_on: pd.Timestamp
    days: tuple[pd.Timestamp, ...]
    borders: str
    changed_on: pd.Timestamp | None
    changes: pd.DataFrame
    change_lines: tuple[str, ...]
    country: str
    page: CountryPage | None
    choices: tuple[str, ...]


def read_on(address: Address, data: Dataset, known_on: pd.Timestamp | None) -> pd.Timestamp:
    """Read the day a view holds for: ``on``, no later than what is known; else the newest."""
    last = known_on if known_on is not None else data.reviewed_on
    last_is = "the day of knowledge" if known_on is not None else ""
    return address.day("on", FIRST_DAY, last, last_is=last_is) or last


def members(address: Address, data: Dataset, known_on: pd.Timestamp | None) -> Members:
    """Answer ``/members``."""
    last = known_on if known_on is not None else data.reviewed_on
    on = read_on(address, data, known_on)
    borders = address.one("borders", BORDERS, "un")
    names = data.countries.set_index("country")["name"]
    choices = sorted(set(data.memberships["country"]), key=lambda code: str(names[code]))
    country = address.one("country", choices)
    standing = members_on(data.memberships, on)
    applicants = applicants_on(data.accessions, on)
    counts = counts_over_time(data.memberships, last)
    title = members_title(status_counts(standing), on, past=on < last)
    days = tuple(change_days(data.memberships))
    changed_on = max((d for d in days if d <= on), default=None)
    changes = changes_on(data.memberships, changed_on if changed_on is not None else on)
    history = status_history(data.memberships, country)
    page = (
        country_page(data, country, history, on, member_codes(data.memberships, on))
        if country
        else None
    )
    note = boundary_note(data.countries, borders)
    return Members(
        view="members",
        data=data,
        known_on=known_on,
        title=title,
        subtitle=f"Status of each state in the SCO on {day(on)}",
        pictures=(
            Picture(
                key="members-map",
                figure=membership_map(
                    standing, data.countries, country, borders=borders, applicants=applicants
                ),
                alt=f"Map. {title}. {note}",
                picks="country",
                note=note,
            ),
            Picture(
                key="members-steps",
                figure=status_steps(counts, on),
                alt=steps_alt(counts),
                picks="on",
                message=steps_message(counts),
                measured="Number of states by their status; each step is a decision taking effect",
            ),
        ),
        rows=with_words(standing, applicants, data),
        columns=tuple(c for c in COLUMNS if c.name != "seeking" or len(applicants)),
        noun="state",
        identifier="country",
        picks="country",
        source_ids=(
            *standing["source_id"],
            *changes["source_id"],
            *applicants["source_id"],
            *(page.source_ids if page else ()),
        ),
        on=on,
        default_on=last,
        days=days,
        borders=borders,
        changed_on=changed_on,
        changes=changes,
        change_lines=tuple(change_lines(changes, names)),
        country=country,
        page=page,
        choices=tuple(choices),
    )


def with_words(standing: pd.DataFrame, applicants: pd.DataFrame, data: Dataset) -> pd.DataFrame:
    """Add the reader's words for codes, the summit that decided, and the source's address."""
    seeks = applicants.set_index("country")
    seeking = {
        code: f"{label('status', row['seeks'])} ({words_for('stage', row['stage'])})"
        for code, row in seeks.iterrows()
    }
    return standing.assign(
        name=standing["country"].map(data.countries.set_index("country")["name"]),
        held_as=standing["status"].map(lambda code: label("status", code)),
        summit=[_summit(row.decided_on, data.summits) for row in standing.itertuples()],
        seeking=pd.Series(
            [seeking.get(code, "") for code in standing["country"]],
            index=standing.index,
            dtype="str",
        ),
        url=standing["source_id"].map(data.sources.set_index("source_id")["url"]),
    )


def _summit(decided_on: pd.Timestamp, summits: pd.DataFrame) -> str:
    met = summits[(summits["held_from"] <= decided_on) & (summits["held_to"] >= decided_on)]
    return f"{met['city'].iloc[0]} {met['held_to'].iloc[0].year}" if len(met) else ""
