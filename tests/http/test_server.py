"""The server as a client sees it: open data, headers, and what it must not serve."""

import gzip
import hashlib
import json
import re
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from streamlit.testing.v1 import AppTest

import data
from components.answers import BRIEFING, VIEWS
from tests.conftest import ROOT, free_port

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


def test_the_server_is_healthy(server):
    assert httpx.get(f"{server}/_stcore/health").text == "ok"


@pytest.mark.parametrize("name", [n for n in OPEN_FILES if n not in WITHHELD_IN_PART])
def test_an_open_file_equals_the_disk(server, name):
    answer = httpx.get(f"{server}/data/{name}")
    assert answer.status_code == 200
    assert answer.content == (data.FOLDER / name).read_bytes()


def test_an_open_file_is_sent_once_and_then_confirmed(server):
    first = httpx.get(f"{server}/data/claims.csv")
    again = httpx.get(f"{server}/data/claims.csv", headers={"If-None-Match": first.headers["etag"]})
    assert first.headers["cache-control"].startswith("public")
    assert again.status_code == 304
    assert again.content == b""
    other = httpx.get(f"{server}/data/claims.csv", headers={"If-None-Match": '"other"'})
    assert other.status_code == 200


def test_an_open_file_is_compressed_for_who_asks(server):
    with httpx.stream(
        "GET", f"{server}/data/geo/world_110m.json", headers={"Accept-Encoding": "gzip"}
    ) as answer:
        raw = b"".join(answer.iter_raw())
    expected = (data.FOLDER / "geo" / "world_110m.json").read_bytes()
    assert len(raw) < len(expected) / 2
    assert hashlib.sha256(gzip.decompress(raw)).digest() == hashlib.sha256(expected).digest()


@pytest.mark.parametrize("page", PAGES)
def test_every_page_carries_the_security_headers(server, page):
    headers = httpx.get(f"{server}/{page}").headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "script-src 'self' 'wasm-unsafe-eval' 'sha256-" in policy
    scripts = policy.split("script-src")[1].split(";")[0]
    assert "unsafe-inline" not in scripts
    assert "'unsafe-eval'" not in scripts
    assert headers["x-content-type-options"] == "nosniff"


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
    answer = httpx.get(f"{server}/{path}")
    assert "import " not in answer.text
    assert "streamlit==" not in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_open_data_can_only_be_read(server, method):
    assert httpx.request(method, f"{server}/data/claims.csv").status_code == 405


def test_streamlit_run_uvicorn_and_apptest_all_open_the_entry():
    app = AppTest.from_file(ROOT / "dashboard.py", default_timeout=60).run()
    assert app.title[0].value
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "dashboard:app", f"--port={port}"]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(100):
            try:
                answer = httpx.get(f"http://127.0.0.1:{port}/data/conflicts.csv")
                break
            except httpx.HTTPError:
                time.sleep(0.2)
        assert answer.content == (data.FOLDER / "conflicts.csv").read_bytes()
    finally:
        process.terminate()
        process.wait(10)


def test_every_script_of_a_view_is_a_page():
    scripts = {path.stem for path in (Path(ROOT) / "components" / "views").glob("*.py")}
    assert scripts == {page or "overview" for page in PAGES}


def test_an_address_that_no_view_has_is_not_found_and_a_page_says_so(server):
    for path in ("/nope", "/nope/"):
        answer = httpx.get(f"{server}{path}", follow_redirects=True)
        assert answer.status_code == 404
        assert "text/html" in answer.headers["content-type"]
    assert httpx.get(f"{server}/members").status_code == 200
    assert httpx.get(f"{server}/_stcore/health").status_code == 200


def test_a_search_engine_is_told_where_every_view_is(server):
    robots = httpx.get(f"{server}/robots.txt")
    assert robots.headers["content-type"].startswith("text/plain")
    assert f"Sitemap: {server}/sitemap.xml" in robots.text
    listed = re.findall("<loc>(.+?)</loc>", httpx.get(f"{server}/sitemap.xml").text)
    assert sorted(listed) == sorted(f"{server}/{page}" for page in PAGES)
    assert all(httpx.get(address).status_code == 200 for address in listed)
