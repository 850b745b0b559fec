"""The Samarkand article, checked claim by claim."""

from dataclasses import dataclass

import pandas as pd

from components.address import Address
from components.answers.answer import Answer, Column, Picture
from components.figures.article_findings import article_findings
from components.figures.headlines.article import (
    article_message,
    article_title,
    defined_findings,
    findings_alt,
)
from components.figures.wording import label
from data import Dataset

FINDINGS = [
    "found_in_these_words",
    "found_in_other_words",
    "paraphrase",
    "wording_altered",
    "speaker_swapped",
    "meaning_reversed",
    "one_source_shown_as_two",
    "credited_source_not_found",
    "true_then_changed_since",
]
COLUMNS = (
    Column("position", "No."),
    Column("credited_to", "Credited to"),
    Column("passage", "The article"),
    Column("found", "Finding"),
    Column("record", "The record"),
    Column("record_speaker", "Said by"),
    Column("what_changed", "What differs"),
    Column("url", "Evidence", "link"),
)


@dataclass(frozen=True, kw_only=True)
class Article(Answer):
    """Adds what was asked for: a finding, a voice, a passage; blank for all.

    ``definitions`` are the names of the findings drawn, each with its meaning.
    """

    finding: str
    voice: str
    passage: str
    voices: tuple[str, ...]
    definitions: tuple[tuple[str, str], ...]


def article(address: Address, data: Dataset, known_on: pd.Timestamp | None) -> Article:
    """Answer ``/article``."""
    every = data.article.sort_values("position")
    finding = address.one("finding", FINDINGS)
    voices = tuple(every["credited_to"].unique())
    voice = address.one("voice", voices)
    passage = address.one("passage", every["article_id"])
    rows = every[every["credited_to"] == voice] if voice else every
    counts = rows["finding"].value_counts()
    found = pd.DataFrame(
        [{"finding": code, "passages": int(counts[code])} for code in FINDINGS if code in counts],
        columns=["finding", "passages"],
    )
    shown = rows[rows["finding"] == finding] if finding else rows
    urls = data.sources.set_index("source_id")["url"]
    return Article(
        view="article",
        data=data,
        known_on=known_on,
        title=article_title(rows, finding, voice),
        subtitle="The unsigned article on the Xi–Putin meeting of 15 September 2022, passage by "
        "passage, with what the record says beside it. A finding is no verdict on its author",
        pictures=(
            Picture(
                key="findings",
                figure=article_findings(found, finding),
                alt=findings_alt(found),
                picks="finding",
                note="Click a bar to see its passages.",
                message="" if finding or voice else article_message(rows),
                measured="Passages by finding. The unsigned article on the Xi–Putin meeting of "
                "15 September 2022; a finding is no verdict on its author"
                if len(rows)
                else "",
            ),
        ),
        rows=shown.assign(
            found=shown["finding"].map(lambda code: label("finding", code)),
            url=shown["source_id"].map(urls),
        ),
        columns=COLUMNS,
        noun="passage",
        identifier="article_id",
        picks="passage",
        source_ids=(*shown["source_id"], *filter(None, shown["second_source_id"])),
        finding=finding,
        voice=voice,
        passage=passage,
        voices=voices,
        definitions=tuple(defined_findings(list(found["finding"]))),
    )
