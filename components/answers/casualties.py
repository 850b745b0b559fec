"""Casualty claims on one question, side by side: who says what, and how they know."""

from dataclasses import dataclass

import pandas as pd

from components.address import Address
from components.answers.answer import Answer, Column, Picture
from components.figures.claim_ranges import claim_ranges, legend_note
from components.figures.headlines.claims import claims_alt, gap_sentence, no_gap_sentence
from components.figures.wording import claim_number, day, label, question_words
from data import Dataset
from data.questions.claims import (
    BASIS_ORDER,
    Question,
    choices,
    claims_on,
    covers_another_period,
    default_period,
    gap,
)

DEFAULT_CONFLICT = "russia-ukraine-2022"
COLUMNS = (
    Column("claimant", "Claimant"),
    Column("number", "Number"),
    Column("said_on", "Said on", "date"),
    Column("covers_to", "Covers to", "date"),
    Column("counted_how", "Counted how"),
    Column("side", "Stake"),
    Column("part", "Scope"),
    Column("standing", "Status"),
    Column("words", "In the words of the source"),
    Column("url", "Source", "link"),
)


@dataclass(frozen=True)
class Options:
    """What the filters offer for the chosen conflict, and their defaults."""

    conflicts: list[str]
    default_conflict: str
    counted: list[tuple[str, str, str]]
    default: Question


@dataclass(frozen=True, kw_only=True)
class Casualties(Answer):
    """Adds the question, what its filters offer, and the claim whose card is open."""

    question: Question
    options: Options
    claim: str


def casualties(address: Address, data: Dataset, known_on: pd.Timestamp | None) -> Casualties:
    """Answer ``/casualties``."""
    question, options = read_question(address, data)
    claim = address.one("claim", data.claims["claim_id"])
    answers = claims_on(data.claims, question)
    spread = gap(answers)
    counted = question_words(question.whose, question.population, question.measure)
    conflict = data.conflicts.set_index("conflict")["name"].get(question.conflict, "")
    hollow = answers["aside"] | covers_another_period(answers, question.until)
    return Casualties(
        view="casualties",
        data=data,
        known_on=known_on,
        title=gap_sentence(spread, counted) if spread else no_gap_sentence(answers, counted),
        subtitle=f"{conflict} · figures that hold for {day(question.since)} "
        f"to {day(question.until)}",
        pictures=(
            Picture(
                key="claims",
                figure=claim_ranges(answers, hollow),
                alt=claims_alt(answers, spread, counted),
                picks="claim",
                note=legend_note(),
            ),
        ),
        rows=with_words(answers, data),
        columns=COLUMNS,
        noun="claim",
        identifier="claim_id",
        picks="claim",
        source_ids=tuple(answers["source_id"]),
        question=question,
        options=options,
        claim=claim,
    )


def with_words(claims: pd.DataFrame, data: Dataset) -> pd.DataFrame:
    """Add the reader's words for codes, the number as claimed, and the source's address."""
    return claims.assign(
        number=[claim_number(claim) for _, claim in claims.iterrows()],
        counted_how=claims["basis"].map(lambda code: label("basis", code)),
        side=claims["stake"].map(lambda code: label("stake", code)),
        part=claims["scope"].map(lambda code: label("scope", code)),
        standing=claims["status"].map(lambda code: label("claim_status", code)),
        url=claims["source_id"].map(data.sources.set_index("source_id")["url"]),
    )


def read_question(address: Address, data: Dataset) -> tuple[Question, Options]:
    """Read the question from the link; what it leaves open falls to the defaults.

    The default question of a conflict is the one most claims answer.
    """
    known = [c for c in data.conflicts["conflict"] if (data.claims["conflict"] == c).any()]
    if not known:
        return _nothing_known(address, data)
    first = DEFAULT_CONFLICT if DEFAULT_CONFLICT in known else known[0]
    conflict = address.one("conflict", known, first)
    found = choices(data.claims, conflict=conflict)[["whose", "population", "measure"]]
    counted = list(found.itertuples(index=False, name=None))
    default: tuple[str, str, str] = counted[0]
    whose = address.one("whose", [row[0] for row in counted], default[0])
    fitting = [row for row in counted if row[0] == whose]
    population = address.one("population", [row[1] for row in fitting], fitting[0][1])
    fitting = [row for row in fitting if row[1] == population]
    measure = address.one("measure", [row[2] for row in fitting], fitting[0][2])
    start, since, newest = default_period(data.claims, data.conflicts, conflict)
    until = address.day("to", start, data.reviewed_on) or newest
    since = max(start, until - (newest - since))
    asked_since = address.day("from", start, data.reviewed_on)
    if asked_since is not None and asked_since > until:
        address.ignore("from", f"{asked_since:%Y-%m-%d}", "is after the end of the period")
        asked_since = None
    basis = tuple(address.several("basis", BASIS_ORDER))
    question = Question(conflict, whose, population, measure, asked_since or since, until, basis)
    return question, Options(known, first, counted, Question(conflict, *default, since, newest))


def _nothing_known(address: Address, data: Dataset) -> tuple[Question, Options]:
    """Give an empty question where no claim had been made yet."""
    for name in ("conflict", "whose", "population", "measure", "from", "to", "basis"):
        address.one(name, [])
    on = data.reviewed_on
    question = Question(DEFAULT_CONFLICT, "all", "all", "killed", on, on)
    return question, Options([], "", [], question)
