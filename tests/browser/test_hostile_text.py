"""Whatever stands in a cell is shown as it stands: nothing runs, nothing leaves, nothing breaks."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

import httpx
import pandas as pd
import pytest
from lxml import etree, html
from playwright.sync_api import BrowserContext, Page
from pptx import Presentation

from data import Dataset
from tests.browser.hostile import LONG, SHORT, make_hostile
from tests.browser.looking import lasting, sideways
from tests.browser.test_every_view import PATHS
from tests.conftest import AT_REST, rests, watch_policy
from tests.serving import end, once_warm, start_server

FOUND = """() => {
  const all = [...document.querySelectorAll('*')];
  const area = document.querySelector('[data-testid=stMain]') || document.documentElement;
  return {
    ran: window.__pwned !== undefined,
    planted: document.querySelectorAll('img[src=x], svg[onload]').length,
    handlers: all.filter(e => [...e.attributes].some(
      a => a.name.startsWith('on') && a.value.includes('__pwned'))).length,
    links: all.filter(e => /^\\s*javascript/i.test(
      e.getAttribute('href') || e.getAttribute('xlink:href') || '')).length,
    // A word between signs that stands alone in an element was read as markup.
    markup: all.filter(e => !e.children.length && /^zq[a-z]$/.test(e.textContent.trim()))
      .map(e => e.outerHTML.slice(0, 120)),
    formulas: document.querySelectorAll('.katex').length,
    endless: area.scrollHeight > 60000,
    failed: document.querySelectorAll('[data-testid=stException]').length,
  };
}"""
HARMLESS = {
    "ran": False, "planted": 0, "handlers": 0, "links": 0, "markup": [], "formulas": 0,
    "endless": False, "failed": 0,
}  # fmt: skip


@dataclass
class Spoilt:
    """A served copy of the dashboard with hostile tables; the last row of each is the worst."""

    url: str
    data: Dataset

    @property
    def statement(self) -> str:
        return self.data.statements["statement_id"].iloc[-1]

    @property
    def claim(self) -> str:
        return self.data.claims["claim_id"].iloc[-1]

    def card(self, name: str) -> str:
        """Give the address of the card of the last row of a table, by what a row is called."""
        resolution = quote(self.data.resolutions["resolution"].iloc[-1])
        return {
            "a statement": f"/statements?statement={self.statement}",
            "a claim": f"/casualties?claim={self.claim}",
            "a resolution": f"/votes?resolution={resolution}",
            "a meeting": f"/meetings?year=all&meeting={self.data.meetings['meeting_id'].iloc[-1]}",
        }[name]

    @property
    def deck(self) -> str:
        slides = [
            "overview", "members", "votes", "compare", "casualties", "meetings", "article",
            f"statements.statement-{self.statement}", f"casualties.claim-{self.claim}",
            f"readouts.title-\u202e{SHORT.replace('.', '..')}",
        ]  # fmt: skip
        return quote("~".join(slides))


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory) -> Iterator[Spoilt]:
    folder = tmp_path_factory.mktemp("spoilt")
    data = make_hostile(folder)
    process, url = start_server(folder=folder)
    yield Spoilt(url, data)
    end(process)


@pytest.fixture(scope="module")
def context(chromium) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.noticed = []
    watch_policy(context, context.noticed)
    yield context
    context.close()


def opened(context: BrowserContext, server: str, address: str, ready: str) -> tuple[Page, list]:
    """Open a page; give it with everything that it asked of another host, said or threw."""
    page = context.new_page()
    noticed = context.noticed
    noticed.clear()
    page.on("dialog", lambda dialog: (noticed.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: noticed.append(str(error)))
    known = (server, "data:", "blob:", address)
    page.on("request", lambda r: None if r.url.startswith(known) else noticed.append(r.url))
    page.goto(address)
    if ready == AT_REST:
        rests(page)
    else:
        page.wait_for_selector(ready, state="attached", timeout=60_000)
    return page, noticed


CARDS = ["a statement", "a claim", "a resolution", "a meeting"]
OPENED = [
    "/members?country=KAZ",
    "/casualties?chart=time",
    "/statements?q=\u202ezqb",
    "/relations?a=CHN&b=RUS",
]


@pytest.mark.parametrize("path", [*PATHS, *OPENED, *CARDS])
def test_a_view_shows_any_cell_and_runs_none(spoilt, context, path):
    address = spoilt.url + (spoilt.card(path) if path in CARDS else path)
    page, noticed = opened(context, spoilt.url, address, AT_REST)
    assert lasting(page, lambda: sideways(page)) == []
    assert page.evaluate(FOUND) == HARMLESS
    assert noticed == []
    if path in CARDS:
        said = page.locator("[data-testid=stMain]").inner_text().replace("\u2060", "")
        assert LONG in " ".join(said.split())
    page.close()


def test_a_deck_shows_any_cell_and_runs_none(spoilt, context, tmp_path):
    ready = "html[data-ready=yes]"
    file = tmp_path / "deck.html"
    made = httpx.get(f"{spoilt.url}/export/deck.html?deck={spoilt.deck}", timeout=60)
    assert made.status_code == 200
    file.write_bytes(made.content)
    presented = f"{spoilt.url}/briefing?deck={spoilt.deck}&present=1"
    embedded = f"{spoilt.url}/statements?statement={spoilt.statement}&embed=1"
    once_warm(lambda: httpx.get(embedded, timeout=60))
    for address in (presented, embedded, file.as_uri()):
        page, noticed = opened(context, spoilt.url, address, ready)
        assert lasting(page, partial(sideways, page)) == []
        assert page.evaluate(FOUND) == HARMLESS
        assert noticed == []
        shown = page.locator("body").text_content()
        assert LONG in shown
        assert "\u202e" not in shown
        page.close()


def test_files_hold_any_cell_as_text(spoilt):
    def get(path: str) -> httpx.Response:
        answer = httpx.get(f"{spoilt.url}{path}", timeout=60)
        assert answer.status_code == 200, path
        return answer

    slides = Presentation(io.BytesIO(get(f"/export/deck.pptx?deck={spoilt.deck}").content)).slides
    texts = [s.text_frame.text for slide in slides for s in slide.shapes if s.has_text_frame]
    assert any(SHORT in text for text in texts)
    with zipfile.ZipFile(io.BytesIO(get(f"/export/deck.pptx?deck={spoilt.deck}").content)) as file:
        for name in file.namelist():
            if name.endswith(".rels"):
                for link in etree.fromstring(file.read(name)):
                    assert not link.get("Target").startswith("javascript")
    for name in ("statements", "claims", "changes"):
        feed = etree.fromstring(get(f"/feeds/{name}.atom").content)
        said = " ".join(feed.itertext())
        assert "__pwned=1>" in said
        assert not any(str(a).startswith("javascript") for a in feed.xpath("//@href"))
    rows = pd.read_csv(io.BytesIO(get("/data/statements.csv").content), keep_default_na=False)
    assert rows["text"].str.contains(LONG, regex=False).all()
    assert rows["text"].str.len().max() > 100_000
    told = once_warm(lambda: get(f"/statements?statement={spoilt.statement}"), told=True)
    page = html.fromstring(told.text)
    kinds = [s.get("type") for s in page.xpath("//script") if "__pwned" in (s.text or "")]
    assert set(kinds) <= {"application/ld+json"}
    assert not page.xpath("//img | //*[@onload or @onerror or @onfocus]")
    assert "__pwned" in page.xpath("//meta[@property='og:title']/@content")[0]
    assert get("/card.png?view=/casualties").headers["content-type"] == "image/png"
