"""Casualty claims on one question, side by side: who says what, and how they know."""

from dataclasses import dataclass

import pandas as pd

from components.address import Address
from components.answers.answer import Answer, Column, Picture
from components.answers.casualty_question import Options, read_question
from components.figures.claim_drift import claim_drift
from components.figures.claim_ranges import claim_ranges, legend_note
from components.figures.claims_over_time import claims_over_time, time_note
from components.figures.headlines.claims import (
    claims_alt,
    drift_furthest,
    drift_message,
    drift_sentence,
    gap_ends,
    gap_message,
    gap_sentence,
    narrowed_words,
    no_gap_message,
    no_gap_sentence,
    only_claim,
    over_time_ends,
    over_time_message,
    over_time_sentence,
)
from components.figures.wording import (
    DATA_ROW,
    claim_number,
    day,
    label,
    opening,
    question_words,
)
from data import Dataset
from data.questions.claim_gaps import gap
from data.questions.claims import (
    Question,
    asked_about,
    claims_on,
    drift,
    over_time,
    with_bounds,
)

COLUMNS = (
    Column("claimant", "Claimant"),
    Column("number", "Number"),
    Column("said_on", "Said on", "date"),
    Column("covers_to", "Covers to", "date"),
    Column("counted_how", "Counted how"),
    Column("side", "Stake"),
    Column("part", "Scope"),
    Column("standing", "Status"),
    Column("quoted", "In the words of the source"),
    Column("url", "Source", "link"),
)
CHARTS = ["gap", "time", "drift"]
CLOCKS = ["covers", "said"]
SCALES = ["linear", "log"]
TENFOLD = 10
"""Spread from which an axis by powers of ten is offered."""


@dataclass(frozen=True, kw_only=True)
class Casualties(Answer):
    """Adds the question, what its filters offer, and the claim whose card is open.

    ``chart``, ``clock`` and ``scale``: how it is drawn. ``log_offered``: the spread is wide
    enough for powers of ten. ``spoken``: the claims whose words are shown.
    """

    question: Question
    options: Options
    claim: str
    chart: str
    clock: str
    scale: str
    log_offered: bool
    spoken: pd.DataFrame

    @property
    def stays(self) -> dict[str, str]:
        """The question: a bare link asks the one that most claims answer on that day."""
        asked = ("conflict", "whose", "population", "measure")
        return {name: str(getattr(self.question, name)) for name in asked}


def casualties(address: Address, data: Dataset, known_on: pd.Timestamp | None) -> Casualties:
    """Answer ``/casualties``."""
    chart = address.one("chart", CHARTS, CHARTS[0])
    clock = address.one("clock", CLOCKS, CLOCKS[0])
    scale = address.one("scale", SCALES, SCALES[0])
    claim = address.one("claim", data.claims["claim_id"])
    question, options = read_question(address, data, claim, whole=chart != CHARTS[0])
    counted = question_words(question.whose, question.population, question.measure)
    answers = claims_on(data.claims, question)
    spread = gap(answers)
    drawn = answers[answers["lowest"] > 0]
    low, high = drawn["lowest"].min(), drawn["highest"].max()
    wide = len(drawn) > 0 and bool(high >= TENFOLD * low)
    logarithmic = scale == "log"
    if chart == "time":
        rows = _within(over_time(data.claims, question, clock), question)
        changes = data.method_changes[data.method_changes["series"].isin(rows["series"])]
        changes = changes.sort_values("changed_on", kind="stable")
        figure = claims_over_time(rows, changes, logarithmic=logarithmic)
        title, note = over_time_sentence(rows, counted), time_note(clock, changes)
        message, ends = over_time_message(rows, counted), over_time_ends(rows)
        alt = f"{title}."
    elif chart == "drift":
        rows = drift(with_bounds(asked_about(data.claims, question)))
        figure = claim_drift(rows)
        title = drift_sentence(rows, counted)
        message, ends = drift_message(rows, counted), drift_furthest(rows)
        alt, note = f"{title}.", "Open: as first published. Filled: as published last."
    else:
        rows = answers
        hollow = answers["aside"] | answers["other_period"]
        figure = claim_ranges(answers, hollow, logarithmic=logarithmic, selected=claim)
        title = gap_sentence(spread, counted) if spread else no_gap_sentence(answers, counted)
        message = gap_message(spread, counted) if spread else no_gap_message(answers, counted)
        ends = gap_ends(spread) if spread else only_claim(answers)
        alt, note = claims_alt(answers, spread, counted), legend_note()
    conflict = data.conflicts.set_index("conflict")["name"].get(question.conflict, "")
    narrowed = narrowed_words(question.basis, question.claimants)
    asked = ", ".join(part for part in (conflict.partition(",")[0], narrowed) if part)
    picture = Picture(
        key=f"claims-{chart}",
        figure=figure,
        alt=alt,
        picks="claim",
        note=note,
        message=message,
        measured=opening(": ".join(part for part in (asked, ends) if part)),
    )
    period = f"{day(question.since)} to {day(question.until)}"
    subtitle = f"{conflict} · {counted} · figures for {period}"
    if not options.conflicts:
        title = "No casualty claim was known on this day"
        subtitle = "Each claim appears on the day it was made, none before"
    return Casualties(
        view="casualties",
        data=data,
        known_on=known_on,
        title=title,
        subtitle=subtitle,
        pictures=(picture,),
        rows=with_words(rows, data),
        columns=COLUMNS,
        noun="claim",
        identifier="claim_id",
        picks="claim",
        source_ids=tuple(rows["source_id"]),
        question=question,
        options=options,
        claim=claim,
        chart=chart,
        clock=clock,
        scale=scale,
        log_offered=wide or chart == "time" or logarithmic,
        spoken=_spoken(answers),
    )


def _spoken(answers: pd.DataFrame) -> pd.DataFrame:
    """Choose whose words are shown: each claimant's newest, and what has no number or fell."""
    newest = answers[~answers["aside"]].groupby(["basis", "claimant"])["claim_id"].last()
    said = answers["claim_id"].isin(set(newest))
    return answers[said | answers["lowest"].isna() | (answers["status"] != "stands")]


def _within(rows: pd.DataFrame, question: Question) -> pd.DataFrame:
    return rows[(rows["on"] >= question.since) & (rows["on"] <= question.until)]


def with_words(claims: pd.DataFrame, data: Dataset) -> pd.DataFrame:
    """Add the reader's words for codes, the number as claimed, and the source's address."""
    return claims.assign(
        number=[claim_number(claim) for _, claim in claims.iterrows()],
        counted_how=claims["basis"].map(lambda code: label("basis", code)),
        side=claims["stake"].map(lambda code: label("stake", code)),
        part=claims["scope"].map(lambda code: label("scope", code)),
        quoted=claims["words"].mask(
            claims["source_id"].map(data.sources.set_index("source_id")["kind"]) == "dataset",
            DATA_ROW,
        ),
        standing=claims["status"].map(lambda code: label("claim_status", code)),
        url=claims["source_id"].map(data.sources.set_index("source_id")["url"]),
    )
