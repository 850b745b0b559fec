"""Rows and sources on a static page."""

import html
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from urllib.parse import urlsplit

import pandas as pd

from components.answers.answer import Column
from components.exports.citation import source_citation
from components.exports.in_language import in_language, known_passage
from components.figures.wording import plural, shorten
from components.static_site.charts import Doors
from components.static_site.plan import row_anchor
from data.questions.passages import title_language

ROWS_AT_MOST = 2000
PUBLISHER_AT_MOST = 32
NOT_STATED = "not stated"
escaped = html.escape


def table_html(
    rows: pd.DataFrame,
    columns: Sequence[Column],
    *,
    caption: str,
    identifier: str = "",
    picks: str = "",
    doors: Doors = lambda parameter, identity: "",
    publishers: pd.Series | None = None,
    languages: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Write rows as a table whose every row can be pointed at.

    Parameters
    ----------
    identifier, picks
        Column that names a row in the address, and the parameter it stands for.
    doors
        Where a row of another page's subject leads.
    publishers
        Publisher by address, to name a link to a source; without it a link reads “open”.
    languages
        ``questions.passages.foreign_passages``, to mark what is not in English.
    """
    head = "".join(f'<th scope="col">{escaped(column.heading)}</th>' for column in columns)
    body = []
    seen: set[str] = set()
    for _, row in rows.head(ROWS_AT_MOST).iterrows():
        identity = str(row[identifier]) if identifier and pd.notna(row[identifier]) else ""
        # Several rows can be about one id: an address points at the first.
        anchor = f' id="{escaped(row_anchor(identity))}"' if identity not in {"", *seen} else ""
        seen.add(identity)
        way = doors(picks, identity) if identity else ""
        cells = [_cell(row, column, publishers, languages) for column in columns]
        if way and not way.startswith("#"):
            cells[0] = f'<a href="{escaped(way)}">{cells[0]}</a>'
        (name, key), *others = [
            (escaped(column.heading), cell) for column, cell in zip(columns, cells, strict=True)
        ]
        body.append(
            f'<tr{anchor}><th scope="row" data-heading="{name}">{key}</th>'
            + "".join(f'<td data-heading="{heading}">{cell}</td>' for heading, cell in others)
            + "</tr>"
        )
    more = ""
    if len(rows) > ROWS_AT_MOST:
        more = f"<p>The first {ROWS_AT_MOST:,} of {len(rows):,} rows; the file holds them all.</p>"
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{escaped(caption)}">'
        f"<table><caption>{escaped(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{''.join(body)}</tbody></table></div>{more}"
    )


def _cell(
    row: pd.Series, column: Column, publishers: pd.Series | None, languages: Mapping[str, str]
) -> str:
    value = row[column.name]
    if isinstance(value, (list, tuple)):
        value = ", ".join(str(part) for part in value)
    if pd.isna(value) or value == "":
        return f'<span class="blank">{NOT_STATED}</span>'
    if isinstance(value, pd.Timestamp):
        return f'<time datetime="{value:%Y-%m-%d}">{value:%Y-%m-%d}</time>'
    if column.kind == "link":
        name = "open" if publishers is None else str(publishers.get(value, "open"))
        return outside_link(str(value), shorten(name, PUBLISHER_AT_MOST))
    if column.kind == "count":
        return f"{value:,}"
    return known_passage(str(value), languages)


def outside_link(url: str, words: str) -> str:
    """Link to another site; anything but a web address is shown as text."""
    try:
        known = urlsplit(url).scheme in ("http", "https")
    except ValueError:
        known = False
    if not known:
        return escaped(words)
    return f'<a href="{escaped(url)}" rel="noopener noreferrer">{escaped(words)}</a>'


def publishers_of(sources: pd.DataFrame) -> pd.Series:
    """Give publisher by address."""
    return sources.drop_duplicates("url").set_index("url")["publisher"]


def sources_html(sources: pd.DataFrame) -> str:
    """List sources, closed until asked for; each as it is cited, with its address."""
    lines = []
    for _, source in sources.sort_values(["publisher", "source_id"]).iterrows():
        before, _, after = source_citation(source).partition(str(source["url"]))
        publisher, title, day = before.partition(str(source["title"]))
        cited = f"{escaped(publisher)}{in_language(title, title_language(source))}{escaped(day)}"
        link = outside_link(str(source["url"]), str(source["url"]))
        lines.append(f"<li>{cited}{link}{escaped(after)}</li>")
    return (
        f'<details class="sources"><summary>Sources of this page ({plural(len(sources), "source")})'
        f"</summary><ul>{''.join(lines)}</ul></details>"
    )
