"""Sentences about what was said."""

import pandas as pd

from components.figures.wording import listed, plural, short_day


def statements_title(rows: pd.DataFrame, since: pd.Timestamp, until: pd.Timestamp) -> str:
    """Say how many statements by how many speakers a period holds, and who speaks most."""
    period = period_words(since, until)
    if rows.empty:
        return f"No statement matches {period}"
    speakers = rows["speaker"].value_counts()
    title = f"{plural(len(rows), 'statement')} by {plural(len(speakers), 'speaker')} {period}"
    if len(speakers) > 1 and speakers.iloc[0] > speakers.iloc[1]:
        title += f"; most by {speakers.index[0]} ({speakers.iloc[0]})"
    return title


def statements_message(rows: pd.DataFrame) -> str:
    """Say how many statements by how many speakers were found, and who speaks most."""
    speakers = rows["speaker"].value_counts()
    if speakers.empty:
        return "No statement matches"
    said = f"{plural(len(rows), 'statement')} by {plural(len(speakers), 'speaker')}"
    if len(speakers) > 1 and speakers.iloc[0] > speakers.iloc[1]:
        said += f"; most by {speakers.index[0]} ({speakers.iloc[0]})"
    return said


def period_words(since: pd.Timestamp, until: pd.Timestamp) -> str:
    """Name a period: ``from 14 Sep 2022 to 17 Sep 2022``, or the one day it is."""
    if since == until:
        return f"on {short_day(since)}"
    return f"from {short_day(since)} to {short_day(until)}"


def years_message(counts: pd.DataFrame) -> str:
    """Say in which year most statements were made."""
    if counts.empty or not counts["statements"].any():
        return "No statement matches"
    most = counts.loc[counts["statements"].idxmax()]
    total = plural(int(counts["statements"].sum()), "statement")
    return f"Of {total}, {int(most['statements'])} were made in {most['year']}, the most of a year"


def places_message(places: pd.DataFrame) -> str:
    """Say in which city most statements were made."""
    if places.empty:
        return "No statement with a place matches"
    first = places.iloc[0]
    return (
        f"Statements in {plural(len(places), 'city', 'cities')}; most in {first['city']} "
        f"({int(first['statements'])})"
    )


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
