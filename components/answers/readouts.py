"""Two published accounts of one meeting, aligned by topic."""

from dataclasses import dataclass

import pandas as pd

from components.address import Address
from components.answers.answer import Answer, Column, Picture
from components.figures.headlines.readouts import (
    only_mention,
    passage_credit,
    readouts_alt,
    readouts_message,
    readouts_title,
)
from components.figures.readout_topics import readout_topics
from components.figures.wording import day, label
from data import Dataset
from data.questions.readouts import aligned_accounts, meetings_with_accounts

FIRST = "2022-09-15-xi-putin"
"""Meeting shown where the link names none: the one the article is about."""
COLUMNS = (
    Column("about", "Topic"),
    Column("account_of", "Account of"),
    Column("text", "Passage"),
    Column("credit", "Whose words, and who translated"),
    Column("mentioned", "Mentioned by"),
    Column("url", "Source", "link"),
)


@dataclass(frozen=True, kw_only=True)
class Readouts(Answer):
    """Adds the meeting, its two sides and their accounts aligned.

    Attributes
    ----------
    meeting, meetings
        The one shown, blank for none; and those to choose from, with ``sides``.
    sides, names
        Codes and names of the two sides, left and right.
    aligned
        ``questions.readouts.aligned_accounts``.
    """

    meeting: str
    meetings: pd.DataFrame
    sides: tuple[str, ...]
    names: tuple[str, str]
    aligned: pd.DataFrame


def readouts(address: Address, data: Dataset, known_on: pd.Timestamp | None) -> Readouts:
    """Answer ``/readouts``."""
    meetings = meetings_with_accounts(data.readouts, data.meetings)
    ids = list(meetings["meeting_id"])
    default = FIRST if FIRST in ids else ids[0] if ids else ""
    meeting = address.one("meeting", ids, default)
    countries = data.countries.set_index("country")["name"]
    sides: list[str] = []
    subtitle = "Accounts of a meeting are shown once both sides have published one"
    if meeting:
        row = meetings.set_index("meeting_id").loc[meeting]
        sides = list(row["sides"])
        subtitle = f"{meeting_words(row)}: two accounts, topic by topic"
    names = tuple(str(countries[side]) for side in sides) or ("", "")
    aligned = aligned_accounts(data.readouts, meeting, sides)
    title = readouts_title(aligned, (names[0], names[-1]), sides)
    rows = _rows(data, aligned, dict(zip(sides, names, strict=False)))
    return Readouts(
        view="readouts",
        data=data,
        known_on=known_on,
        title=title,
        subtitle=subtitle,
        pictures=(
            Picture(
                key="topics",
                figure=readout_topics(aligned, (names[0], names[-1])),
                alt=readouts_alt(aligned, title),
                note="Filled: mentioned, larger for more passages. Open: not mentioned in the "
                "passages kept here.",
                message=readouts_message(aligned, (names[0], names[-1])),
                measured=f"{subtitle}, in the passages kept here" if meeting else "",
            ),
        ),
        rows=rows,
        columns=COLUMNS,
        noun="passage",
        source_ids=tuple(rows["source_id"]),
        meeting=meeting,
        meetings=meetings,
        sides=tuple(sides),
        names=(names[0], names[-1]),
        aligned=aligned,
    )


def meeting_words(meeting: pd.Series) -> str:
    """Name a meeting: who, where, when."""
    who = " and ".join(meeting["participants"].split(";"))
    place = f", {meeting['city']}" if meeting["city"] else ""
    return f"{who}{place}, {day(meeting['held_from'], meeting['held_on_precision'])}"


def _rows(data: Dataset, aligned: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """List the passages in the order of the alignment, with the reader's words."""
    ids = [i for row in aligned.itertuples() for i in (*row.left, *row.right)]
    rows = data.readouts.set_index("readout_id", drop=False).loc[ids].reset_index(drop=True)
    only = aligned.set_index("topic")["only"]
    printed_in = [data.source_of[source]["language"] for source in rows["source_id"]]
    return rows.assign(
        about=[label("topic", topic) for topic in rows["topic"]],
        credit=[
            passage_credit(said_by, source if source != language else "")
            for said_by, source, language in zip(
                rows["said_by"], printed_in, rows["language"], strict=True
            )
        ],
        account_of=rows["side"].map(names).astype("str"),
        mentioned=[
            only_mention(names[only[topic]]) if only[topic] else "both" for topic in rows["topic"]
        ],
        url=rows["source_id"].map(data.sources.set_index("source_id")["url"]).astype("str"),
    )
