"""A page of the copy: head, headline, pictures, rows, sources, and the way to the others."""

import html
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import Any

from components import __version__
from components.answers import BRIEFING
from components.answers.answer import Answer
from components.answers.members import Members
from components.exports.citation import dashboard_citation
from components.exports.page_head import Head, distribution, head_html, head_of
from components.exports.vendored import PLOTLY_JS
from components.figures.headlines.members import state_title
from components.figures.palette import TEXT
from components.figures.wording import day, plural
from components.static_site.asking import Shelf
from components.static_site.charts import chart_html, has_map, titles_of
from components.static_site.parts import parts_html
from components.static_site.plan import Page, Plan, title_of
from components.static_site.tables import publishers_of, sources_html, table_html
from data.questions.passages import foreign_passages

POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        # Plotly keeps its rules in a style element that it adds empty and fills by script: the
        # hash is of nothing. It also sets style attributes on the marks it draws.
        "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
        "style-src-attr 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
)
SUBTITLES = {BRIEFING: "", "downloads": "Each table is a file of this copy"}
"""Of the views whose own words are about live filters."""
escaped = html.escape


@lru_cache(maxsize=1)
def own_styles() -> tuple[str, ...]:
    """Name the styles that plotly.js would add for its street maps, which no page draws.

    It leaves them out where an element of that name stands already; the policy forbids them.
    """
    script = PLOTLY_JS.read_text(encoding="utf-8")
    return tuple(dict.fromkeys(re.findall(r'getElementById\("([0-9a-f]{64})"\)', script)))


@dataclass(frozen=True)
class Home:
    """Addresses that a copy may name, each blank where nobody said it.

    ``site``: where the copy itself will be; ``live``: the dashboard it is a copy of. Without a
    final slash.
    """

    site: str = ""
    live: str = ""

    def canonical(self, page: Page) -> str:
        """Give the page's own address; blank where the copy has none."""
        return f"{self.site}/{page.path.removesuffix('index.html')}" if self.site else ""


def headline_of(page: Page, shelf: Shelf) -> str:
    """Give the finding of a page, in one sentence."""
    answer = shelf.answer(page.link)
    if answer.view == BRIEFING:
        return "Briefings to present, or to take along"
    if isinstance(answer, Members) and answer.page:
        return state_title(answer.page.name, answer.page.history, answer.on)
    return title_of(shelf, page)


def page_html(page: Page, plan: Plan, shelf: Shelf, home: Home) -> str:
    """Write a page."""
    answer = shelf.answer(page.link)
    title = headline_of(page, shelf)

    def doors(parameter: str, identity: str) -> str:
        return plan.place(parameter, identity, page)

    # A state's page is about the state: the map shows where it is, the rest is of all.
    shown = answer.pictures[:1] if page.path.startswith("country/") else answer.pictures
    pictures = [
        chart_html(picture, answer, doors, title)
        for picture, title in zip(shown, titles_of(answer), strict=False)
    ]
    parts = parts_html(page, answer, plan, shelf)
    drawn = "".join([*pictures, parts])
    data = answer.data
    used = data.sources[data.sources["source_id"].isin(set(answer.source_ids))]
    label = page.label if page.label != "Overview" else "SCO Observatory"
    subtitle = SUBTITLES.get(answer.view, answer.subtitle)
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="en" data-ink="{TEXT}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            f'<meta name="generator" content="SCO Observatory {__version__}">',
            *(f'<meta id="{name}">' for name in own_styles()),
            head_html(head_for(page, title, shelf, home)),
            f'<link rel="icon" href="{page.root}assets/icon.svg">',
            f'<link rel="stylesheet" href="{page.root}assets/site.css">',
            "</head>",
            f'<body data-picks="{escaped(answer.picks)}">',
            '<a class="skip" href="#main">Skip to content</a>',
            _banner(page, plan),
            '<main id="main">',
            f'<p class="kicker">{escaped(label)}</p><h1>{escaped(title)}</h1>',
            f'<p class="subtitle">{escaped(subtitle)}</p>' if subtitle else "",
            copy_note(page, answer, home),
            *pictures,
            parts,
            _rows(page, answer, plan),
            _files(page, answer),
            sources_html(used) if len(used) and answer.view != "about" else "",
            "</main>",
            f"<footer><p>{escaped(dashboard_citation(data.version, data.reviewed_on))} "
            f"SCO Observatory {__version__}; code under the MIT licence.</p></footer>",
            f'<script src="{page.root}assets/world.js"></script>' if has_map(drawn) else "",
            f'<script src="{page.root}assets/plotly.min.js"></script>' if pictures else "",
            f'<script src="{page.root}assets/site.js"></script>',
            "</body></html>",
        ]
    )


def head_for(page: Page, title: str, shelf: Shelf, home: Home) -> Head:
    """Describe a page to chats and search engines, by addresses of the copy alone."""
    slide = shelf.slide(page.link)
    head = head_of(slide, title, "")
    described: dict[str, Any] = dict(head.linked_data[0])
    described.pop("url")
    described.pop("distribution")
    if home.site:
        described["url"] = home.canonical(page)
        described["distribution"] = distribution(f"{home.site}/data/views/{page.stem}")
    return replace(
        head,
        canonical=home.canonical(page),
        picture=f"{home.site}/cards/{page.stem}.png" if home.site else "",
        linked_data=(described, *head.linked_data[1:]),
    )


def copy_note(page: Page, answer: Answer, home: Home) -> str:
    """Say that this is a copy, of which day and version, and where the live page is."""
    data = answer.data
    on = answer.known_on if answer.known_on is not None else data.reviewed_on
    where = "Its filters, and the day of knowledge, move in the dashboard itself."
    if home.live:
        address = escaped(f"{home.live}{page.link.text}")
        where = f'Its filters move in <a href="{address}">the live page</a>.'
    return (
        f'<p class="copy">Static copy of {day(on)}, data version {escaped(data.version)}. Nothing '
        f"said or published later is in it. {where}</p>"
    )


def _banner(page: Page, plan: Plan) -> str:
    groups = []
    listed = [p for p in plan.pages if p.section or p.path == "index.html"]
    for section, pages in groupby(listed, key=lambda p: p.section):
        items = "".join(_item(page, other) for other in pages)
        name = f"<p>{escaped(section)}</p>" if section else ""
        groups.append(f"<div>{name}<ul>{items}</ul></div>")
    return (
        f'<header><a class="name" href="{page.root}index.html">SCO Observatory</a>'
        f'<details class="menu"><summary>All pages</summary>'
        f'<nav aria-label="Pages">{"".join(groups)}</nav></details></header>'
    )


def _item(page: Page, other: Page) -> str:
    here = ' aria-current="page"' if other == page else ""
    return f'<li><a href="{page.root}{other.path}"{here}>{escaped(other.label)}</a></li>'


def _rows(page: Page, answer: Answer, plan: Plan) -> str:
    """Write the rows of the view; a page with a table of its own shows only that."""
    if not answer.columns or answer.rows.empty or page.path.startswith(("country/", "conflict/")):
        return ""
    identifier, picks = answer.identifier, answer.picks

    def doors(parameter: str, identity: str) -> str:
        if answer.view == "downloads":
            return f"data/{identity}.csv"
        return plan.place(parameter, identity, page)

    if answer.view == "downloads":
        identifier = "table"
    caption = plural(len(answer.rows), answer.noun)
    table = table_html(
        answer.rows,
        answer.columns,
        caption=caption,
        identifier=identifier,
        picks=picks,
        doors=doors,
        publishers=publishers_of(answer.data.sources),
        languages=foreign_passages(answer.data),
    )
    return f"<h2>The rows: {escaped(caption)}</h2>{table}"


def _files(page: Page, answer: Answer) -> str:
    if answer.view == BRIEFING:
        return ""
    stem = f"{page.root}data/views/{page.stem}"
    return (
        f'<p class="files">Rows of this page: <a href="{stem}.csv" download>CSV</a>, '
        f'<a href="{stem}.json" download>JSON</a>. '
        f'Everything: <a href="{page.root}data/all.zip" download>data package (ZIP)</a>, '
        f'<a href="{page.root}downloads.html">all tables</a>.</p>'
    )
