"""Who says so: the claimant, the day and the page behind what a slide shows."""

from dataclasses import dataclass

import pandas as pd

from components.answers.answer import Answer
from components.answers.briefing import Slide
from components.exports.slides.bars import how_to_read as range_words
from components.exports.slides.bodies import Body, RangeBody
from components.exports.slides.reading import picture_of
from components.exports.slides.still_note import still_note
from components.exports.slides.whereabouts import address_words
from components.figures.headlines.briefing import as_of_line, source_line
from components.figures.source_names import source_name
from components.figures.wording import claim_number, day, label, shorten
from data.questions.passages import title_language

MOST_IN_NOTES = 12
"""Lines of evidence that fit a page of notes; the data file holds them all."""


@dataclass(frozen=True)
class Evidence:
    """One line of an answer to “says who?”: who and what, the page, and its address.

    ``language`` is that of the page's title, ISO 639-1.
    """

    who: str
    source: str
    url: str
    language: str


def evidence_of(slide: Slide, body: Body) -> list[Evidence]:
    """List what stands behind a slide, in the order shown; each row once."""
    data = slide.answer.data
    sources = data.sources.set_index("source_id")
    found = []
    for who, source_id in _rows(slide, body):
        if source_id in sources.index:
            source = sources.loc[source_id]
            published = source["published_on"]
            when = f", {day(published)}" if pd.notna(published) else ""
            page = f"{source_name(source)}{when}"
            found.append(Evidence(who, page, str(source["url"]), title_language(source)))
    return list(dict.fromkeys(found))


def _rows(slide: Slide, body: Body) -> list[tuple[str, str]]:
    answer = slide.answer
    claims = answer.data.claims
    if isinstance(body, RangeBody):
        shown = claims.set_index("claim_id").loc[[bar.claim_id for bar in body.bars]]
        return [(claim_words(row), row["source_id"]) for _, row in shown.iterrows()]
    if slide.row and answer.picks == "claim":
        row = claims.set_index("claim_id").loc[slide.row]
        also = answer.data.claim_sources
        further = also[(also["claim_id"] == slide.row) & (also["relation"] == "reports")]
        return [
            (claim_words(row), row["source_id"]),
            *(("Also reported in", source_id) for source_id in further["source_id"]),
        ]
    rows = answer.rows
    if slide.row:
        statements = answer.data.statements
        rows = statements[statements["statement_id"] == slide.row]
    if "source_id" not in rows:
        return [("", source_id) for source_id in answer.source_ids]
    return [(row_words(answer, row), row["source_id"]) for _, row in rows.iterrows()]


def claim_words(claim: pd.Series) -> str:
    """Say a claim in a line: claimant, number, day, basis."""
    said = day(claim["said_on"], claim["said_on_precision"])
    return (
        f"{claim['claimant']}: {claim_number(claim)}; said {said}; {label('basis', claim['basis'])}"
    )


def row_words(answer: Answer, row: pd.Series) -> str:
    """Say any row in a line: its speaker and day, else the first columns of the view's table."""
    if "speaker" in row:
        return f"{row['speaker']}, {day(row['said_on'], row['said_on_precision'])}"
    shown = [row[c.name] for c in answer.columns if c.kind != "link" and c.name in row][:3]
    parts = [
        f"{v:%Y-%m-%d}" if isinstance(v, pd.Timestamp) else shorten(str(v), 60)
        for v in shown
        if pd.api.types.is_scalar(v) and pd.notna(v) and str(v)
    ]
    return ", ".join(parts)


def slide_source_line(slide: Slide, body: Body, longest: int = 240) -> str:
    """Name the publishers behind what the slide shows, as many as ``longest`` letters hold.

    What rests on no publisher says what else it rests on.
    """
    data = slide.answer.data
    if slide.answer.rests_on:
        return slide.answer.rests_on
    ids = [source_id for _, source_id in _rows(slide, body)]
    return source_line(data.sources.set_index("source_id").reindex(ids).dropna(how="all"), longest)


def slide_as_of(slide: Slide) -> str:
    """Say on which day the slide's content was known, and from which version of the data."""
    data = slide.answer.data
    known = as_of_line(slide.answer.known_on, data.reviewed_on, slide.overridden)
    return f"{known} · data version {data.version}"


def notes_of(slide: Slide, body: Body, base_url: str, how_to_read: str | None = None) -> str:
    """Write a presenter's notes: the finding, who says so, the link, and the day.

    ``how_to_read`` explains the marks drawn, where they are not those of a page.
    """
    answer = slide.answer
    explained = (
        _explained(slide, body) if how_to_read is None else [how_to_read] if how_to_read else []
    )
    explained += [
        f"Ignored in the link: {part.name}={shorten(part.value, 60)} {part.why}."
        for part in answer.ignored
    ]
    lines = [slide.title, slide.subtitle, *explained]
    found = evidence_of(slide, body)
    if found:
        lines += ["", "Says who?"]
        lines += [
            f"• {e.who}{' — ' if e.who else ''}{noted_source(e)} <{e.url}>"
            for e in found[:MOST_IN_NOTES]
        ]
    if len(found) > MOST_IN_NOTES:
        lines.append(f"• and {len(found) - MOST_IN_NOTES} more in the data file (SOURCES.md)")
    reviewed = answer.data.reviewed_on
    known = answer.known_on if answer.known_on is not None else reviewed
    lines += [
        "",
        f"Link: {address_words(slide, base_url)}",
        f"Known on: {known:%Y-%m-%d}. SCO Observatory, data version {answer.data.version}, "
        f"last reviewed {reviewed:%Y-%m-%d}. CC BY 4.0; sources under their own terms.",
    ]
    return "\n".join(lines)


def noted_source(evidence: Evidence) -> str:
    """Name the page of a line of evidence as notes do."""
    return shorten(evidence.source, 120)


def _explained(slide: Slide, body: Body) -> list[str]:
    """Say how to read what the slide shows, what it leaves out, and what curators noted."""
    if slide.row:
        table = slide.answer.data.claims if slide.answer.picks == "claim" else None
        rows = slide.answer.data.statements if table is None else table
        noted = rows.loc[rows[f"{slide.answer.picks}_id"] == slide.row, "note"]
        return [str(note) for note in noted if pd.notna(note) and note]
    if isinstance(body, RangeBody):
        return [part for part in (range_words(body), body.why) if part]
    note = still_note(picture_of(slide))
    return [note] if note else []
