"""How a route asks for an answer: bounded in size and time, off the event loop, shared."""

import re
from collections.abc import Callable
from typing import TypeVar

import anyio
import pandas as pd
from anyio import to_thread
from starlette.requests import Request

from components import store
from components.address import Address
from components.answers import ASOF, BRIEFING, FIRST_DAY, VIEWS
from components.answers.briefing import Briefing
from components.link import Link, follow, link_of
from components.server.base_path import mount_path
from components.server.refusing import BusyError

Result = TypeVar("Result")
AT_ONCE = anyio.CapacityLimiter(2)
"""Answers worked on at once for routes: visitors' sessions keep the rest of the machine."""
LARGE_AT_ONCE = anyio.CapacityLimiter(1)
MOST_WAITING = 40
"""Large files that may wait to be made; who comes after is told to ask again."""
HOST = re.compile(r"[A-Za-z0-9.-]{1,253}(:\d{1,5})?|\[[0-9A-Fa-f:]{2,45}\](:\d{1,5})?")


async def worked_out(work: Callable[[], Result]) -> Result:
    """Do work in a thread; only a few at once."""
    return await to_thread.run_sync(work, limiter=AT_ONCE)


async def made(work: Callable[[], Result]) -> Result:
    """Make a large file in a thread: one at once, so that pages and tables need not wait for it.

    Raises
    ------
    BusyError
        Where too many files are waiting already.
    """
    if LARGE_AT_ONCE.statistics().tasks_waiting >= MOST_WAITING:
        raise BusyError
    return await to_thread.run_sync(work, limiter=LARGE_AT_ONCE)


def base_url(request: Request) -> str:
    """Give the address that links start with; a host that is none becomes ``localhost``."""
    host = request.headers.get("host", "")
    forwarded = request.headers.get("x-forwarded-proto", "").split(",")[0].strip()
    scheme = forwarded if forwarded in ("http", "https") else request.url.scheme
    scheme = "https" if scheme in ("https", "wss") else "http"
    return f"{scheme}://{host if HOST.fullmatch(host) else 'localhost'}{mount_path()}"


def known_day(address: Address) -> pd.Timestamp | None:
    """Read ``asof``; None where the address names no day of knowledge."""
    return address.day(ASOF, FIRST_DAY, store.dataset().reviewed_on)


def briefing_of(parameters: dict[str, list[str]]) -> Briefing:
    """Answer a deck and its day."""
    answer = store.answer(BRIEFING, parameters)
    if not isinstance(answer, Briefing):
        raise TypeError("the briefing view must answer with a briefing")
    return answer


def link_in(view: str, parameters: dict[str, list[str]]) -> Link | None:
    """Give the link of a view's path and parameters; None if no view has its path."""
    link = follow(link_of(view, parameters))
    return link if link.view in VIEWS or link.view == BRIEFING else None
