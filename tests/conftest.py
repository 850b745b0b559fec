"""What the tests share: the data, a real server, a real Chromium that sees no other host."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

import data

ROOT = Path(__file__).parent.parent
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
]
AT_REST = "[data-testid=stApp][data-test-script-state=notRunning]"
# Streamlit looks for its server under the view's own path first: the one known console error.
BASE_PATH_PROBE = "/_stcore/"


@pytest.fixture(scope="session")
def dataset() -> data.Dataset:
    return data.load()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start_server(
    *options: str,
    folder: Path = ROOT,
    port: int = 0,
    log: Path | None = None,
    health: str = "/_stcore/health",
) -> tuple[subprocess.Popen, str]:
    """Start the dashboard as the README does, by default on a free port; wait until it is healthy.

    ``log``: where its words go.
    """
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
    flags = [f"--server.port={port}", "--server.address=127.0.0.1", "--server.headless=true"]
    with (log or Path(os.devnull)).open("ab") as words:
        process = subprocess.Popen(
            [*command, *flags, "--server.fileWatcherType=none", *options],
            cwd=folder,
            stdout=words,
            stderr=words,
        )
    url = f"http://127.0.0.1:{port}"
    for _ in range(150):
        try:
            if httpx.get(f"{url}{health}", timeout=2).text == "ok":
                return process, url
        except httpx.HTTPError:
            time.sleep(0.2)
    process.kill()
    raise RuntimeError("the server did not become healthy within 30 s")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Address of a running dashboard."""
    process, url = start_server()
    yield url
    process.terminate()
    process.wait(10)


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
        """Wait until the script rests and no placeholder is left."""
        self.page.wait_for_selector(AT_REST, timeout=60_000)
        self.page.wait_for_function("() => !document.querySelector('[data-testid=stSkeleton]')")
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
    if message.type == "error" and BASE_PATH_PROBE not in message.location.get("url", ""):
        visit.errors.append(f"{message.text} ({message.location.get('url', '')})")


def run_apart(work: Callable[..., Awaitable[Any]], *arguments: object) -> None:
    """Run a coroutine in a thread of its own: a browser keeps this thread's loop running."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(anyio.run, work, *arguments).result()
