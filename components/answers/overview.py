"""What the SCO is today, how far casualty claims lie apart, and what leaders said last."""

from dataclasses import dataclass

import pandas as pd

from components.address import Address
from components.answers.answer import Answer, Picture
from components.figures.base_map import BORDERS
from components.figures.claim_ranges import claim_ranges
from components.figures.headlines.claims import (
    claims_alt,
    gap_ends,
    gap_message,
    gap_sentence,
)
from components.figures.headlines.members import members_title
from components.figures.membership_map import membership_map
from components.figures.sco_wording import boundary_note
from components.figures.wording import opening, question_words
from data import Dataset
from data.questions.claim_gaps import gap
from data.questions.claims import claims_on, default_question
from data.questions.members import members_on, status_counts
from data.questions.statements import latest_statements

LATEST = 4
"""Statements shown on the overview."""


@dataclass(frozen=True, kw_only=True)
class Overview(Answer):
    """Adds the counts by status, what is chosen, the gap in a sentence, the latest statements."""

    counts: dict[str, int]
    country: str
    claim: str
    gap_sentence: str
    latest: pd.DataFrame


def overview(address: Address, data: Dataset, known_on: pd.Timestamp | None) -> Overview:
    """Answer ``/``."""
    on = known_on if known_on is not None else data.reviewed_on
    country = address.one("country", data.countries["country"])
    claim = address.one("claim", data.claims["claim_id"])
    borders = address.one("borders", BORDERS, "un")
    note = boundary_note(data.countries, borders)
    standing = members_on(data.memberships, on)
    counts = status_counts(standing)
    title = members_title(counts, on)
    pictures = [
        Picture(
            key="overview-map",
            figure=membership_map(standing, data.countries, country, borders=borders),
            alt=f"Map. {title}. {note}",
            picks="country",
            note=note,
        )
    ]
    question = default_question(data.claims, data.conflicts)
    sentence, cited = "", pd.Series(dtype=str)
    if question is not None:
        answers = claims_on(data.claims, question)
        spread = gap(answers)
        if spread is not None:
            counted = question_words(question.whose, question.population, question.measure)
            sentence = gap_sentence(spread, counted)
            drawn = answers[answers["latest"]]
            cited = drawn["source_id"]
            pictures.append(
                Picture(
                    key="overview-claims",
                    figure=claim_ranges(drawn, drawn["aside"]),
                    alt=claims_alt(drawn, spread, counted),
                    picks="claim",
                    message=gap_message(spread, counted),
                    measured=opening(gap_ends(spread)),
                )
            )
    latest = latest_statements(data.statements, LATEST)
    return Overview(
        view="",
        data=data,
        known_on=known_on,
        title=title,
        subtitle="What the organisation is, what is contested, what was said",
        pictures=tuple(pictures),
        rows=standing,
        source_ids=(*standing["source_id"], *cited, *latest["source_id"]),
        counts=counts,
        country=country,
        claim=claim,
        gap_sentence=sentence,
        latest=latest,
    )
