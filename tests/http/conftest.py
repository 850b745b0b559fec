"""The dashboard's own app in this process: an exception in it fails the test that caused it."""

from collections.abc import Callable, Iterator, Mapping
from urllib.parse import unquote

import anyio
import anyio.from_thread
import httpx
import pytest

import dashboard
from components.server import unfurl, warming

Ask = Callable[..., httpx.Response]


async def request(
    target: str, method: str = "GET", headers: Mapping[str, bytes] | None = None
) -> httpx.Response:
    """Send a request to the app as uvicorn would, with no client's own rules in between.

    ``target``: path and query as they stand in the request line, ASCII.
    """
    path, _, query = target.partition("?")
    sent = {"host": b"sco.example", **{n.lower(): v for n, v in (headers or {}).items()}}
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(path),
        "raw_path": path.encode("ascii"),
        "query_string": query.encode("ascii"),
        "root_path": "",
        "headers": [(name.encode("ascii"), value) for name, value in sent.items()],
        "client": ("203.0.113.7", 40_000),
        "server": ("sco.example", 80),
    }
    got: list[dict] = []

    bodies = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> dict:
        if not bodies:
            await anyio.sleep_forever()  # The client stays until it has its answer.
        return bodies.pop()

    async def send(message: dict) -> None:
        got.append(message)

    await dashboard.app(scope, receive, send)
    start = got[0]
    body = b"".join(message.get("body", b"") for message in got[1:])
    return httpx.Response(start["status"], headers=start["headers"], content=body)


@pytest.fixture(scope="session")
def ask_app() -> Iterator[Ask]:
    """Send requests through every route and middleware, without a socket.

    Nothing between the app and the test answers 500 in its stead: what is raised is raised here.
    A busy machine gets no default tags instead of the link's own: that limit has its own test.
    """
    warming._begun.acquire(blocking=False)  # Not in this process: it would slow the tests down.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(unfurl, "SECONDS", 60)
        with anyio.from_thread.start_blocking_portal() as portal:
            yield lambda *asked: portal.call(request, *asked)
