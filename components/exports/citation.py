"""How to cite a source, and this dashboard."""

from urllib.parse import quote

import pandas as pd

from components.figures.wording import day

FRAGMENT_WORDS = 8
"""Words that a text fragment carries: enough to find a passage, few enough to survive edits."""


def source_citation(source: pd.Series) -> str:
    """Cite a source as a line of text: publisher, title, date, address, day read."""
    published = f", {day(source['published_on'])}" if pd.notna(source["published_on"]) else ""
    seen = f" Read in: {source['seen_via']}." if source["seen_via"] else ""
    return (
        f"{source['publisher']}, “{source['title']}”{published}, {source['url']} "
        f"(accessed {day(source['accessed_on'])}).{seen}"
    )


def statement_citation(statement: pd.Series, office: str, source: pd.Series) -> str:
    """Cite a statement as a line of text: who, in which office, when, the words, the source.

    Words that are no quotation carry no quotation marks.
    """
    said = day(statement["said_on"], statement["said_on_precision"])
    words = statement["text"]
    quoted = words if statement["kind"] in {"paraphrase", "readout"} else f"“{words}”"
    where = f", {statement['city']}" if statement["city"] else ""
    return (
        f"{statement['speaker']} ({office}), {said}{where}: {quoted} In: {source_citation(source)}"
    )


def dashboard_citation(
    version: str, reviewed_on: pd.Timestamp, known_on: pd.Timestamp | None = None
) -> str:
    """Cite this dashboard as a line of text, with the day of knowledge where it is rewound."""
    known = f", as known on {day(known_on)}" if known_on is not None else ""
    return (
        f"SCO Observatory, data version {version}, last reviewed {day(reviewed_on)}{known}. "
        "CC BY 4.0."
    )


def link_at_words(url: str, words: str = "") -> str:
    """Point at the passage itself where a browser can find it: a text fragment.

    An address that already has a fragment, or a passage with an elision, stays as it is.
    """
    few = " ".join(words.split()[:FRAGMENT_WORDS])
    if not few or "#" in url or "..." in few or "…" in few or "[" in few:
        return url
    return f"{url}#:~:text={quote(few, safe='').replace('-', '%2D')}"
