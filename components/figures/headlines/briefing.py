"""Sentences of a briefing: slide titles, source and as-of lines, what a change is called."""

from collections.abc import Iterable

import pandas as pd

from components.figures.wording import (
    QUOTED,
    claim_number,
    day,
    label,
    listed,
    plural,
    question_words,
    shorten,
)

MOST_PUBLISHERS = 4


def briefing_title(name: str, slides: int) -> str:
    """Name a deck and its length."""
    if not slides:
        return "A briefing of your own: put any view on a slide"
    return name or f"A briefing in {plural(slides, 'slide')}"


def ready_decks_line(titles: Iterable[str]) -> str:
    """Name the decks that ship, where a page would name its sources."""
    return f"Ready to present: {'; '.join(titles)}"


def tables_rest_on(sources: pd.DataFrame) -> str:
    """Say how many sources stand behind the tables, where a page would name its own."""
    publishers = plural(sources["publisher"].nunique(), "publisher")
    return (
        f"The rows rest on {plural(len(sources), 'source')} of {publishers}, each with its address"
    )


def claim_headline(claim: pd.Series) -> str:
    """Name a claim as its claimant's: ``X says 9,000 Ukrainian soldiers killed``."""
    counted = question_words(claim["whose"], claim["population"], claim["measure"])
    if claim[["low", "best", "high"]].isna().all():
        return f"{claim['claimant']} on {counted}: number {claim_number(claim)}"
    return f"{claim['claimant']}: {claim_number(claim)} {counted}"


def statement_headline(statement: pd.Series) -> str:
    """Name a statement: who, when, and its first words."""
    said = day(statement["said_on"], statement["said_on_precision"])
    words = shorten(statement["text"], 70)
    quoted = f"“{words}”" if statement["kind"] in QUOTED else words
    return f"{statement['speaker']}, {said}: {quoted}"


def statement_slide_title(statement: pd.Series) -> str:
    """Name who spoke, when and where; the slide itself holds the words."""
    said = day(statement["said_on"], statement["said_on_precision"])
    return ", ".join(part for part in (statement["speaker"], statement["city"], said) if part)


def statement_who(statement: pd.Series) -> str:
    """Say who spoke, in which office, when, on which occasion, and what kind of record it is."""
    said = day(statement["said_on"], statement["said_on_precision"])
    parts = [statement["speaker"], statement["office"], said, statement["occasion"]]
    return " · ".join([p for p in parts if p] + [label("kind", statement["kind"])])


def source_line(sources: pd.DataFrame, longest: int = 240) -> str:
    """Name the publishers that a slide rests on, the most used first, at most four.

    As many are named, each in whole, as ``longest`` letters hold, at least one; how many more
    there are is always said. Only a name that no line holds alone is cut, at a word's end.
    """
    if sources.empty:
        return "Source: none, nothing is shown"
    names = list(sources["publisher"].value_counts(sort=True).index)
    word = "Source" if len(names) == 1 else "Sources"
    for most in range(min(len(names), MOST_PUBLISHERS), 0, -1):
        more = f"; and {len(names) - most:,} more" if len(names) > most else ""
        line = f"{word}: {'; '.join(names[:most])}{more}"
        if len(line) <= longest:
            return line
    # Room for the ellipsis, too.
    room = max(longest - len(f"{word}: {more}") - 1, 1)
    return f"{word}: {shorten(names[0], room)}{more}"


def as_of_line(
    known_on: pd.Timestamp | None, reviewed_on: pd.Timestamp, overridden: pd.Timestamp | None = None
) -> str:
    """Say on which day what is shown was known; ``overridden`` is a slide's own, later day."""
    if known_on is None:
        return f"Known on {day(reviewed_on)}, the day of the last review"
    if overridden is not None:
        own = day(overridden)
        return f"Known on {day(known_on)}, the day of the whole deck, not on the slide's own, {own}"
    return f"Known on {day(known_on)}; nothing said later is shown"


def overridden_words(numbers: list[int], known_on: pd.Timestamp | None) -> str:
    """Say which slides name a later day than the whole deck; blank for none."""
    if not numbers or known_on is None:
        return ""
    which = f"slide{'s' if len(numbers) > 1 else ''} {listed([str(n) for n in numbers])}"
    names = "name" if len(numbers) > 1 else "names"
    return f". All of it is read on {day(known_on)}, although {which} {names} a later day"


def changes_title(rows: pd.DataFrame, since: pd.Timestamp) -> str:
    """Count what is new and what changed since a day."""
    if rows.empty:
        return f"Nothing changed since {day(since)}"
    new = rows[rows["change"] == "new"]["table"].value_counts()
    parts = [
        plural(int(new.get("claims", 0)), "new claim"),
        plural(int(new.get("statements", 0)), "new statement"),
    ]
    for code, words in {
        "corrected": "corrected",
        "retracted": "retracted",
        "superseded": "superseded",
    }.items():
        count = int((rows["change"] == code).sum())
        parts += [f"{plural(count, 'claim')} {words}"] if count else []
    status = int((rows["table"] == "memberships").sum())
    parts += [plural(status, "change of status", "changes of status")] if status else []
    return f"Since {day(since)}: {', '.join(parts)}"


CHANGE_WORDS = {
    ("new", "claims"): "New claim",
    ("new", "statements"): "New statement",
    ("corrected", "claims"): "Claim corrected by the claimant",
    ("retracted", "claims"): "Claim retracted by the claimant",
    ("superseded", "claims"): "Claim superseded by a later figure",
    ("began", "memberships"): "Status began",
    ("ended", "memberships"): "Status ended",
}


CHANGE_KINDS = {
    "new": "New",
    "corrected": "Corrected",
    "retracted": "Retracted",
    "superseded": "Superseded",
    "began": "Began",
    "ended": "Ended",
}
CHANGED_TABLES = {"statements": "Statements", "memberships": "Statuses in the SCO"}
"""What a change is counted under that is of no war."""


def changes_alt(counts: pd.DataFrame) -> str:
    """List what changed where: every subject with its kinds of change."""
    if counts.empty:
        return "Bars of changes: nothing changed."
    lines = [
        f"{subject}: {listed([f'{int(n)} {str(kind).lower()}' for kind, n in row.items() if n])}"
        for subject, row in counts.iterrows()
    ]
    return f"Bars of changes by war and kind. {'; '.join(lines)}."


def not_known_title(known_on: pd.Timestamp) -> str:
    """Say that what a slide asks for had not been said by the day of knowledge."""
    return f"Not known on {day(known_on)}: what this slide shows was said or published later"
