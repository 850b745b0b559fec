"""How a route asks for an answer: bounded in size and time, off the event loop, shared."""

import re
from collections.abc import Callable
from typing import TypeVar

import anyio
import pandas as pd
import streamlit
from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from components import store
from components.address import Address, Ignored
from components.answers import ASOF, BRIEFING, FIRST_DAY, VIEWS
from components.answers.briefing import Briefing
from components.link import Link, follow, link_of, read_query

Result = TypeVar("Result")
AT_ONCE = anyio.CapacityLimiter(2)
"""Answers worked on at once for routes: visitors' sessions keep the rest of the machine."""
HOST = re.compile(r"[A-Za-z0-9.-]{1,253}(:\d{1,5})?|\[[0-9A-Fa-f:]{2,45}\](:\d{1,5})?")


async def worked_out(work: Callable[[], Result]) -> Result:
    """Do work in a thread; only a few at once."""
    return await to_thread.run_sync(work, limiter=AT_ONCE)


def base_url(request: Request) -> str:
    """Give the address that links start with; a host that is none becomes ``localhost``."""
    host = request.headers.get("host", "")
    forwarded = request.headers.get("x-forwarded-proto", "").split(",")[0].strip()
    scheme = forwarded if forwarded in ("http", "https") else request.url.scheme
    scheme = "https" if scheme in ("https", "wss") else "http"
    return f"{scheme}://{host if HOST.fullmatch(host) else 'localhost'}{mount_path()}"


def mount_path() -> str:
    """Give the base path that the whole dashboard is served under; blank for none."""
    path = str(streamlit.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""


def parameters_of(request: Request) -> dict[str, list[str]]:
    """Read the parameters of a request."""
    return read_query(request.url.query)


def known_day(parameters: dict[str, list[str]]) -> tuple[pd.Timestamp | None, tuple[Ignored, ...]]:
    """Read ``asof``; what is wrong with it is said, not raised."""
    address = Address({ASOF: parameters.get(ASOF, [])})
    day = address.day(ASOF, FIRST_DAY, store.dataset().reviewed_on)
    return day, address.ignored


def briefing_of(parameters: dict[str, list[str]]) -> Briefing:
    """Answer a deck and its day; other parameters are none of a file's business."""
    kept = {name: values for name, values in parameters.items() if name in ("deck", ASOF)}
    answer = store.answer(BRIEFING, kept)
    if not isinstance(answer, Briefing):
        raise TypeError("the briefing view must answer with a briefing")
    return answer


def known_link(link: Link) -> Link | None:
    """Give the link where it moved to; None if no view has its path."""
    moved = follow(link)
    return moved if moved.view in VIEWS or moved.view == BRIEFING else None


def link_in(view: str, parameters: dict[str, list[str]]) -> Link | None:
    """Give the link of a view's path and parameters; None if no view has its path."""
    return known_link(link_of(view, parameters))


def refused(ignored: tuple[Ignored, ...]) -> Response:
    """Say what in a request cannot be followed.

    A page may leave a bad filter aside, because it says so on the screen. A file cannot: it
    would hold more rows than were asked for, and nobody would be told.
    """
    said = [{"parameter": i.name, "value": i.value[:100], "why": i.why} for i in ignored]
    body = {"error": "Part of this address cannot be followed.", "parameters": said}
    return JSONResponse(body, status_code=400, headers={"Access-Control-Allow-Origin": "*"})
