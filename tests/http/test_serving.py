"""What the tests' own servers and questions do on a busy machine, and what they do not hide."""

import subprocess
import sys
import time

import httpx
import pytest

from tests import serving
from tests.serving import free_port, once_warm, until_healthy

PATIENCE = httpx.Response(503, headers={"retry-after": "5"}, text="Ask again in a few seconds.")
UNTOLD = httpx.Response(200, text='<meta property="og:title" content="SCO Observatory">')
TOLD = httpx.Response(200, text='<meta property="og:title" content="27 states">')
BROKEN = httpx.Response(500)
CLOSED = httpx.Response(503, text="The data cannot be read.")


@pytest.mark.parametrize(
    ("answers", "told", "given"),
    [
        ([PATIENCE, PATIENCE, TOLD], False, TOLD),
        ([UNTOLD, TOLD], True, TOLD),
        ([UNTOLD, TOLD], False, UNTOLD),
        ([BROKEN, TOLD], True, BROKEN),
        ([CLOSED, TOLD], True, CLOSED),
        ([PATIENCE] * 50, False, PATIENCE),
        ([UNTOLD] * 50, True, UNTOLD),
    ],
)
def test_only_who_asks_for_patience_is_asked_again(monkeypatch, answers, told, given):
    monkeypatch.setattr(serving.time, "sleep", lambda _: None)
    assert once_warm(iter(answers).__next__, told=told) is given


def test_a_server_that_ends_by_itself_is_not_waited_for():
    begun = time.monotonic()
    process = subprocess.Popen([sys.executable, "-c", ""])
    with pytest.raises(RuntimeError, match="ended by itself"):
        until_healthy(process, f"http://127.0.0.1:{free_port()}")
    assert time.monotonic() - begun < 20


def test_workers_take_ports_of_their_own_that_no_connection_is_given(monkeypatch):
    taken = []
    for worker in ("gw0", "gw1", "gw19"):
        monkeypatch.setenv("PYTEST_XDIST_WORKER", worker)
        ports = serving._own_ports()
        taken.append({next(ports) for _ in range(serving.PORTS_EACH)})
        assert len(taken[-1]) == serving.PORTS_EACH
    assert not taken[0] & taken[1]
    assert 1024 < min(map(min, taken)) < max(map(max, taken)) < 32_768
