"""The server as a client sees it: open data, headers, and what it must not serve."""

import gzip
import hashlib
import json
import re
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import anyio
import httpx
import pytest
from streamlit.testing.v1 import AppTest

import data
from components.answers import BRIEFING, VIEWS
from components.server.security import SecurityHeaders
from tests.serving import ROOT, end, free_port

PACKAGE = json.loads((data.FOLDER / "datapackage.json").read_text(encoding="utf-8"))
OPEN_FILES = [
    "datapackage.json",
    "README.md",
    *(resource["path"] for resource in PACKAGE["resources"]),
    *(f"geo/{path.name}" for path in (data.FOLDER / "geo").iterdir() if path.suffix != ".py"),
]
OPEN_FILES = [name for name in OPEN_FILES if "__pycache__" not in name]
WITHHELD_IN_PART = ["indicators.csv"]
PAGES = [*VIEWS, BRIEFING]
get = partial(httpx.get, timeout=60)


def test_the_server_is_healthy(server):
    assert get(f"{server}/_stcore/health").text == "ok"


@pytest.mark.parametrize("name", [n for n in OPEN_FILES if n not in WITHHELD_IN_PART])
def test_an_open_file_equals_the_disk(server, name):
    answer = get(f"{server}/data/{name}")
    assert answer.status_code == 200
    assert answer.content == (data.FOLDER / name).read_bytes()


def test_an_open_file_is_sent_once_and_then_confirmed(server):
    first = get(f"{server}/data/claims.csv")
    again = get(f"{server}/data/claims.csv", headers={"If-None-Match": first.headers["etag"]})
    assert first.headers["cache-control"] == "public, max-age=300, must-revalidate"
    assert again.status_code == 304
    assert again.content == b""
    other = get(f"{server}/data/claims.csv", headers={"If-None-Match": '"other"'})
    assert other.status_code == 200


def test_an_open_file_is_compressed_for_who_asks(server):
    with httpx.stream(
        "GET",
        f"{server}/data/geo/world_110m.json",
        headers={"Accept-Encoding": "gzip"},
        timeout=60,
    ) as answer:
        raw = b"".join(answer.iter_raw())
    expected = (data.FOLDER / "geo" / "world_110m.json").read_bytes()
    assert len(raw) < len(expected) / 2
    assert hashlib.sha256(gzip.decompress(raw)).digest() == hashlib.sha256(expected).digest()


POLICY = {
    "default-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
}
"""All but the scripts: a rule that is loosened or left out is another policy."""
HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cross-origin-opener-policy": "same-origin",
}


@pytest.mark.parametrize("page", [*PAGES, "nope", "data/claims.csv", "data/none", "card.png?x"])
def test_every_answer_carries_the_security_headers(server, page):
    headers = get(f"{server}/{page}").headers
    policy = dict(rule.split(" ", 1) for rule in headers["content-security-policy"].split("; "))
    scripts = policy.pop("script-src").split()
    assert policy == POLICY
    assert scripts[:2] == ["'self'", "'wasm-unsafe-eval'"]
    assert len(scripts) > 2
    assert all(script.startswith("'sha256-") for script in scripts[2:])
    assert {name: headers[name] for name in HEADERS} == HEADERS


def test_an_answer_that_fails_carries_them_too_and_says_nothing_of_the_inside():
    async def broken(*_: object) -> None:
        raise ValueError("a secret of the inside")

    sent: list[dict] = []

    async def ask() -> None:
        async def send(message: dict) -> None:
            sent.append(message)

        with pytest.raises(ValueError, match="a secret"):
            await SecurityHeaders(broken)({"type": "http"}, anyio.sleep_forever, send)

    anyio.run(ask)
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    assert sent[0]["status"] == 500
    assert {name: headers[name] for name in HEADERS} == HEADERS
    assert "frame-ancestors 'self'" in headers["content-security-policy"]
    assert b"secret" not in b"".join(message.get("body", b"") for message in sent)


@pytest.mark.parametrize(
    "path",
    [
        "data/__init__.py",
        "data/contract.py",
        "data/geo/prepare.py",
        "data/",
        "data/questions/claims.py",
        "data/../dashboard.py",
        "data/%2e%2e/dashboard.py",
        "data/..%2fdashboard.py",
        "data/geo/..%2f..%2frequirements.txt",
    ],
)
def test_source_files_are_not_served(server, path):
    answer = get(f"{server}/{path}")
    assert "import " not in answer.text
    assert "streamlit==" not in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_open_data_can_only_be_read(server, method):
    assert httpx.request(method, f"{server}/data/claims.csv", timeout=60).status_code == 405


def test_streamlit_run_uvicorn_and_apptest_all_open_the_entry():
    app = AppTest.from_file(ROOT / "dashboard.py", default_timeout=60).run()
    assert app.title[0].value
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "dashboard:app", f"--port={port}"]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(300):
            assert process.poll() is None
            try:
                answer = httpx.get(f"http://127.0.0.1:{port}/data/conflicts.csv", timeout=60)
                break
            except httpx.HTTPError:
                time.sleep(0.2)
        else:
            pytest.fail("the server did not answer within a minute")
        assert answer.content == (data.FOLDER / "conflicts.csv").read_bytes()
    finally:
        end(process)


def test_every_script_of_a_view_is_a_page():
    scripts = {path.stem for path in (Path(ROOT) / "components" / "views").glob("*.py")}
    assert scripts == {page or "overview" for page in PAGES}


def test_an_address_that_no_view_has_is_not_found_and_a_page_says_so(server):
    unknown = ["/nope", "/nope/", "/members.html", "/a/b/c", "/.git/config", "/favicon.ico"]
    for path in unknown:
        for asked in ({}, {"Range": "bytes=0-9"}):
            answer = get(f"{server}{path}", follow_redirects=True, headers=asked)
            assert answer.status_code == 404, path
            assert "text/html" in answer.headers["content-type"]
            assert "</html>" in answer.text
    assert get(f"{server}/members").status_code == 200
    assert get(f"{server}/_stcore/health").status_code == 200
    # A file has one name: no redirection that a proxy's scheme would be lost in.
    assert get(f"{server}/data/claims.csv/").status_code == 404


def test_a_page_of_more_parameters_than_are_read_is_refused_in_words(server):
    address = f"{server}/casualties?whose=UKR&" + "&".join(["x=1"] * 100)
    answer = get(address)
    assert answer.status_code == 414
    assert "it has 101 parameters, and may have 100" in answer.text
    assert get(address.removesuffix("&x=1")).status_code == 200


def test_a_search_engine_is_told_where_every_view_is(server):
    robots = get(f"{server}/robots.txt")
    assert robots.headers["content-type"].startswith("text/plain")
    assert f"Sitemap: {server}/sitemap.xml" in robots.text
    listed = re.findall("<loc>(.+?)</loc>", get(f"{server}/sitemap.xml").text)
    assert sorted(listed) == sorted(f"{server}/{page}" for page in PAGES)
    assert all(get(address).status_code == 200 for address in listed)
