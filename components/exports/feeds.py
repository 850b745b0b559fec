"""Feeds of what is new, as Atom."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pandas as pd

from components import __version__
from components.exports.citation import dashboard_citation
from components.exports.xml_text import xml_text
from components.figures.headlines.briefing import (
    CHANGE_WORDS,
    claim_headline,
    statement_headline,
    statement_who,
)
from components.figures.headlines.claims import quoted
from components.figures.wording import day, label
from components.link import Link
from data import Dataset

if TYPE_CHECKING:
    from feedgen.feed import FeedGenerator

MOST = 60
"""Entries of a feed."""
CLOSED = (".", "!", "?", "…")
QUOTES = "”’\"'"
"""What ends a sentence, and what may stand behind its end."""
PLAIN = {("new", "claims"), ("new", "statements")}
"""Changes that a feed's title need not name: an entry of a feed is new."""
VIEW_OF = {"claims": ("casualties", "claim"), "statements": ("statements", "statement")}


def statements_feed(data: Dataset, base_url: str, since: pd.Timestamp | None = None) -> bytes:
    """Write the newest statements, or those after ``since``; each links to its card and source."""
    feed = _feed(data, base_url, "statements", "New statements")
    urls = data.sources.set_index("source_id")["url"]
    for _, row in _newest(data.statements, "statement_id", since).iterrows():
        link = f"{base_url}{Link('statements', (('statement', (row['statement_id'],)),)).text}"
        summary = f"{statement_who(row)}. Source: {urls.get(row['source_id'], '')}"
        _entry(feed, link, statement_headline(row), summary, row["said_on"])
    return _written(feed)


def claims_feed(data: Dataset, base_url: str, since: pd.Timestamp | None = None) -> bytes:
    """Write the newest claims, or those made after ``since``, as a feed."""
    feed = _feed(data, base_url, "claims", "New casualty claims")
    for _, row in _newest(data.claims, "claim_id", since).iterrows():
        link = f"{base_url}{Link('casualties', (('claim', (row['claim_id'],)),)).text}"
        said = day(row["said_on"], row["said_on_precision"])
        source = data.source_of[row["source_id"]]
        summary = (
            f"Said on {said}. {label('basis', row['basis'])}; {label('stake', row['stake'])}. "
            f"{label('claim_status', row['status'])}. "
            f"{_sentence(quoted(row['words'], source['kind']))}"
            f"Source: {source['url']}"
        )
        _entry(feed, link, claim_headline(row), summary, row["said_on"])
    return _written(feed)


def changes_feed(rows: pd.DataFrame, data: Dataset, base_url: str) -> bytes:
    """Write changes (rows of ``answers.since``) as a feed."""
    feed = _feed(data, base_url, "changes", "Changes in the data")
    headlines = _headlines(rows.head(MOST), data)
    for row in rows.head(MOST).itertuples():
        named = (row.name, row.figure)
        view, parameter = VIEW_OF.get(row.table, ("members", "country"))
        link = f"{base_url}{Link(view, ((parameter, (row.row_id,)),)).text}"
        title = headlines.get((row.table, row.row_id)) or ", ".join(filter(None, named))
        if (row.change, row.table) not in PLAIN:
            title = f"{CHANGE_WORDS[(row.change, row.table)]}: {title}"
        summary = f"{_sentence(row.figure)}{_sentence(row.what)}Source: {row.url}"
        # One claim can be new and later be retracted: the change is part of the entry's id.
        _entry(feed, link, title, summary, row.on, identity=f"{link}#{row.change}")
    return _written(feed)


def _headlines(rows: pd.DataFrame, data: Dataset) -> dict[tuple[str, str], str]:
    """Name each claim and statement among changes: who, what, and the number or the words."""
    claims = data.claims[data.claims["claim_id"].isin(rows["row_id"])]
    said = data.statements[data.statements["statement_id"].isin(rows["row_id"])]
    return {
        **{("claims", row["claim_id"]): claim_headline(row) for _, row in claims.iterrows()},
        **{
            ("statements", row["statement_id"]): statement_headline(row)
            for _, row in said.iterrows()
        },
    }


def _sentence(text: str) -> str:
    """Close words as a sentence, with a blank behind it, where they are not closed themselves."""
    if not text:
        return ""
    closed = text.rstrip(QUOTES).endswith(CLOSED)
    return f"{text} " if closed else f"{text}. "


def _newest(rows: pd.DataFrame, identifier: str, since: pd.Timestamp | None) -> pd.DataFrame:
    if since is not None:
        rows = rows[rows["said_on"] > since]
    return rows.sort_values(["said_on", identifier], ascending=[False, True]).head(MOST)


def _feed(data: Dataset, base_url: str, name: str, title: str) -> "FeedGenerator":
    # It brings lxml, which no page needs.
    from feedgen.feed import FeedGenerator

    feed = FeedGenerator()
    address = f"{base_url}/feeds/{name}.atom"
    feed.id(address)
    feed.title(f"SCO Observatory: {title}")
    feed.link(href=address, rel="self", type="application/atom+xml")
    feed.link(href=f"{base_url}/", rel="alternate", type="text/html")
    feed.author(name="SCO Observatory")
    feed.generator("SCO Observatory", version=__version__)
    feed.subtitle(dashboard_citation(data.version, data.reviewed_on))
    feed.rights("CC BY 4.0; quotations and figures under their sources' terms")
    feed.updated(_moment(data.reviewed_on))
    return feed


def _entry(
    feed: "FeedGenerator",
    link: str,
    title: str,
    summary: str,
    on: pd.Timestamp,
    identity: str = "",
) -> None:
    entry = feed.add_entry(order="append")
    entry.id(identity or link)
    entry.title(xml_text(title))
    entry.link(href=link)
    entry.summary(xml_text(summary))
    entry.updated(_moment(on))
    entry.published(_moment(on))


def _moment(on: pd.Timestamp) -> datetime:
    """Give the start of a day in UTC: feeds want a moment, and no row knows one."""
    return datetime(on.year, on.month, on.day, tzinfo=UTC)


def _written(feed: "FeedGenerator") -> bytes:
    content: bytes = feed.atom_str(pretty=True)
    return content
