"""Feeds by address."""

from collections.abc import Callable

import pandas as pd
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from components import store
from components.address import Address
from components.answers import ASOF, FIRST_DAY
from components.exports.feeds import changes_feed, claims_feed, statements_feed
from components.server.asking import base_url, known_day, worked_out
from components.server.files import tagged
from components.server.refusing import Endpoint, file_at, parameters_asked, refuse
from data import Dataset

Parameters = dict[str, list[str]]
Writer = Callable[[Dataset, str, pd.Timestamp | None], bytes]
SINCE = "since"


def routes() -> list[BaseRoute]:
    """List the routes under ``/feeds``: each takes ``since`` and ``asof``, and nothing else."""
    return [
        file_at("/statements.atom", _feed(lambda asked, url: _said(statements_feed, asked, url))),
        file_at("/claims.atom", _feed(lambda asked, url: _said(claims_feed, asked, url))),
        file_at("/changes.atom", _feed(_changes)),
    ]


def _feed(write: Callable[[Parameters, str], bytes]) -> Endpoint:
    async def serve(request: Request) -> Response:
        parameters, url = parameters_asked(request), base_url(request)
        content = await worked_out(lambda: write(parameters, url))
        return tagged(request, content, ".atom")

    return serve


def _said(write: Writer, parameters: Parameters, url: str) -> bytes:
    address = Address(parameters)
    day = known_day(address)
    data = store.load(day)
    since = address.day(SINCE, FIRST_DAY, day if day is not None else data.reviewed_on)
    refuse(address.ignored)
    return write(data, url, since)


def _changes(parameters: Parameters, url: str) -> bytes:
    answer = store.answer(SINCE, parameters)
    refuse(answer.ignored)
    refuse(Address({n: v for n, v in parameters.items() if n not in (SINCE, ASOF)}).ignored)
    return changes_feed(answer.rows, answer.data, url)
