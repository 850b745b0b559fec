"""Sentences about how states voted."""

import pandas as pd

from components.figures.sco_wording import words_for
from components.figures.wording import day, listed, plural
from data.questions.votes import VOTES

COUNTED = {
    "no": "against",
    "abstain": "abstained",
    "not_voting": "did not vote",
    "yes": "in favour",
}


def roll_title(roll: pd.DataFrame, resolution: str, adopted_on: pd.Timestamp, who: str) -> str:
    """Say how ``who`` voted on one resolution: ``2 against, 7 abstained, 1 did not vote``."""
    counts = roll["vote"].value_counts()
    parts = [f"{counts[vote]} {words}" for vote, words in COUNTED.items() if counts.get(vote)]
    unknown = int((roll["vote"] == "").sum())
    parts += [f"{unknown} not named by any source"] if unknown else []
    said = listed(parts) or "no vote is known"
    return f"{resolution}, {day(adopted_on)}: of {plural(len(roll), who)}, {said}"


def votes_message(matrix: pd.DataFrame, who: str) -> str:
    """Count the votes of every kind that a set of states cast."""
    counts = pd.Series(matrix.to_numpy().ravel(), dtype="str").value_counts()
    said = listed([f"{counts[vote]} {words}" for vote, words in TIMES.items() if counts.get(vote)])
    if not said:
        return "No vote was known on this day"
    return f"{plural(len(matrix), 'resolution')} on Ukraine, {who}: {said}"


def unnamed_votes(matrix: pd.DataFrame) -> str:
    """Say how many votes no source names; blank for none."""
    unnamed = int((matrix == "").to_numpy().sum())
    return f"; {plural(unnamed, 'vote')} unknown" if unnamed else ""


TIMES = {
    "no": "votes against",
    "abstain": "abstentions",
    "not_voting": "not voting",
    "yes": "in favour",
}
"""How a count of many votes calls each kind."""


def agreement_message(pairs: pd.DataFrame, names: pd.Series) -> str:
    """Say in short which two states voted alike most and least often."""
    known = pairs[pairs["compared"] > 0]
    if known.empty:
        return "No vote was known on this day"
    share = known["alike"] / known["compared"]
    most, least = known[share == share.max()], known[share == share.min()]
    return f"Most alike: {_pairs(most, names, 1)}; least: {_pairs(least, names, 1)}"


def agreement_title(pairs: pd.DataFrame, names: pd.Series, resolutions: int) -> str:
    """Say which two states voted alike most and least often."""
    known = pairs[pairs["compared"] > 0]
    if known.empty:
        return "No vote was known on this day"
    share = known["alike"] / known["compared"]
    most, least = known[share == share.max()], known[share == share.min()]
    return (
        f"{plural(resolutions, 'resolution')} on Ukraine: {_pairs(most, names)} voted alike most "
        f"often; {_pairs(least, names)} least often"
    )


def _pairs(rows: pd.DataFrame, names: pd.Series, most: int = 2) -> str:
    """Name the first pairs with their counts, and how many more share the place."""
    said = [
        f"{names[row.a]} and {names[row.b]} ({row.alike} of {row.compared})"
        for row in rows.head(most).itertuples()
    ]
    more = len(rows) - len(said)
    and_more = f" and {plural(more, 'more pair')}" if more else ""
    return f"{', '.join(said)}{and_more}"


def cast_words(votes: pd.Series) -> str:
    """Count one state's votes of each kind: ``in favour 3, abstained 7``."""
    counts = votes.value_counts()
    cast = [
        f"{words_for('vote', vote).lower()} {counts[vote]}"
        for vote in (*VOTES, "")
        if counts.get(vote)
    ]
    return ", ".join(cast)


def matrix_alt(matrix: pd.DataFrame, names: pd.Series) -> str:
    """Tell the matrix in words: each state's number of votes of each kind."""
    lines = []
    for code in matrix.columns:
        lines.append(f"{names[code]}: {cast_words(matrix[code])}")
    return f"Votes on {plural(len(matrix), 'resolution')}. {'; '.join(lines)}."
