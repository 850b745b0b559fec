"""How to cite a source, and this dashboard."""

import json
import re
from collections.abc import Mapping
from typing import Any, TypeAlias
from urllib.parse import quote

import pandas as pd

from components.figures.wording import QUOTED, day

Row: TypeAlias = Mapping[str, Any] | pd.Series
"""One row of a table, by column."""

FRAGMENT_WORDS = 8
"""Words that a text fragment carries: enough to find a passage, few enough to survive edits."""
LONGEST_FRAGMENT = 400
"""Characters that they may take together: no eight words of any language take more."""


def source_citation(source: Row) -> str:
    """Cite a source as a line of text: publisher, title, date, address, day read."""
    published = f", {day(source['published_on'])}" if pd.notna(source["published_on"]) else ""
    seen = f" Read in: {source['seen_via']}." if source["seen_via"] else ""
    return (
        f"{source['publisher']}, “{source['title']}”{published}, {source['url']} "
        f"(accessed {day(source['accessed_on'])}).{seen}"
    )


def statement_citation(statement: pd.Series, office: str, source: Row) -> str:
    """Cite a statement as a line of text: who, in which office, when, the words, the source.

    Words that are no quotation carry no quotation marks.
    """
    said = day(statement["said_on"], statement["said_on_precision"])
    words = statement["text"]
    quoted = f"“{words}”" if statement["kind"] in QUOTED else words
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
    if not 0 < len(few) <= LONGEST_FRAGMENT or "#" in url or re.search(r"\.\.\.|…|\[", few):
        return url
    return f"{url}#:~:text={quote(few, safe='').replace('-', '%2D')}"


def view_citation(
    title: str, url: str, version: str, reviewed_on: pd.Timestamp, known_on: pd.Timestamp | None
) -> str:
    """Cite a view as a line of text: its finding, what was known when, data version, address."""
    known = f", as known on {day(known_on)}" if known_on is not None else ""
    return (
        f"SCO Observatory, “{title}”{known}, data version {version}, last reviewed "
        f"{day(reviewed_on)}, {url}. CC BY 4.0."
    )


def view_bibtex(
    title: str, url: str, version: str, reviewed_on: pd.Timestamp, known_on: pd.Timestamp | None
) -> str:
    """Cite a view as BibTeX; the key holds the day, so that two states of a view differ."""
    on = known_on if known_on is not None else reviewed_on
    note = f"Data version {version}, last reviewed {reviewed_on:%Y-%m-%d}"
    if known_on is not None:
        note += f", as known on {known_on:%Y-%m-%d}"
    return _bibtex(f"scoobservatory{on:%Y%m%d}", title, url, version, reviewed_on, note)


def package_bibtex(version: str, reviewed_on: pd.Timestamp, base_url: str) -> str:
    """Cite the data as a whole as BibTeX; without a ``base_url`` the entry names no address."""
    key = f"scoobservatory{reviewed_on:%Y}"
    url = f"{base_url}/" if base_url else ""
    note = f"Data version {version}, last reviewed {reviewed_on:%Y-%m-%d}"
    return _bibtex(key, "SCO Observatory: the data", url, version, reviewed_on, note)


def _bibtex(
    key: str, title: str, url: str, version: str, reviewed_on: pd.Timestamp, note: str
) -> str:
    return "\n".join(
        [
            f"@misc{{{key},",
            "  author = {{SCO Observatory}},",
            f"  title = {{{{{_tex(title)}}}}},",
            f"  year = {{{reviewed_on:%Y}}},",
            f"  month = {{{reviewed_on.month}}},",
            f"  version = {{{_tex(version)}}},",
            *([f"  url = {{{url}}},"] if url else []),
            f"  note = {{{_tex(note)}. CC BY 4.0}}",
            "}",
            "",
        ]
    )


def _tex(text: str) -> str:
    """Show text literally in BibTeX: braces and signs that TeX would run are escaped."""
    plain = text.replace("\\", "").replace("{", "(").replace("}", ")")
    return "".join(f"\\{sign}" if sign in "&%$#_" else sign for sign in plain)


def view_csl(
    title: str, url: str, version: str, reviewed_on: pd.Timestamp, known_on: pd.Timestamp | None
) -> str:
    """Cite a view as CSL-JSON, which Zotero and its like import."""
    note = f"as known on {known_on:%Y-%m-%d}" if known_on is not None else ""
    item = {
        "id": f"sco-observatory-{(known_on if known_on is not None else reviewed_on):%Y-%m-%d}",
        "type": "dataset",
        "title": title,
        "author": [{"literal": "SCO Observatory"}],
        "issued": {"date-parts": [[reviewed_on.year, reviewed_on.month, reviewed_on.day]]},
        "version": version,
        "URL": url,
        "license": "CC-BY-4.0",
        **({"note": note} if note else {}),
    }
    return json.dumps([item], ensure_ascii=False, indent=2)
