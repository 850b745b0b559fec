"""Sentences about what was said."""

from dataclasses import dataclass

import pandas as pd

from components.figures.headlines.topics import topic_words
from components.figures.wording import listed, opening, plural, short_day, shorten


@dataclass(frozen=True)
class Asked:
    """What the reader filters statements by; blank for anything.

    ``country`` is a name, ``topic`` a code.
    """

    speaker: str = ""
    country: str = ""
    topic: str = ""
    words: str = ""

    @property
    def subject(self) -> str:
        """Say what the statements are on and which words they hold; blank or with a space."""
        on = f" on {topic_words(self.topic)}" if self.topic else ""
        return on + (f" with “{shorten(self.words, 40)}”" if self.words else "")

    @property
    def who(self) -> str:
        """Name the speaker, or the state whose speakers they are; blank or with a space."""
        if not self.speaker and not self.country:
            return ""
        return f" by {self.speaker or 'speakers'}{self.side}"

    @property
    def side(self) -> str:
        """Say whom the speakers speak for; blank or with a space."""
        return f" for {self.country}" if self.country else ""


def statements_title(
    rows: pd.DataFrame, since: pd.Timestamp, until: pd.Timestamp, asked: Asked
) -> str:
    """Say what was asked for, how many statements a period holds, and who speaks most."""
    return _found(rows, asked, f" {period_words(since, until)}")


def statements_message(rows: pd.DataFrame, asked: Asked) -> str:
    """Say what was asked for, how many statements were found, and who speaks most."""
    return _found(rows, asked, "")


def _found(rows: pd.DataFrame, asked: Asked, period: str) -> str:
    speakers = rows["speaker"].value_counts()
    if speakers.empty:
        return f"No statement{asked.subject}{asked.who} matches{period}"
    by = asked.who if asked.speaker else f" by {plural(len(speakers), 'speaker')}{asked.side}"
    said = f"{plural(len(rows), 'statement')}{asked.subject}{by}{period}"
    if len(speakers) > 1 and speakers.iloc[0] > speakers.iloc[1]:
        said += f"; most by {speakers.index[0]} ({speakers.iloc[0]})"
    return said


def period_words(since: pd.Timestamp, until: pd.Timestamp) -> str:
    """Name a period: ``from 14 Sep 2022 to 17 Sep 2022``, or the one day it is."""
    if since == until:
        return f"on {short_day(since)}"
    return f"from {short_day(since)} to {short_day(until)}"


def years_message(counts: pd.DataFrame, asked: Asked) -> str:
    """Say in which year most statements were made."""
    if counts.empty or not counts["statements"].any():
        return f"No statement{asked.subject}{asked.who} matches"
    most = counts.loc[counts["statements"].idxmax()]
    total = f"{plural(int(counts['statements'].sum()), 'statement')}{asked.subject}{asked.who}"
    return f"Of {total}, {int(most['statements'])} were made in {most['year']}, the most of a year"


def places_message(places: pd.DataFrame, asked: Asked) -> str:
    """Say in which city most statements were made."""
    if places.empty:
        return f"No statement{asked.subject}{asked.who} with a place matches"
    first = places.iloc[0]
    return (
        f"Statements{asked.subject}{asked.who} in {plural(len(places), 'city', 'cities')}; "
        f"most in {first['city']} ({int(first['statements'])})"
    )


def counted_by(since: pd.Timestamp, until: pd.Timestamp, of_whom: str) -> str:
    """Say what a picture counts that has a bar for each speaker or year."""
    return f"{opening(period_words(since, until))}. Number of statements by {of_whom}"


def timeline_alt(title: str, lanes: list[tuple[str, str]], frame: pd.DataFrame) -> str:
    """Say what the timeline holds: the title, the busiest lanes, wars and summits behind."""
    names = listed([name for _, name in lanes[:3]])
    busiest = f" Busiest first: {names}." if names else ""
    kinds = frame["kind"].value_counts()
    wars, summits = int(kinds.get("war", 0)), int(kinds.get("summit", 0))
    return (
        f"Timeline in {plural(len(lanes), 'lane')}. {title}.{busiest} Behind it "
        f"{plural(wars, 'war')} and {plural(summits, 'summit')}."
    )


def years_alt(counts: pd.DataFrame) -> str:
    """Say how many statements the years hold, and in which year most were made."""
    if counts.empty:
        return "Bars of statements a year: no statement matches."
    most = counts.loc[counts["statements"].idxmax()]
    return (
        f"Bars of statements a year, {counts['year'].iloc[0]} to {counts['year'].iloc[-1]}; "
        f"most in {most['year']}: {plural(int(most['statements']), 'statement')}."
    )


def places_alt(places: pd.DataFrame, journeys: pd.DataFrame) -> str:
    """Say where most was said, and how many journeys led to meetings."""
    made = int(journeys["journeys"].sum()) if len(journeys) else 0
    to = f"{plural(made, 'journey')} of leaders to meetings as arcs"
    if places.empty:
        return f"Map. No statement with a place matches; {to}."
    first = places.iloc[0]
    return (
        f"Map of {plural(len(places), 'city', 'cities')}; most in {first['city']}: "
        f"{plural(int(first['statements']), 'statement')}; {to}."
    )
