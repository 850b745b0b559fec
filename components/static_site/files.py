"""Files of a copy besides its pages: data, decks, pictures, feeds, what all pages share."""

import html
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from components.answers import BRIEFING
from components.answers.casualties import Casualties
from components.answers.ready_decks import READY
from components.exports.card.picture import card_png, default_card
from components.exports.feeds import changes_feed, claims_feed, statements_feed
from components.exports.geometry import WORLD_FILE, world_text
from components.exports.html.deck import deck_html
from components.exports.pptx.deck import pptx_bytes
from components.exports.tables.data_package import deck_zip, package_zip
from components.exports.tables.files import FORMATS, contract_rows, table_bytes
from components.exports.tables.terms import for_bulk
from components.exports.vendored import PLOTLY_JS, SANS_WOFF2, SERIF_WOFF2
from components.static_site.asking import Shelf
from components.static_site.page import Home
from components.static_site.plan import Page, Plan, claims_of
from data import FOLDER

HERE = Path(__file__).parent
ASSETS = HERE / "assets"
THEME = HERE.parent.parent / ".streamlit" / "config.toml"
Entry = tuple[str, bytes]
"""Path inside the copy, and content."""
COLOURS = {
    "paper": "backgroundColor",
    "tint": "secondaryBackgroundColor",
    "ink": "textColor",
    "link": "linkColor",
    "rule": "borderColor",
    "accent": "primaryColor",
}


def shared_files() -> Iterator[Entry]:
    """Give what every page loads: scripts, style, fonts, the base map, the icon."""
    yield "assets/plotly.min.js", PLOTLY_JS.read_bytes()
    yield "assets/sans.woff2", SANS_WOFF2.read_bytes()
    yield "assets/serif.woff2", SERIF_WOFF2.read_bytes()
    yield "assets/icon.svg", (HERE.parent / "icon.svg").read_bytes()
    yield "assets/site.js", (ASSETS / "site.js").read_bytes()
    style = (ASSETS / "site.css").read_text(encoding="utf-8")
    yield "assets/site.css", f"{_theme()}{style}".encode()
    # A page opened from disk may fetch nothing: the map comes as a script, where Plotly looks.
    world = json.dumps(json.loads(world_text()), separators=(",", ":"))
    script = f"window.PlotlyGeoAssets={{topojson:{{{WORLD_FILE.stem}:{world}}}}};\n"
    yield "assets/world.js", script.encode()


def _theme() -> str:
    """Write the dashboard's own two themes as CSS variables; print is light."""
    theme = tomllib.loads(THEME.read_text(encoding="utf-8"))["theme"]
    light, dark = (
        "".join(f"--{name}:{theme[scheme][option]};" for name, option in COLOURS.items())
        for scheme in ("light", "dark")
    )
    return (
        f":root{{{light}}}\n"
        f"@media screen and (prefers-color-scheme: dark){{:root:not(.paper){{{dark}}}}}\n"
    )


def data_files(shelf: Shelf, home: Home) -> Iterator[Entry]:
    """Give every table, the whole as a package, the contract and the codebook."""
    for resource in shelf.data.package["resources"]:
        name = resource["name"]
        rows, _ = for_bulk(name, getattr(shelf.data, name), shelf.data)
        rows = contract_rows(rows, resource["schema"])
        for kind in FORMATS:
            yield f"data/{name}.{kind}", table_bytes(rows, kind, shelf.data.version)
    package = json.dumps(dict(shelf.data.package), ensure_ascii=False, indent=2)
    yield "data/datapackage.json", f"{package}\n".encode()
    yield "data/README.md", (FOLDER / "README.md").read_bytes()
    yield "data/all.zip", package_zip(shelf.data, home.site or home.live)


def page_files(page: Page, shelf: Shelf) -> Iterator[Entry]:
    """Give the rows and the picture of a page."""
    slide = shelf.slide(page.link)
    rows = rows_of(page, shelf)
    yield f"data/views/{page.stem}.csv", table_bytes(rows, "csv")
    yield f"data/views/{page.stem}.json", table_bytes(rows, "json")
    plain = slide.answer.view == BRIEFING
    yield f"cards/{page.stem}.png", default_card() if plain else card_png(slide)


def rows_of(page: Page, shelf: Shelf) -> pd.DataFrame:
    """Give the rows that a page shows."""
    answer = shelf.answer(page.link)
    if isinstance(answer, Casualties) and page.link.parameters:
        return claims_of(shelf, answer.question.conflict)
    return answer.rows


def deck_files(shelf: Shelf, home: Home) -> Iterator[Entry]:
    """Give each ready deck as one page, as slides, and as the data behind it.

    Their links lead to the dashboard: no page of the copy answers what a slide asks for.
    """
    for name in READY:
        deck = shelf.deck(name)
        yield f"deck/{name}.html", deck_html(deck.slides, home.live, deck.name).encode("utf-8")
        yield f"deck/{name}.pptx", pptx_bytes(deck.slides, home.live, deck.name)
        yield f"deck/{name}.zip", deck_zip(deck.slides, home.live, deck.name)


def addressed_files(shelf: Shelf, plan: Plan, home: Home) -> Iterator[Entry]:
    """Give what is made of whole addresses, and so needs one: feeds, sitemap, robots.txt."""
    if home.live:
        since = shelf.answer(next(page.link for page in plan.pages if page.link.view == "since"))
        yield "feeds/statements.atom", statements_feed(shelf.data, home.live)
        yield "feeds/claims.atom", claims_feed(shelf.data, home.live)
        yield "feeds/changes.atom", changes_feed(since.rows, shelf.data, home.live)
    if home.site:
        on = f"{shelf.data.reviewed_on:%Y-%m-%d}"
        places = "".join(
            f"<url><loc>{html.escape(home.canonical(page))}</loc><lastmod>{on}</lastmod></url>"
            for page in plan.pages
        )
        head = '<?xml version="1.0" encoding="UTF-8"?>'
        space = "http://www.sitemaps.org/schemas/sitemap/0.9"
        yield "sitemap.xml", f'{head}<urlset xmlns="{space}">{places}</urlset>\n'.encode()
        yield (
            "robots.txt",
            f"User-agent: *\nAllow: /\nSitemap: {home.site}/sitemap.xml\n".encode(),
        )
