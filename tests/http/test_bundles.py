"""Scripts and styles come compressed, and are compressed once."""

import gzip
import re
from pathlib import Path

import httpx
import pytest
import streamlit
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from components.server import bundles
from tests.conftest import run_apart

SCRIPTS = Path(streamlit.__file__).parent / "static" / "static" / "js"
NAMED = re.compile(r'(?:src|href)="(?:\./)?((?:static|assets)/[^"]+\.(?:js|css))"')
PLAIN = {"Accept-Encoding": "identity"}


def chart_script() -> str:
    (path,) = SCRIPTS.glob("PlotlyChart.*.js")
    return f"/static/js/{path.name}"


@pytest.mark.parametrize("path", [chart_script(), "/assets/plotly.min.js", "/assets/page.css"])
def test_a_script_or_style_comes_in_a_fraction_of_its_bytes(server, path):
    with httpx.Client(base_url=server, timeout=60) as client:
        plain = client.get(path, headers=PLAIN)
        with client.stream("GET", path, headers={"Accept-Encoding": "gzip"}) as packed:
            raw = b"".join(packed.iter_raw())
        tag = packed.headers["etag"]
        known = client.get(path, headers={"Accept-Encoding": "gzip", "If-None-Match": tag})
    assert packed.status_code == plain.status_code == 200
    assert gzip.decompress(raw) == plain.content
    assert len(raw) == int(packed.headers["content-length"])
    assert len(raw) < len(plain.content) * (0.35 if len(plain.content) > 10_000 else 0.7)
    assert "content-encoding" not in plain.headers
    assert "Accept-Encoding" in packed.headers["vary"]
    assert tag == f"W/{plain.headers['etag']}"
    assert known.status_code == 304
    same = ("content-type", "cache-control", "content-security-policy")
    assert all(packed.headers[name] == plain.headers[name] for name in same)


def test_every_script_that_a_page_names_comes_compressed(server):
    with httpx.Client(base_url=server, timeout=60) as client:
        page = client.get("/members").text
        named = set(
            re.findall(r'(?:src|href)="(?:\./)?((?:static|assets)/[^"]+\.(?:js|css))"', page)
        )
        assert len(named) > 20
        for path in named:
            answer = client.get(f"/{path}", headers={"Accept-Encoding": "gzip"})
            assert answer.headers["content-encoding"] == "gzip", path


def test_a_part_of_a_script_is_given_as_it_lies_there(server):
    asked = {"Accept-Encoding": "gzip", "Range": "bytes=0-99"}
    part = httpx.get(server + chart_script(), headers=asked, timeout=60)
    assert part.status_code == 206
    assert "content-encoding" not in part.headers
    assert len(part.content) == 100


def test_what_is_no_script_and_what_is_not_there_pass_as_they_are(server):
    asked = {"Accept-Encoding": "gzip"}
    missing = httpx.get(f"{server}/static/js/none.js", headers=asked, timeout=60)
    assert missing.status_code == 404
    font = re.search(r"static/media/[^\"]+\.woff2", httpx.get(server, timeout=60).text)
    assert "content-encoding" not in httpx.get(f"{server}/{font[0]}", headers=asked).headers


def test_a_file_is_compressed_once_and_anew_when_it_has_changed(monkeypatch):
    made = []
    compress = gzip.compress
    monkeypatch.setattr(
        bundles.gzip, "compress", lambda *a, **k: made.append(1) or compress(*a, **k)
    )
    now = {"content": b"first " * 99}

    async def script(_):
        content = now["content"]
        tag = {"etag": f'"{hash(content)}"'}
        return Response(content, media_type="text/javascript", headers=tag)

    inner = Starlette(routes=[Route("/static/js/a.js", script)])
    app = bundles.CompressedBundles(inner)

    async def ask() -> None:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            for _ in range(3):
                assert (await client.get("/static/js/a.js")).content == b"first " * 99
            assert len(made) == 1
            now["content"] = b"second " * 99
            assert (await client.get("/static/js/a.js")).content == b"second " * 99
            assert len(made) == 2

    run_apart(ask)
