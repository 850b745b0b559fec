"""A page of another site opens no session, and costs nobody any time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit import net_util
from streamlit.web.server.starlette import starlette_websocket

from components.server.origins import OwnOrigins, may_open
from tests.conftest import run_apart
from tests.http.test_fuzz import FEW

HOST = "sco.example.org"
NAMES = [
    "localhost",
    "127.0.0.1",
    "0.0.0.0",
    "10.0.0.7",
    HOST,
    "other.example",
    "",
    "[::1]",
    "[::1",
]


@pytest.fixture(autouse=True)
def nobody_is_asked(monkeypatch):
    monkeypatch.setattr(net_util, "get_internal_ip", lambda: "10.0.0.7")
    monkeypatch.setattr(net_util, "get_external_ip", lambda: None)


@pytest.fixture
def options(monkeypatch):
    """Set options of the server, as flags of its command do."""
    given_ = {"browser.serverAddress": "localhost"}
    known = starlette_websocket.config.get_option

    def option(name):
        return given_.get(name, known(name))

    monkeypatch.setattr("streamlit.config.get_option", option)
    return given_


@pytest.mark.parametrize(
    ("origin", "host", "opens"),
    [
        (None, HOST, True),
        (f"https://{HOST}", HOST, True),
        (f"http://{HOST}:8080", f"{HOST}:8080", True),
        (f"http://{HOST}:8080", HOST, False),
        ("http://localhost:3000", HOST, True),
        ("http://10.0.0.7:8501", HOST, True),
        ("https://elsewhere.example", HOST, False),
        (f"https://elsewhere.example/{HOST}", HOST, False),
        (f"https://{HOST}@elsewhere.example", HOST, False),
        (f"https://{HOST}.elsewhere.example", HOST, False),
        ("https://elsewhere.example", None, False),
        ("null", HOST, False),
        ("", HOST, False),
        ("http://[::1", HOST, False),
        ("http://[::1", "[::1", False),
    ],
)
def test_only_a_page_of_this_server_opens_a_session(options, origin, host, opens):
    assert may_open(origin, host) is opens


def test_an_address_that_the_operator_names_opens_sessions(options):
    options["browser.serverAddress"] = "sco.example.net"
    options["server.corsAllowedOrigins"] = ["https://paper.example", " http://b.example:81 "]
    for origin in ("https://sco.example.net", "https://paper.example", "http://b.example"):
        assert may_open(origin, HOST), origin
    assert not may_open("https://elsewhere.example", HOST)


def test_without_protection_every_origin_that_can_be_read_opens_a_session(options):
    options["server.enableCORS"] = False
    assert may_open("https://elsewhere.example", HOST)
    assert not may_open("http://[::1", HOST)


@FEW
@given(
    st.sampled_from(["http://", "https://", "", "//", "ws:"]),
    st.sampled_from(NAMES) | st.text(max_size=8),
    st.sampled_from(["", ":80", ":8501", ":x", "/", "@", "?", "\\", "."]),
    st.sampled_from(NAMES),
)
def test_the_rule_is_streamlits_own_where_that_can_read_the_origin(scheme, name, end, host):
    origin = f"{scheme}{name}{end}"
    try:
        expected = starlette_websocket._is_origin_allowed(origin, host)
    except ValueError:
        expected = False
    assert may_open(origin, host) is expected


@pytest.mark.parametrize("forwarded", [b"elsewhere.example", b""])
def test_a_foreign_page_is_refused_before_streamlit_hears_of_it(forwarded):
    heard, sent = [], []

    async def app(scope, receive, send):
        heard.append(scope["type"])

    async def note(message):
        sent.append(message)

    def headers(origin: bytes) -> list[tuple[bytes, bytes]]:
        # What a proxy says of the host beside the host itself is not believed, as by Streamlit.
        more = [(b"x-forwarded-host", forwarded)] if forwarded else []
        return [(b"host", HOST.encode()), (b"origin", origin), *more]

    foreign = {"type": "websocket", "headers": headers(b"https://elsewhere.example")}
    run_apart(OwnOrigins(app), foreign, None, note)
    assert (heard, sent) == ([], [{"type": "websocket.close", "code": 1008}])
    run_apart(
        OwnOrigins(app), {**foreign, "headers": headers(b"https://" + HOST.encode())}, None, note
    )
    # Files may be fetched from everywhere: they hold no session.
    run_apart(OwnOrigins(app), {**foreign, "type": "http"}, None, note)
    assert heard == ["websocket", "http"]
