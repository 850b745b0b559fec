"""The server is killed under its readers and started again: each sees the same view as before."""

import re
import signal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import lasting
from tests.conftest import AT_REST, rests
from tests.serving import free_port, start_server
from tests.session import Session

SESSIONS = 20
VIEWS = [
    ("", {"country": "IND"}),
    ("members", {"country": "KAZ", "on": "2010-01-01"}),
    ("casualties", {"whose": "UKR", "asof": "2022-12-31"}),
    ("statements", {"country": "IND", "topic": "energy"}),
    ("votes", {"asof": "2022-09-15"}),
]
CONNECTED = f"{AT_REST}[data-test-connection-state=CONNECTED]"
MAIN = "[data-testid=stMain]"
PAGES = ["/casualties?whose=UKR&asof=2022-12-31", "/members?country=KAZ"]
"""Read as a whole before and after."""


FIRST_CLICKS = {
    "/compare": (
        lambda page: page.get_by_text("Index", exact=True).click(),
        r"/compare\?mode=index$",
    ),
    "/members?on=2010-01-01": (
        lambda page: page.get_by_role("button", name="Next change").click(),
        r"/members\?on=2012-06-07$",
    ),
    "/casualties?whose=UKR": (
        lambda page: page.locator(".scatterlayer .point").last.click(force=True),
        r"/casualties\?whose=UKR&claim=",
    ),
    "/votes": (
        # On a canvas: a row is chosen by its first column.
        lambda page: page.get_by_test_id("stDataFrame").last.click(position={"x": 12, "y": 52}),
        r"/votes\?resolution=",
    ),
}
"""Pages, the first click on each after the restart, and the link that it asks for."""


def view_of(number: int) -> tuple[str, dict[str, str]]:
    return VIEWS[number % len(VIEWS)]


def text_of(page: Page) -> str:
    """Read the page once all of it has been drawn."""
    rests(page)
    expect(page.locator(MAIN)).to_contain_text("Download these")
    text, before = page.inner_text(MAIN), ""
    while text != before:
        page.wait_for_timeout(300)
        text, before = page.inner_text(MAIN), text
    return text


@pytest.fixture
def words(tmp_path):
    return tmp_path / "server.log"


def test_every_reader_comes_back_to_the_same_view(chromium, words):
    port = free_port()
    server, url = start_server(port=port, log=words)
    sessions = [Session(url) for _ in range(SESSIONS)]
    context = chromium.new_context()
    try:
        before = []
        for number, session in enumerate(sessions):
            view, parameters = view_of(number)
            session.run(view)
            before.append(session.run(view, **parameters))
        pages = [context.new_page() for _ in PAGES]
        clicked = [context.new_page() for _ in FIRST_CLICKS]
        paths = [*PAGES, *FIRST_CLICKS]
        for page, path in zip([*pages, *clicked], paths, strict=True):
            page.goto(url + path)
            page.wait_for_selector(CONNECTED, timeout=60_000)
            page.evaluate("window.notReloaded = true")
        read = [text_of(page) for page in pages]

        server.send_signal(signal.SIGKILL)
        server.wait()
        for page in [*pages, *clicked]:
            expect(page.locator("[data-testid=stApp]")).not_to_have_attribute(
                "data-test-connection-state", "CONNECTED", timeout=30_000
            )
        server, _ = start_server(port=port, log=words)

        for number, run in enumerate(before):
            view, parameters = view_of(number)
            with Session(url) as session:
                again = session.run(view, **parameters)
            assert again.exceptions == []
            assert (again.heading, again.shown()) == (run.heading, run.shown()), view
        for page, path, text in zip(pages, PAGES, read, strict=True):
            page.wait_for_selector(CONNECTED, timeout=60_000)
            rests(page)
            lasting(page, lambda page=page, text=text: page.inner_text(MAIN) != text)
            assert text_of(page) == text
            assert page.url == url + path
            assert page.evaluate("window.notReloaded") is True
        # And the pages are alive: what is asked of them is answered, the first click included.
        tables = pages[0].get_by_test_id("stDataFrame")
        count = tables.count()
        pages[0].get_by_text("Sources of this page").click()
        expect(tables).to_have_count(count + 1, timeout=30_000)
        for page, (click, link) in zip(clicked, FIRST_CLICKS.values(), strict=True):
            page.wait_for_selector(CONNECTED, timeout=60_000)
            rests(page)
            click(page)
            expect(page).to_have_url(re.compile(link), timeout=30_000)
        assert "Traceback" not in words.read_text()
    finally:
        context.close()
        server.kill()
        server.wait()
