"""Feeds by address."""

from collections.abc import Callable

import pandas as pd
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from components import store
from components.answers import ASOF
from components.exports.feeds import changes_feed, claims_feed, statements_feed
from components.server.asking import base_url, known_day, parameters_of, refused, worked_out
from components.server.files import Endpoint, tagged
from data import Dataset


def routes() -> list[BaseRoute]:
    """List the routes under ``/feeds``."""
    return [
        Route("/statements.atom", _feed(statements_feed), methods=["GET"]),
        Route("/claims.atom", _feed(claims_feed), methods=["GET"]),
        Route("/changes.atom", _changes, methods=["GET"]),
    ]


def _feed(write: Callable[[Dataset, str], bytes]) -> Endpoint:
    async def serve(request: Request) -> Response:
        day, wrong = known_day(parameters_of(request))
        if wrong:
            return refused(wrong)
        url = base_url(request)
        content = await worked_out(lambda: write(store.load(day), url))
        return tagged(request, content, ".atom")

    return serve


async def _changes(request: Request) -> Response:
    asked = parameters_of(request)
    kept = {name: values for name, values in asked.items() if name in ("since", ASOF)}
    url = base_url(request)

    def work() -> bytes | Response:
        answer = store.answer("since", kept)
        if answer.ignored:
            return refused(answer.ignored)
        rows: pd.DataFrame = answer.rows
        return changes_feed(rows, answer.data, url)

    result = await worked_out(work)
    return result if isinstance(result, Response) else tagged(request, result, ".atom")
