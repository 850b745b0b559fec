"""Random and hostile requests: no exception, no file of ours outside the routes, no traceback."""

import html
import os
import re

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.serving import ROOT

EXAMPLES = int(os.environ.get("HOSTILE_REQUESTS", "100"))
"""CI sends 100 of each kind; ``HOSTILE_REQUESTS=10000`` by hand."""
FEW = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
# Streamlit's own protocol needs its runtime, which no test in this process starts.
OURS = ["data", "export", "assets", "feeds", "data/geo", "data/views", "data/questions", ""]
PIECES = [
    "..",
    "%2e%2e",
    "%252e%252e",
    "..%2f",
    "..%5c",
    "..\\",
    "%00",
    "claims.csv%00.png",
    "\u202e",
    "ﬀ",
    "%c0%ae%c0%ae",
    "%ff",
    "~root",
    "C:",
    "file:",
    "etc/passwd",
    "requirements.txt",
    "dashboard.py",
    "__init__.py",
    "contract.py",
    "claims.csv",
    "claims.CSV",
    "datapackage.json",
    "casualties.csv",
    "deck.pptx",
    ".git/config",
    ".streamlit/secrets.toml",
    "members",
    "card.png",
    "openapi.json",
    ";",
    "?",
    "#",
    "//",
    " ",
    "%0d%0aSet-Cookie:x=1",
]
PATHS = st.builds(
    lambda start, parts: "/" + "/".join([start, *parts]),
    st.sampled_from(OURS),
    st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=5),
)
METHODS = [
    "GET",
    "HEAD",
    "POST",
    "PUT",
    "DELETE",
    "PATCH",
    "TRACE",
    "CONNECT",
    "OPTIONS",
    "PROPFIND",
]
LATIN = st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=60)
HEADERS = st.dictionaries(
    st.sampled_from(
        [
            "Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Host",
            "X-Forwarded-For",
            "Forwarded",
            "Accept",
            "Accept-Encoding",
            "Range",
            "If-None-Match",
            "If-Modified-Since",
            "Cookie",
            "Origin",
            "Referer",
            "Content-Type",
            "Content-Length",
        ]
    ),
    LATIN
    | st.sampled_from(
        [
            'x"><script>alert(1)</script>',
            "evil.example",
            "[::1",
            "javascript",
            "https, http",
            "bytes=0-0,5-,9-3",
            "bytes=999999999-",
            "*",
            'W/,,"',
            "gzip;q=nan",
            "Thu, 99 Foo 0000",
            "x" * 20_000,
            "-1",
        ]
    ),
    max_size=4,
)
SOURCES = re.compile(r"^from components|^import streamlit|^streamlit==|root:.*:0:0", re.M)


def check(answer: httpx.Response) -> None:
    """Hold an answer against what no answer may be."""
    assert answer.status_code < 500
    kind, sent_on = answer.headers.get("content-type", ""), answer.headers.get("location", "/")
    assert sent_on.startswith(("/", "http://sco.example/"))
    assert not sent_on.startswith("//")
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    if "html" in kind or "text/plain" in kind or not kind:
        text = answer.text
        assert "Traceback (most recent call last)" not in text
        assert str(ROOT) not in text
        assert not SOURCES.search(text)
        assert "<script>alert(1)" not in text
        assert "evil.example" not in text or "html" not in kind or 'href="http' in text


def written(text: str) -> str:
    """Write text as it may stand in a request line: what is not printable ASCII is escaped."""
    raw = text.encode("utf-8", "surrogatepass")
    return "".join(chr(b) if 0x21 <= b <= 0x7E else f"%{b:02X}" for b in raw)


@FEW
@given(PATHS, st.sampled_from(METHODS))
def test_no_path_and_no_method_gets_a_file_that_has_no_route(ask_app, path, method):
    answer = ask_app(written(path).replace("#", "%23"), method)
    check(answer)
    if method not in ("GET", "HEAD"):
        assert answer.status_code in (307, 400, 404, 405, 414), (method, path)


@FEW
@given(
    st.sampled_from(
        [
            "/members",
            "/",
            "/members?embed=1",
            "/briefing?present=1&deck=members",
            "/data/conflicts.csv",
            "/data/views/downloads.csv",
            "/data/geo/countries.geojson",
            "/assets/deck.css",
            "/feeds/changes.atom",
            "/card.png?view=/members",
            "/openapi.json",
            "/nowhere",
        ]
    ),
    HEADERS,
)
def test_no_header_breaks_an_answer_or_gets_into_it(ask_app, address, headers):
    sent = {name: value.encode("latin-1") for name, value in headers.items()}
    answer = ask_app(address, "GET", sent)
    check(answer)
    assert answer.status_code in (200, 304, 400, 404, 416)


@pytest.mark.parametrize(
    "host",
    ['x"><script>alert(1)</script>', "a b", "x/y", "x?y", "user@x", "[::1", "é", "x:99999999"],
)
def test_a_host_that_is_none_gets_into_no_link(ask_app, host):
    sent = {"Host": host.encode("latin-1")}
    described = ask_app("/openapi.json", "GET", sent).json()
    assert described["servers"] == [{"url": "http://localhost"}]
    for address in ("/members", "/members?embed=1", "/feeds/changes.atom"):
        text = ask_app(address, "GET", sent).text
        assert "http://localhost/" in text, address
        assert f"//{host}" not in text, address
        assert f"//{html.escape(host)}" not in text, address


@FEW
@given(
    st.sampled_from(
        [
            "/data/claims.csv",
            "/data/votes.json",
            "/data/all.zip",
            "/data/views/members.csv",
            "/data/views/briefing.csv",
            "/export/data.zip",
            "/feeds/claims.atom",
            "/feeds/changes.atom",
            "/card.png",
            "/members",
            "/briefing",
        ]
    ),
    st.lists(
        st.tuples(
            st.sampled_from(["asof", "since", "deck", "whose", "view", "q", "from", "embed"])
            | st.text(max_size=8),
            st.sampled_from(["", "x", "2022-09-15", "members", "~", "UKR", "1", "/members", "\x00"])
            | st.text(max_size=30),
        ),
        max_size=5,
    ),
)
def test_no_query_breaks_a_route(ask_app, path, parameters):
    query = "&".join(f"{written(name)}={written(value)}" for name, value in parameters)
    answer = ask_app(f"{path}?{query}")
    check(answer)
    assert answer.status_code in (200, 400)
    if path.startswith(("/data", "/export", "/feeds")) and answer.status_code == 400:
        assert answer.json()["parameters"]


@pytest.mark.parametrize("size", [20_000, 100_000, 1_000_000])
def test_an_oversized_query_is_refused_at_once(ask_app, size):
    for path in ("/members", "/data/claims.csv", "/card.png", "/_stcore/stream"):
        answer = ask_app(f"{path}?q={'x' * size}")
        assert answer.status_code == 414
        assert len(answer.content) < 200
