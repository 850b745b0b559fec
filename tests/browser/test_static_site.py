"""The copy as plain files: opened from disk, with no network at all."""

import re
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from components.answers import BRIEFING, VIEWS
from components.answers.ready_decks import READY
from components.static_site.__main__ import write_site
from components.static_site.asking import Shelf
from components.static_site.page import Home
from components.static_site.plan import Page as Planned
from components.static_site.plan import plan_of
from tests.browser.languages import IN_THE_PAGES_LANGUAGE
from tests.browser.looking import lasting, sideways
from tests.browser.test_access import faults_of

WIDER = "() => document.documentElement.scrollWidth > innerWidth"
LIVE, SITE = "https://live.example", "https://copy.example/sco"
FILTERED = {
    "country/KAZ.html",
    "conflict/kyrgyzstan-tajikistan-2022.html",
    "indicator/gdp_ppp.html",
}
"""One page of each kind of filter: the whole copy takes too long for every run."""

OPENED = [
    "index.html",
    "statements.html",
    "country/KAZ.html",
    "conflict/kyrgyzstan-tajikistan-2022.html",
    "relations.html",
    "votes.html",
    "about.html",
]
"""One page of each kind of picture, and one without."""


@pytest.fixture(scope="session")
def shelf(dataset) -> Shelf:
    return Shelf(dataset)


def is_cheap(page: Planned) -> bool:
    # The findings take seconds to compute, and their page is a table like others.
    a_view = "/" not in page.path and page.link.view != "soundness"
    return a_view or page.path in FILTERED


@pytest.fixture(scope="session")
def copy(tmp_path_factory, dataset) -> Path:
    """A copy of every view and of some filtered pages."""
    out = tmp_path_factory.mktemp("copy")
    write_site(out, dataset, Home(SITE, LIVE), is_cheap)
    return out


@pytest.fixture(scope="session")
def planned(shelf) -> tuple[Planned, ...]:
    return plan_of(shelf).pages


def pages_of(copy: Path) -> list[Path]:
    return sorted(copy.rglob("*.html"))


def open_from_disk(
    chromium: Browser, file: Path, *, width: int = 1280, scheme: str = "light"
) -> tuple[Page, list[str]]:
    """Open a page with the network cut, and list what it asked elsewhere or complained of."""
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, offline=True
    )
    page, wrong = context.new_page(), []
    page.on(
        "request",
        lambda asked: None if asked.url.startswith(("file:", "data:")) else wrong.append(asked.url),
    )
    page.on("requestfailed", lambda asked: wrong.append(f"failed: {asked.url}"))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "console",
        lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None,
    )
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-ready=yes]", timeout=60_000)
    return page, wrong


def test_every_page_opens_from_disk_with_every_chart_drawn_and_nothing_asked_elsewhere(
    copy, chromium
):
    drawn = 0
    for place, name in enumerate(OPENED):
        file = copy / name
        narrow = place % 2
        page, wrong = open_from_disk(
            chromium,
            file,
            width=390 if narrow else 1280,
            scheme="dark" if place % 3 == 0 else "light",
        )
        assert not wrong, (file.name, wrong)
        charts = page.locator(".chart")
        marks = page.locator(".chart[data-drawn=done] .canvas .main-svg:first-child")
        assert charts.count() == marks.count(), file.name
        drawn += charts.count()
        assert lasting(page, partial(page.evaluate, WIDER)) is False, file.name
        assert page.evaluate(IN_THE_PAGES_LANGUAGE) == [], file.name
        # A map without its base map is drawn empty.
        for canvas in page.locator(".canvas:has(.geo)").all():
            drawn_land = canvas.locator(".layer.land path").get_attribute("d")
            assert len(drawn_land or "") > 10_000, file.name
        page.context.close()
    assert drawn > 15


def test_every_link_of_a_copy_leads_to_a_page_a_file_or_another_site(copy, planned):
    elsewhere = {f"deck/{name}.{kind}" for name in READY for kind in ("html", "pptx", "zip")}
    elsewhere |= {page.path for page in planned}
    assert {page.link.view for page in planned} == {*VIEWS, BRIEFING}
    written = {page.relative_to(copy).as_posix() for page in pages_of(copy)}
    assert written == {page.path for page in planned if is_cheap(page)} >= FILTERED
    for file in pages_of(copy):
        text = file.read_text(encoding="utf-8")
        for way in re.findall(r'(?:href|src)="([^"]+)"', text):
            parts = urlsplit(way)
            if parts.scheme in ("http", "https"):
                continue
            assert not parts.scheme, way
            assert not way.startswith("/"), f"{file.name}: {way} leaves the copy's own folder"
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            inside = target.relative_to(copy.resolve()).as_posix()
            assert target.is_file() or inside in elsewhere, f"{file.name}: {way}"
            if parts.fragment and target.is_file():
                wanted = f'id="{unquote(parts.fragment)}"'
                assert wanted in target.read_text(encoding="utf-8"), f"{file.name}: {way}"


def test_every_page_says_which_day_and_version_it_is_a_copy_of(copy, dataset):
    for file in pages_of(copy):
        text = file.read_text(encoding="utf-8")
        said = f"Static copy of 24 November 2026, data version {dataset.version}."
        assert said in text, file.name
        assert f'href="{LIVE}/' in text, file.name
        assert 'http-equiv="Content-Security-Policy"' in text, file.name
        assert f'<link rel="canonical" href="{SITE}/' in text, file.name
        assert f'content="{SITE}/cards/' in text, file.name
        picture = re.search(rf'og:image" content="{SITE}/(cards/[^"]+)"', text)
        assert picture, file.name
        assert (copy / picture[1]).is_file(), file.name


def test_a_click_on_a_state_opens_its_page(copy, chromium):
    page, _ = open_from_disk(chromium, copy / "members.html")
    page.locator(".choroplethlayer path").nth(1).click(force=True)
    page.wait_for_url(re.compile(r"country/[A-Z]{3}\.html$"))
    page.context.close()


LENGTHEN = """() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const shown = (node) => !node.parentElement.closest('script, style, svg, time, option');
  for (let node; (node = texts.nextNode());) {
    if (node.data.trim() && shown(node)) node.data = `${'W'.repeat(400)} ${node.data}`;
  }
}"""
"""Puts a word that fits no line before every text of a page."""


@pytest.mark.parametrize("name", ["index.html", *sorted(FILTERED)[:2]])
def test_a_page_of_a_copy_is_for_everyone_and_no_word_is_too_long_for_it(copy, chromium, name):
    page, _ = open_from_disk(chromium, copy / name)
    page.locator(".menu summary").click()
    assert faults_of(page, ("light", "dark")) == {}
    page.evaluate(LENGTHEN)
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        assert lasting(page, lambda: sideways(page)) == [], width
    page.context.close()
