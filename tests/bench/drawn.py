"""How long a page takes in Chromium, from navigation to every chart drawn."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, sync_playwright

from tests.bench.reruns import in_turns
from tests.conftest import AT_REST, CHROMIUM_FLAGS

ROUNDS = 5
CHARTS = (
    "[data-testid=stPlotlyChart], [data-testid=stDeckGlJsonChart], [data-testid=stVegaLiteChart]"
)
SURE = 3_000
"""Milliseconds after which a page, seen once, has all its charts."""
DRAWN = """([at_rest, charts]) => {
    if (!document.querySelector(at_rest)) return false;
    if (document.querySelector("[data-testid=stSkeleton], [data-testid=stException]")) return false;
    if (!document.querySelector("h1")) return false;
    const all = name => [...document.querySelectorAll(name)];
    if (all('%s').length < charts) return false;
    // Each kind of chart shows a picture of its own once it is drawn.
    return all('[data-testid=stPlotlyChart]').every(c => c.querySelector('.main-svg .infolayer'))
        && all('[data-testid=stDeckGlJsonChart]').every(c => c.querySelector('canvas'))
        && all('[data-testid=stVegaLiteChart]').every(c => c.querySelector('svg, canvas'));
}""".replace("%s", CHARTS)


@contextmanager
def browser_page() -> Iterator[Page]:
    """Open a page of a real Chromium at a desk's size."""
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        yield page
        browser.close()


def charts_of(page: Page, url: str) -> int:
    """Count the charts of a page: before its first run a page rests too, with none."""
    page.goto(url)
    page.wait_for_selector(AT_REST, timeout=60_000)
    page.wait_for_timeout(SURE)
    return page.locator(CHARTS).count()


def seconds_to_drawn(page: Page, url: str, charts: int) -> float:
    """Navigate, and wait until the script rests and every chart is drawn."""
    start = time.perf_counter()
    page.goto(url, wait_until="commit")
    page.wait_for_function(DRAWN, arg=[AT_REST, charts], polling="raf", timeout=60_000)
    return time.perf_counter() - start


def drawn(page: Page, ours: str, shape: str) -> float:
    """Give the ratio of a view of ours to a page of another shape, both seen before."""
    counts = charts_of(page, ours), charts_of(page, shape)
    return in_turns(
        lambda n: seconds_to_drawn(page, ours, counts[0]),
        lambda n: seconds_to_drawn(page, shape, counts[1]),
        ROUNDS,
    )
