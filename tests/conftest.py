"""What the tests share: the data, a real server, a real Chromium that sees no other host."""

import os
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import anyio
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

import data
from tests.serving import end, start_server

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
]
# What is expected comes after a rerun, which takes its time on a busy machine.
expect.set_options(timeout=30_000)
AT_REST = "[data-testid=stApp][data-test-script-state=notRunning]"
RESTS = """(atRest) => document.querySelector(atRest)
  && !document.querySelector('[data-testid=stSkeleton]')
  // A chart is empty until its width is known.
  && ![...document.querySelectorAll('[data-testid=stFullScreenFrame]:empty')]
    .some((frame) => frame.clientWidth)
  // It is listened to once it has been drawn, a map once its shapes have come.
  && [...document.querySelectorAll('.stPlotlyChart')].every((chart) =>
    chart.querySelector('.js-plotly-plot')?._ev?.listenerCount('plotly_selected'))"""
"""At one instant: the script rests, no placeholder is left, every chart is drawn and listens."""


@pytest.fixture(scope="session")
def dataset() -> data.Dataset:
    return data.load()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Address of a running dashboard."""
    process, url = start_server()
    yield url
    end(process)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@dataclass
class Visit:
    """An open page, with every request to another host and every console error it caused."""

    page: Page
    url: str
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def settle(self) -> "Visit":
        """Wait until the script rests and everything that it sent is drawn."""
        rests(self.page)
        return self

    def go(self, path: str) -> "Visit":
        self.page.goto(f"{self.url}{path}")
        return self.settle()


@pytest.fixture
def visit(server: str, chromium: Browser) -> Iterator[Callable[..., Visit]]:
    """Open a path in a fresh browser context; every outside host is blocked and recorded."""
    contexts = []

    def open_(path: str, *, width: int = 1280, height: int = 900, scheme: str = "light") -> Visit:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme
        )
        contexts.append(context)
        visit = Visit(context.new_page(), server)

        def guard(route):
            address = route.request.url
            if address.startswith((server, "data:", "blob:")):
                route.continue_()
            else:
                visit.outside.append(address)
                route.abort()

        context.route("**/*", guard)
        watch_policy(context, visit.errors)
        visit.page.on("websocket", lambda socket: _note_socket(visit, socket.url))
        visit.page.on("console", lambda message: _note_console(visit, message))
        visit.page.on("pageerror", lambda error: visit.errors.append(f"page error: {error}"))
        return visit.go(path)

    yield open_
    for context in contexts:
        context.close()


def rests(page: Page) -> None:
    """Wait until a page of the dashboard is whole: run, drawn, and open to clicks."""
    page.wait_for_function(RESTS, arg=AT_REST, timeout=60_000)


def watch_policy(context: BrowserContext, noticed: list[str]) -> None:
    """Note every breach of a page's security policy."""
    context.expose_binding("__breached", lambda _, breach: noticed.append(f"policy: {breach}"))
    context.add_init_script(
        "document.addEventListener('securitypolicyviolation', (e) =>"
        " window.__breached(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}`))"
    )


def _note_socket(visit: Visit, address: str) -> None:
    if not address.startswith(visit.url.replace("http", "ws", 1)):
        visit.outside.append(address)


def _note_console(visit: Visit, message) -> None:
    if message.type == "error":
        visit.errors.append(f"{message.text} ({message.location.get('url', '')})")


def run_apart(work: Callable[..., Awaitable[Any]], *arguments: object) -> None:
    """Run a coroutine in a thread of its own: a browser keeps this thread's loop running."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(anyio.run, work, *arguments).result()
