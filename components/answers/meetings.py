"""Who travelled to whom: leaders' meetings and summits, by year, on a map."""

from dataclasses import dataclass

import pandas as pd

from components.address import Address
from components.answers.answer import Answer, Column, Picture
from components.answers.members import read_on
from components.figures.base_map import BORDERS
from components.figures.deck_ground import SHAPES
from components.figures.headlines.meetings import meetings_title, undrawn_words
from components.figures.meeting_arcs import meeting_arcs
from components.figures.sco_wording import boundary_note, words_for
from components.figures.wording import day
from data import Dataset
from data.questions.meetings import gatherings, journeys, of_country

VIEWS_OF_EARTH = ["flat", "globe"]
ENOUGH = 10
"""Meetings that make a year worth opening with."""
COLUMNS = (
    Column("held_from", "Day", "date"),
    Column("where", "Where"),
    Column("who", "Leaders"),
    Column("what", "Occasion"),
    Column("sort", "Kind"),
    Column("met", "How"),
    Column("url", "Source", "link"),
)


@dataclass(frozen=True, kw_only=True)
class Meetings(Answer):
    """Adds the year, the country, the kind of map, and the meeting whose card is open."""

    on: pd.Timestamp
    year: str
    years: tuple[str, ...]
    default_year: str
    country: str
    choices: tuple[str, ...]
    earth: str
    borders: str
    meeting: str


def meetings(address: Address, data: Dataset, known_on: pd.Timestamp | None) -> Meetings:
    """Answer ``/meetings``."""
    on = read_on(address, data, known_on)
    names = data.countries.set_index("country")["name"]
    every = gatherings(data.meetings, data.summits)
    every = every[every["held_from"] <= on]
    counts = every["held_from"].dt.year.value_counts()
    years = [str(year) for year in sorted(counts.index, reverse=True)]
    busy = [year for year in years if counts[int(year)] >= ENOUGH]
    default_year = (busy or years or ["all"])[0]
    year = address.one("year", ["all", *years], default_year)
    earth = address.one("earth", VIEWS_OF_EARTH, "flat")
    borders = address.one("borders", BORDERS, "un")
    took_part = sorted(set(";".join(data.meetings["countries"]).split(";")) & set(names.index))
    country = address.one("country", took_part)
    meeting = address.one("meeting", every["identifier"])
    rows = every if year == "all" else every[every["held_from"].dt.year == int(year)]
    rows = of_country(rows, country) if country else rows
    travel = journeys(rows, data.countries)
    when = "since 1996" if year == "all" else f"in {year}"
    title = meetings_title(rows, travel, names, when)
    note = boundary_note(data.countries, borders)
    picture = Picture(
        key=f"meetings-{earth}",
        figure=meeting_arcs(rows, travel, names, *SHAPES[borders], view=earth, selected=meeting),
        alt=f"Map of journeys as arcs. {title}. {undrawn_words(rows)} {note}",
        note=" ".join(
            filter(
                None,
                [
                    "An arc runs from a leader's capital (blue) to the place of meeting (red).",
                    undrawn_words(rows),
                    note,
                ],
            )
        ),
    )
    return Meetings(
        view="meetings",
        data=data,
        known_on=known_on,
        title=title,
        subtitle=f"Leaders' meetings and summits held by {day(on)}"
        + (f" in which {names[country]} took part" if country else ""),
        pictures=(picture,),
        rows=with_words(rows, data),
        columns=COLUMNS,
        noun="meeting",
        identifier="identifier",
        picks="meeting",
        source_ids=tuple(rows["source_id"]),
        on=on,
        year=year,
        years=tuple(years),
        default_year=default_year,
        country=country,
        choices=tuple(took_part),
        earth=earth,
        borders=borders,
        meeting=meeting,
    )


def with_words(rows: pd.DataFrame, data: Dataset) -> pd.DataFrame:
    """Add the reader's words for place, leaders and kind, and the source's address."""
    names = data.countries.set_index("country")["name"]
    places = [
        ", ".join(filter(None, [row.city, str(names.get(row.country, ""))]))
        for row in rows.itertuples()
    ]
    leaders = rows["participants"].str.replace(";", ", ")
    return rows.assign(
        where=pd.Series(places, index=rows.index, dtype="str"),
        who=leaders.mask(leaders == "", "not recorded"),
        what=rows["occasion"],
        sort=rows["kind"].map(lambda kind: words_for("meeting_kind", kind)),
        met=rows["format"].map(lambda code: words_for("format", code)),
        url=rows["source_id"].map(data.sources.set_index("source_id")["url"]),
    )
