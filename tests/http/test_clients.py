"""Clients that keep no rules, on a real socket: they are answered or cut off, others go on."""

import contextlib
import socket
import time

import httpx
import pytest

from components.exports.tables import data_package
from components.server import asking

BROKEN = [
    b"GET /members\x00 HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET /data/claims.csv HTTP/1.1\r\n\r\n",
    b"GET /data/claims.csv HTTP/9.9\r\nHost: x\r\n\r\n",
    b"GET /../../../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET //etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET http://evil.example/members HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET /members?asof=\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET /members HTTP/1.1\r\nHost: \xff\r\n\r\n",
    b"GET /members HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    b"GET /members HTTP/1.1\r\nHost: x\r\nX-A: " + b"y" * 200_000 + b"\r\n\r\n",
    b"GET /members?q=" + b"y" * 100_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET /members HTTP/1.1\r\nHost: x\r\n" + b"X-A: y\r\n" * 5_000 + b"\r\n",
    b"POST /data/claims.csv HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    b"POST /data/claims.csv HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n"
    b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"TRACE /members HTTP/1.1\r\nHost: x\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"\r\n\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
]
SLOW = 40
"""Clients that send next to nothing, and keep their sockets."""


def connect(server: str) -> socket.socket:
    host, port = server.removeprefix("http://").split(":")
    client = socket.socket()
    client.settimeout(20)
    # As little as may be waits on the client's side: who does not read holds the server up.
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    client.connect((host, int(port)))
    return client


@pytest.mark.parametrize("raw", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_request_gets_no_server_error_and_no_file(server, raw):
    with connect(server) as client, contextlib.suppress(ConnectionError):
        client.sendall(raw)
        with contextlib.suppress(OSError):  # It may have been cut off by now.
            client.shutdown(socket.SHUT_WR)
        got = b""
        while part := client.recv(65_536):
            got += part
        status = got.split(b" ", 2)[1] if got.startswith(b"HTTP/") else b""
        assert not status.startswith(b"5"), got[:200]
        assert b"Traceback" not in got
        assert b"root:" not in got
    assert httpx.get(f"{server}/_stcore/health", timeout=20).text == "ok"


def test_slow_clients_hold_up_nobody(server):
    page = "/members?asof=2022-09-15"
    get = lambda address: httpx.get(f"{server}{address}", timeout=20)  # noqa: E731
    with contextlib.ExitStack() as open_:
        slow = [open_.enter_context(connect(server)) for _ in range(SLOW)]
        for place, client in enumerate(slow):
            # Half send a request line bit by bit, half ask for 5 MB and do not read them.
            start = b"GET /data/claims.csv HTTP/1.1\r\nHost: x\r\n"
            large = b"GET /export/deck.html?deck=members HTTP/1.1\r\nHost: x\r\n\r\n"
            client.sendall(start if place % 2 else large)
        # It is made once, and then stands before each of them.
        assert get("/export/deck.html?deck=members").status_code == 200
        for _ in range(2):
            for client in slow[1::2]:
                client.sendall(b"X")
            assert get("/_stcore/health").text == "ok"
            assert get(page).status_code == get("/data/conflicts.csv").status_code == 200
            time.sleep(0.2)
        for client in slow[1::2]:
            client.sendall(b": y\r\n\r\n")
            assert client.recv(100).startswith(b"HTTP/1.1 200")


def test_a_large_file_is_made_once_and_too_many_at_once_are_put_off(ask_app, monkeypatch):
    made = []
    monkeypatch.setattr(data_package, "package_zip", lambda *_: made.append(1) or b"PK")
    address = "/data/all.zip?asof=2003-03-03"
    assert ask_app(address).content == ask_app(address).content == b"PK"
    assert made == [1]
    monkeypatch.setattr(asking, "MOST_WAITING", 0)
    for busy in (address, "/export/deck.html?deck=members"):
        answer = ask_app(busy)
        assert answer.status_code == 429
        assert "Ask again in a few seconds" in answer.text
        assert answer.headers["retry-after"] == "5"
    for path in ("/members", "/data/conflicts.csv", "/feeds/claims.atom", "/card.png"):
        assert ask_app(path).status_code == 200
