"""Sentences about two accounts of one meeting."""

import pandas as pd

from components.figures.headlines.topics import topic_words
from components.figures.language_names import language_name
from components.figures.wording import listed, opening, plural

NAMED = 3
"""Topics named one by one."""


def readouts_title(aligned: pd.DataFrame, names: tuple[str, str], sides: list[str]) -> str:
    """Say on how many topics two accounts meet, and what only one of them mentions."""
    if aligned.empty:
        return "No meeting with two published accounts was known on this day"
    both = int((aligned["only"] == "").sum())
    topics_told = plural(len(aligned), "topic")
    title = f"In the passages kept here, the two accounts share {both} of {topics_told}"
    alone = []
    for side, name in zip(sides, names, strict=True):
        topics = [topic_words(topic) for topic in aligned[aligned["only"] == side]["topic"]]
        if topics:
            more = [plural(len(topics) - NAMED, "more topic")] if len(topics) > NAMED else []
            alone.append(f"only {name}'s account mentions {listed([*topics[:NAMED], *more])}")
    return "; ".join([title, *alone])


def readouts_message(aligned: pd.DataFrame, names: tuple[str, str]) -> str:
    """Say on how many topics two accounts meet."""
    if aligned.empty:
        return "No meeting with two published accounts was known on this day"
    both = int((aligned["only"] == "").sum())
    return f"{names[0]}'s and {names[1]}'s accounts share {both} of {plural(len(aligned), 'topic')}"


def passage_credit(said_by: str, translated_from: str) -> str:
    """Say whose words a passage gives, and from which language (its code) we translated it."""
    ours = f"our translation from {language_name(translated_from)}" if translated_from else ""
    return opening("; ".join(filter(None, [said_by, ours])))


def only_mention(name: str) -> str:
    """Say that one side alone mentions a topic, as far as its account is kept."""
    return f"only {name}, in passages kept here"


def readouts_alt(aligned: pd.DataFrame, title: str) -> str:
    """Say what the picture of topics holds."""
    return f"Topics of two accounts, {plural(len(aligned), 'topic')} side by side. {title}."
