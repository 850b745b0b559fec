"""For everyone (WCAG 2.2 AA): every view, light and dark, wide and narrow, and every page taken
along. What is not met, and why, is listed in ``.github/ACCESSIBILITY.md``."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

from components.exports.html.deck import deck_html
from tests.browser.languages import IN_THE_PAGES_LANGUAGE, TOLD
from tests.browser.looking import in_scheme, lasting, sideways
from tests.browser.test_every_view import PATHS
from tests.conftest import AT_REST, rests
from tests.links import briefing

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
OPENED = [
    "/members?country=KAZ&asof=2022-09-30",
    "/casualties?chart=time",
    "/casualties?whose=UKR&claim=us-officials-2022-03-10-ukr-mil-killed",
    "/statements?statement=xi-2022-09-15-stability",
    "/votes?resolution=ES-11/1",
    "/article?passage=new-york-times-figure",
    "/briefing?deck=samarkand",
    "/statements?q=nothing says this&speaker=nobody",
]
DECKS = ["/briefing?deck=samarkand&present=1", "/casualties?embed=1", "/members?embed=1"]
DRAWN = "html[data-ready=yes]"

SMALL_TARGETS = """() => {
  const controls = 'a[href], button, input, select, textarea, summary, [role=button],'
    + '[role=combobox], [role=slider], [role=spinbutton], [role=tab], [role=radio],'
    + '[role=switch], [role=menuitem], [role=option]';
  const hidden = (e) => e.closest('[inert], [aria-hidden=true]') || !e.checkVisibility()
    || (e && getComputedStyle(e).clipPath === 'inset(50%)')
    || (e.parentElement && hidden(e.parentElement));
  const small = [];
  for (const e of document.querySelectorAll(controls)) {
    const box = e.getBoundingClientRect();
    // A link in a line of text is as high as the line: WCAG excepts it.
    const inText = e.tagName === 'A' && getComputedStyle(e).display === 'inline';
    const away = box.right <= 0 || box.width <= 1 || box.height <= 1;
    if (inText || away || hidden(e) || (box.width > 23.9 && box.height > 23.9)) continue;
    small.push(`${e.tagName} ${e.getAttribute('aria-label') || e.textContent.slice(0, 30)} `
      + `${Math.round(box.width)}x${Math.round(box.height)}`);
  }
  return small;
}"""
UNREADABLE_IN_CHARTS = """() => {
  const light = (rgb) => { const [r, g, b] = rgb.map((v) => (v /= 255) <= 0.03928
    ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const page = document.querySelector('[data-testid=stApp]') || document.body;
  const ground = parts(getComputedStyle(page).backgroundColor).slice(0, 3);
  const mixed = (style) => {
    const [r, g, b, alpha = 1] = parts(style.fill);
    const cover = alpha * style.fillOpacity * style.opacity;
    return [r, g, b].map((v, i) => v * cover + ground[i] * (1 - cover));
  };
  const found = [];
  for (const text of document.querySelectorAll('svg.main-svg text')) {
    if (!text.textContent.trim() || text.closest('.hoverlayer')) continue;
    const style = getComputedStyle(text);
    const [r, g, b, alpha = 1] = parts(style.fill);
    let opacity = alpha * style.fillOpacity;
    for (let e = text; e.tagName !== 'svg'; e = e.parentElement) {
      opacity *= getComputedStyle(e).opacity;
    }
    if (!opacity) continue;
    // Words inside a bar lie on the bar.
    const bar = text.matches('.bartext-inside') && text.closest('.point').querySelector('path');
    const behind = bar ? mixed(getComputedStyle(bar)) : ground;
    const shown = [r, g, b].map((v, i) => v * opacity + behind[i] * (1 - opacity));
    const [high, low] = [light(shown), light(behind)].sort((x, y) => y - x);
    if ((high + 0.05) / (low + 0.05) < 4.5 || parseFloat(style.fontSize) < 12) {
      found.push(`${text.textContent.slice(0, 30)} ${style.fill} ${style.fontSize}`);
    }
  }
  return found;
}"""


NAMED = {
    "button", "link", "combobox", "searchbox", "textbox", "spinbutton", "radio", "radiogroup",
    "checkbox", "switch", "slider", "tab", "figure", "image", "graphics-symbol", "region",
}  # fmt: skip


@pytest.fixture(scope="module")
def context(chromium) -> Iterator[BrowserContext]:
    """One browser context for all pages: what they share is fetched once."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


def opened(context: BrowserContext, address: str, ready: str) -> Page:
    page = context.new_page()
    page.goto(address)
    if ready == AT_REST:
        rests(page)
    else:
        page.wait_for_selector(ready, state="attached", timeout=60_000)
    return page


def unclear_to_the_ear(page: Page) -> list[str]:
    """List what Chromium tells a screen reader of without a name, or by the name of a symbol."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    told = [
        (node["role"]["value"], node.get("name", {}).get("value", "").strip())
        for node in nodes
        if not node["ignored"]
    ]
    assert len(told) > 10
    return [
        f"{role} “{name}”"
        for role, name in told
        if role in NAMED and (not any(sign.isalnum() for sign in name) or name.endswith(" icon"))
    ]


def against_rules(page: Page) -> dict[str, list[str]]:
    """List what breaks a rule of axe, by rule."""
    return {
        f"{found['id']} ({found['impact']})": [node["html"][:160] for node in found["nodes"][:4]]
        for found in Axe().run(page, options=RULES).response["violations"]
    }


def faults_of(page: Page, schemes: tuple[str, ...]) -> dict[str, list | dict]:
    """List what keeps a reader from a page and stays, by place; the page stays narrow."""
    faults: dict[str, list | dict] = {
        "spoken": lasting(page, lambda: unclear_to_the_ear(page)),
        "language": lasting(page, lambda: page.evaluate(IN_THE_PAGES_LANGUAGE)),
    }
    for scheme in schemes:
        in_scheme(page, scheme)
        page.wait_for_timeout(250)  # Charts are drawn anew in its colours.
        faults[f"{scheme}, rules"] = lasting(page, lambda: against_rules(page))
        faults[f"{scheme}, words in charts"] = lasting(
            page, lambda: page.evaluate(UNREADABLE_IN_CHARTS)
        )
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        page.wait_for_timeout(250)
        faults[f"{width} pixels, targets"] = lasting(page, lambda: page.evaluate(SMALL_TARGETS))
        faults[f"{width} pixels, sideways"] = lasting(page, lambda: sideways(page))
    return {place: found for place, found in faults.items() if found}


@pytest.mark.parametrize("path", [*PATHS, *OPENED])
def test_a_view_is_for_everyone(server, context, path):
    page = opened(context, f"{server}{path}", AT_REST)
    page.wait_for_selector(TOLD, state="attached")
    assert page.get_by_role("heading", level=1).count() == 1
    assert faults_of(page, ("light", "dark")) == {}
    page.close()


@pytest.mark.parametrize("path", DECKS)
def test_a_presented_or_embedded_page_is_for_everyone(server, context, path):
    page = opened(context, f"{server}{path}", DRAWN)
    assert faults_of(page, ("light",)) == {}
    page.close()


def test_a_deck_carried_along_is_for_everyone(context, tmp_path):
    deck = briefing("casualty-claims")
    file = tmp_path / "deck.html"
    file.write_text(deck_html(deck.slides, "https://observatory.example", deck.name), "utf-8")
    page = opened(context, file.as_uri(), DRAWN)
    for key in ("s", "n", "h"):
        page.keyboard.press(key)
        assert faults_of(page, ("light",)) == {}
        page.keyboard.press("Escape")
        page.set_viewport_size({"width": 1280, "height": 720})
    page.close()


@pytest.mark.parametrize(
    ("path", "ready"),
    [("/members?country=KAZ", AT_REST), ("/statements", AT_REST), (DECKS[0], DRAWN)],
)
def test_nothing_moves_for_who_asks_for_no_motion(server, context, path, ready):
    page = opened(context, f"{server}{path}", ready)
    page.emulate_media(reduced_motion="reduce")
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter((e) => {
          const style = getComputedStyle(e);
          const longest = (times) => Math.max(...times.split(',').map(parseFloat));
          return longest(style.transitionDuration) > 0.01
            || (style.animationName !== 'none' && longest(style.animationDuration) > 0.01);
        }).map((e) => e.outerHTML.slice(0, 120))"""
    )
    assert moving == []
    page.close()
