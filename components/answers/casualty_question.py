"""The question that a link asks of the casualty claims, and what can be asked instead."""

from dataclasses import dataclass, replace

import pandas as pd

from components.address import Address
from data import Dataset
from data.questions.claims import (
    BASIS_ORDER,
    Question,
    asked_about,
    choices,
    claimant_slug,
    claims_on,
    default_period,
    within,
)

DEFAULT_CONFLICT = "russia-ukraine-2022"
AFTER = pd.Timedelta(days=31)
"""How far past a linked claim its question looks, to set others beside it."""


@dataclass(frozen=True)
class Options:
    """What the filters offer for the chosen conflict, and their defaults.

    ``counted``: whose, population and measure of each question, most claims first, with the
    number of claims. ``claimants``: code to name of everyone who answers the question in its
    period. ``asked``: claims on the question whenever made.
    """

    conflicts: list[str]
    default_conflict: str
    counted: dict[tuple[str, str, str], int]
    claimants: dict[str, str]
    default: Question
    asked: int


def read_question(
    address: Address, data: Dataset, claim: str, *, whole: bool
) -> tuple[Question, Options]:
    """Read the question from the link; what it leaves open falls to the defaults.

    A link that names a ``claim`` and no question asks that claim's question, at its day. Else
    the default question of a conflict is the one most claims answer.

    Parameters
    ----------
    whole
        By default show the conflict from its first day, and not its newest half year alone.
    """
    known = [c for c in data.conflicts["conflict"] if (data.claims["conflict"] == c).any()]
    if not known:
        return _nothing_known(address, data)
    named = data.claims.set_index("claim_id").loc[claim] if claim else None
    first = DEFAULT_CONFLICT if DEFAULT_CONFLICT in known else known[0]
    default_conflict = str(named["conflict"]) if named is not None else first
    conflict = address.one("conflict", known, default_conflict)
    if named is not None and conflict != named["conflict"]:
        named = None
    found = choices(data.claims, conflict=conflict)
    keys = found[["whose", "population", "measure"]].itertuples(index=False, name=None)
    counted: dict[tuple[str, str, str], int] = dict(zip(keys, found["size"], strict=True))
    default = next(iter(counted))
    own = default if named is None else (named["whose"], named["population"], named["measure"])
    key = _read_counted(address, list(counted), own)
    row = data.conflicts.set_index("conflict").loc[conflict]
    asked = asked_about(data.claims, Question(conflict, *key, row["from"], row["from"]))
    since, newest = default_period(asked, row)
    default_until = newest
    if named is not None and key == own:
        holds = named["covers_to"] if pd.notna(named["covers_to"]) else named["said_on"]
        default_until = newest if holds >= since else min(newest, holds + AFTER)
    until = address.day("to", row["from"], data.reviewed_on) or default_until
    since = row["from"] if whole else max(row["from"], until - (newest - since))
    asked_since = address.day("from", row["from"], data.reviewed_on)
    if asked_since is not None and asked_since > until:
        address.ignore("from", f"{asked_since:%Y-%m-%d}", "is after the end of the period")
        asked_since = None
    basis = tuple(address.several("basis", BASIS_ORDER))
    everyone = within(Question(conflict, *key, asked_since or since, until, basis), row)
    codes = {claimant_slug(name): name for name in sorted(set(asked["claimant"]))}
    chosen = tuple(address.several("claimants", codes))
    heard = {claimant_slug(name) for name in claims_on(data.claims, everyone)["claimant"]}
    offered = {code: name for code, name in codes.items() if code in heard or code in chosen}
    question = replace(everyone, claimants=chosen)
    start = Question(conflict, *default, since, default_until)
    return question, Options(known, first, counted, offered, start, len(asked))


def _read_counted(
    address: Address, counted: list[tuple[str, str, str]], default: tuple[str, str, str]
) -> tuple[str, str, str]:
    """Read whose, population and measure, each within what the ones before leave open.

    What the link leaves open is taken from ``default`` where it fits, else from the question
    most claims answer.
    """
    key: tuple[str, ...] = ()
    for place, name in enumerate(("whose", "population", "measure")):
        fitting = [row for row in counted if row[:place] == key]
        allowed = [row[place] for row in fitting]
        fallback = default[place] if default[place] in allowed else allowed[0]
        key = (*key, address.one(name, allowed, fallback))
    return key[0], key[1], key[2]


def _nothing_known(address: Address, data: Dataset) -> tuple[Question, Options]:
    """Give an empty question where no claim had been made yet."""
    for name in ("conflict", "whose", "population", "measure", "from", "to", "basis", "claimants"):
        address.one(name, [])
    on = data.reviewed_on
    question = Question(DEFAULT_CONFLICT, "all", "all", "killed", on, on)
    return question, Options([], "", {}, {}, question, 0)
