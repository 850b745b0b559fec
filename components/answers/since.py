"""What changed since a day: new, corrected, retracted, superseded, for whoever briefed before."""

from dataclasses import dataclass

import pandas as pd

from components.address import Address
from components.answers.answer import FIRST_DAY, Answer, Column, Picture
from components.figures.counted_bars import counted_bars
from components.figures.headlines.briefing import (
    CHANGE_KINDS,
    CHANGE_WORDS,
    CHANGED_TABLES,
    changes_alt,
    changes_title,
)
from components.figures.palette import CHANGE
from components.figures.wording import DATA_ROW, claim_number, day, label, question_words
from data import Dataset
from data.questions.changes import changes_between
from data.questions.known_on import known_on as rewound

COLOURS = {words: CHANGE[code] for code, words in CHANGE_KINDS.items()}
DEFAULT_SPAN = pd.Timedelta(days=183)
"""How far back the page looks where the link names no day: half a year."""
NEWEST = 300
"""Rows sent to the page: each carries its own words and address, and a change of the day sends
all of them afresh."""
COLUMNS = (
    Column("on", "On", "date"),
    Column("what_changed", "Change"),
    Column("name", "Who"),
    Column("figure", "Figure or status"),
    Column("what", "In the words of the source"),
    Column("url", "Source", "link"),
)


@dataclass(frozen=True, kw_only=True)
class Since(Answer):
    """Adds the day compared with, and the first day it may be."""

    since: pd.Timestamp
    first: pd.Timestamp


def since(address: Address, data: Dataset, known_on: pd.Timestamp | None) -> Since:
    """Answer ``/since``."""
    today = known_on if known_on is not None else data.reviewed_on
    first = min(FIRST_DAY, today)
    then = address.day("since", first, today) or max(today - DEFAULT_SPAN, first)
    rows = with_words(changes_between(rewound(data, then), data), data)
    counts = _counts(rows)
    return Since(
        view="since",
        data=data,
        known_on=known_on,
        title=changes_title(rows, then),
        subtitle=f"What was said or published, and what changed its status, after {day(then)}",
        pictures=(
            Picture(
                key="changes",
                figure=counted_bars(counts, COLOURS, "Nothing changed since that day."),
                alt=changes_alt(counts),
            ),
        ),
        rows=rows,
        columns=COLUMNS,
        noun="change",
        shown_at_most=NEWEST,
        source_ids=tuple(dict.fromkeys(rows["source_id"])),
        since=then,
        first=first,
    )


def _counts(rows: pd.DataFrame) -> pd.DataFrame:
    """Count the changes: a war, or a table of none, a row, most first; a kind a column."""
    kinds = rows["change"].map(CHANGE_KINDS)
    counts = pd.crosstab(rows["subject"], kinds).reindex(columns=list(COLOURS), fill_value=0)
    return counts.loc[counts.sum(axis=1).sort_values(ascending=False, kind="stable").index]


def with_words(rows: pd.DataFrame, data: Dataset) -> pd.DataFrame:
    """Add the reader's words for the change, who it concerns, the figure, and the source."""
    changed = data.claims[data.claims["claim_id"].isin(rows["row_id"])]
    claims = {claim["claim_id"]: claim for claim in changed.to_dict("records")}
    names = data.countries.set_index("country")["name"]
    figures = []
    for row in rows.itertuples():
        if row.table == "claims":
            claim = claims[row.row_id]
            counted = question_words(claim["whose"], claim["population"], claim["measure"])
            figures.append(f"{claim_number(claim)} {counted}")
        else:
            figures.append(label("status", row.what) if row.table == "memberships" else "")
    is_status = rows["table"] == "memberships"
    is_data = rows["source_id"].map(data.sources.set_index("source_id")["kind"]) == "dataset"
    keys = zip(rows["change"], rows["table"], strict=True)
    wars = data.conflicts.set_index("conflict")["name"].to_dict()
    subjects = [
        wars[claims[row.row_id]["conflict"]] if row.table == "claims" else CHANGED_TABLES[row.table]
        for row in rows.itertuples()
    ]
    return rows.assign(
        subject=pd.Series(subjects, index=rows.index, dtype="str"),
        what_changed=[CHANGE_WORDS[key] for key in keys],
        name=rows["who"].where(~is_status, rows["who"].map(names)),
        figure=pd.Series(figures, index=rows.index, dtype="str"),
        what=rows["what"].mask(is_status, "").mask(is_data & ~is_status, DATA_ROW),
        url=rows["source_id"].map(data.sources.set_index("source_id")["url"]),
    )
