"""The dashboard under a path of a host that it shares with others."""

import re
import socket
from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import expect

from tests.conftest import rests
from tests.serving import end, once_warm, start_server
from tests.session import Session


@pytest.fixture(scope="module")
def outside() -> Iterator[socket.socket]:
    """Stand in for a network that swallows everything: who asks another host asks this."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        silent.setblocking(False)
        yield silent


@pytest.fixture(scope="module")
def under_a_path(outside) -> Iterator[httpx.Client]:
    silent = f"http://127.0.0.1:{outside.getsockname()[1]}"
    with pytest.MonkeyPatch.context() as patch:
        for name in ("http_proxy", "https_proxy"):
            patch.setenv(name, silent)
        patch.setenv("no_proxy", "127.0.0.1")
        process, url = start_server("--server.baseUrlPath=sco", health="/sco/_stcore/health")
    with httpx.Client(base_url=url, timeout=60) as client:
        yield client
    end(process)


def test_under_a_base_path_every_route_answers_under_it_and_only_there(under_a_path):
    get = under_a_path.get
    for address, kind in (
        ("/data/claims.csv", "text/csv"),
        ("/data/geo/world_110m.json", "application/json"),
        ("/data/views/casualties.json", "application/json"),
        ("/export/data.zip?deck=members", "application/zip"),
        ("/assets/deck.css", "text/css"),
        ("/feeds/claims.atom", "application/atom+xml"),
        ("/card.png?view=/members", "image/png"),
    ):
        answer = get(f"/sco{address}")
        assert answer.status_code == 200, address
        assert answer.headers["content-type"].startswith(kind), address
        assert get(address).status_code == 404, address
    described = get("/sco/openapi.json").json()
    url = str(under_a_path.base_url).rstrip("/")
    assert described["servers"] == [{"url": f"{url}/sco"}]
    assert get("/sco/data/claims.csv?whose=XXX").json()["described_at"] == "/sco/openapi.json"


def test_under_a_base_path_pages_lead_to_what_is_there(under_a_path):
    def get(address: str) -> httpx.Response:
        return once_warm(lambda: under_a_path.get(address), told=True)

    for page in ("/sco/members", "/sco/members?embed=1", "/sco/briefing?present=1&deck=members"):
        text = get(page).text
        named = re.findall(
            r'(?:src|href|data-geo|content)="([^"]*(?:assets/|card\.png)[^"]*)"', text
        )
        assert named, page
        for address in named:
            found = get(str(httpx.URL(str(under_a_path.base_url)).join(page).join(address)))
            assert found.status_code == 200, address
            assert "text/html" not in found.headers["content-type"], address
    assert "/sco/members" in re.search(r'class="permalink" href="([^"]*)"', text)[1]
    assert "frame-ancestors *" in get("/sco/members?embed=1").headers["content-security-policy"]
    assert get("/members?embed=1").status_code == 404
    assert get("/scomembers").status_code == 404


def test_sessions_open_under_it_for_our_own_pages_and_no_other_host_is_asked(under_a_path, outside):
    url = str(under_a_path.base_url).rstrip("/")
    for origin in ("https://elsewhere.example", "null", "http://[::1"):
        with pytest.raises(Exception, match="403"):
            Session(f"{url}/sco", {"Origin": origin})
    with Session(f"{url}/sco", {"Origin": url}) as session:
        assert session.run("members").exceptions == []
    with pytest.raises(BlockingIOError):
        outside.accept()


def test_under_a_base_path_a_page_connects_at_once(under_a_path, chromium):
    page = chromium.new_page()
    missed = []
    page.on("response", lambda answer: missed.append(answer.url) if answer.status > 399 else None)
    page.goto(f"{str(under_a_path.base_url).rstrip('/')}/sco/members?country=KAZ")
    rests(page)
    expect(page.get_by_role("heading", name="Kazakhstan").first).to_be_visible()
    assert missed == []
    page.close()
