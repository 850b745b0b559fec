"""Who said what, where and when."""

import re
from dataclasses import dataclass

import pandas as pd

FIRST_UNSPACED = "\u2e80"
"""Chinese and Japanese characters begin here."""


def split_codes(cells: pd.Series) -> pd.Series:
    """Split semicolon-joined codes into lists."""
    return cells.str.split(";")


def holds_code(cells: pd.Series, code: str) -> pd.Series:
    """Say which semicolon-joined cells hold ``code``."""
    return split_codes(cells).map(lambda codes: code in codes).astype(bool)


def statements_between(
    statements: pd.DataFrame,
    since: pd.Timestamp,
    until: pd.Timestamp,
    *,
    speaker: str = "",
    country: str = "",
    topic: str = "",
    words: str = "",
) -> pd.DataFrame:
    """List the statements of a period, newest first; a blank filter lets everything through.

    ``words`` is looked for in the English text and in the original, as ``mentions`` does.
    """
    rows = statements[(statements["said_on"] >= since) & (statements["said_on"] <= until)]
    if speaker:
        rows = rows[rows["speaker"] == speaker]
    if country:
        rows = rows[holds_code(rows["country"], country)]
    if topic:
        rows = rows[holds_code(rows["topics"], topic)]
    if words:
        found = [
            bool(mentions(text, words) or mentions(original, words))
            for text, original in zip(rows["text"], rows["original_text"], strict=True)
        ]
        rows = rows[pd.Series(found, index=rows.index, dtype=bool)]
    return rows.sort_values(["said_on", "statement_id"], ascending=[False, True])


def latest_statements(statements: pd.DataFrame, count: int, shortest: int = 60) -> pd.DataFrame:
    """List the newest statements that are long enough (characters) to stand on their own."""
    long_enough = statements[statements["text"].str.len() >= shortest]
    return long_enough.sort_values(["said_on", "statement_id"], ascending=[False, True]).head(count)


def topics_of(statements: pd.DataFrame) -> list[str]:
    """List the topics that occur, most frequent first."""
    return list(split_codes(statements["topics"]).explode().value_counts().index)


def countries_of(statements: pd.DataFrame) -> list[str]:
    """List the codes that speak, most frequent first."""
    return list(split_codes(statements["country"]).explode().value_counts().index)


def places_of(statements: pd.DataFrame) -> pd.DataFrame:
    """Count statements by city, most first: ``city, lat, lon, statements, speakers``."""
    placed = statements[statements["lat"].notna()]
    groups = placed.groupby("city", as_index=False)
    counted = groups.agg(
        lat=("lat", "first"),
        lon=("lon", "first"),
        statements=("statement_id", "size"),
        speakers=("speaker", lambda names: ", ".join(sorted(set(names)))),
    )
    return counted.sort_values(["statements", "city"], ascending=[False, True])


def mentions(text: str, words: str) -> list[tuple[int, int]]:
    """Find ``words`` as they stand, without regard to case: start and end of each place.

    A letter before them rules a place out (“era” is not in “operation”), except in scripts
    that write words without spaces.
    """
    if not words:
        return []
    opening = r"(?<!\w)" if words[0].isalnum() and words[0] < FIRST_UNSPACED else ""
    return [match.span() for match in re.finditer(opening + re.escape(words), text, re.I)]


@dataclass(frozen=True)
class Neighbours:
    """Ids beside a statement in the order of time; blank where there is none."""

    first: str = ""
    previous: str = ""
    next: str = ""
    last: str = ""
    place: int = 0
    count: int = 0


def neighbours(found: pd.DataFrame, statement_id: str) -> Neighbours:
    """Give the statements before and after one, among those found; ``place`` counts from 1.

    Where it is not among them, or none is chosen, only the first and the last are given.
    """
    order = list(found.sort_values(["said_on", "statement_id"])["statement_id"])
    if not order:
        return Neighbours()
    if statement_id not in order:
        return Neighbours(first=order[0], last=order[-1], count=len(order))
    place = order.index(statement_id)
    return Neighbours(
        first=order[0] if place else "",
        previous=order[place - 1] if place else "",
        next=order[place + 1] if place + 1 < len(order) else "",
        last=order[-1] if place + 1 < len(order) else "",
        place=place + 1,
        count=len(order),
    )


def same_topic(statements: pd.DataFrame, statement: pd.Series) -> tuple[str, str]:
    """Give the same speaker's statements just before and after one on a topic they share."""
    topics = set(statement["topics"].split(";"))
    own = statements[statements["speaker"] == statement["speaker"]]
    shared = split_codes(own["topics"]).map(lambda codes: bool(topics & set(codes))).astype(bool)
    ordered = own[shared].sort_values(["said_on", "statement_id"])
    here = ordered["statement_id"] == statement["statement_id"]
    before = ordered[(ordered["said_on"] < statement["said_on"]) & ~here]
    after = ordered[(ordered["said_on"] > statement["said_on"]) & ~here]
    return (
        str(before["statement_id"].iloc[-1]) if len(before) else "",
        str(after["statement_id"].iloc[0]) if len(after) else "",
    )


def translated_by(statement: pd.Series, source: pd.Series) -> str:
    """Say who put a statement into the language shown; blank where it was not translated."""
    if statement["original_language"] in {"", statement["language"]}:
        return "" if statement["kind"] != "translation" else str(source["publisher"])
    if "our translation" in statement["note"].lower():
        return "this observatory"
    return str(source["publisher"])
