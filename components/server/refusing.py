"""Files are given exactly as asked for, or refused in words that say what cannot be followed.

A page may leave a bad filter aside, because it says so on the screen. A file cannot: it would
hold more rows than were asked for, and nobody would be told.
"""

from collections.abc import Awaitable, Callable, Iterable
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from components.address import STRANGER, Ignored
from components.link import MOST_PARAMETERS
from components.server.base_path import mount_path

Endpoint = Callable[[Request], Awaitable[Response]]
LONGEST_SAID = 100
"""Characters of a value that a refusal repeats."""
MOST_SAID = 20
"""Parameters that a refusal names one by one."""
CORS = {"Access-Control-Allow-Origin": "*"}


class RefusedError(Exception):
    """A request that cannot be followed: each parameter, its value, and the rule it breaks."""

    def __init__(self, ignored: Iterable[Ignored]) -> None:
        self.ignored = tuple(ignored)
        super().__init__(f"{len(self.ignored)} parameters cannot be followed")


class BusyError(Exception):
    """More is asked for than can be made now."""


def file_at(path: str, serve: Endpoint) -> Route:
    """Route a path to an endpoint whose refusals are answered in words."""

    async def guarded(request: Request) -> Response:
        try:
            return await serve(request)
        except RefusedError as refusal:
            return refused(refusal.ignored)
        except BusyError:
            words = "Many files are being made just now. Ask again in a few seconds.\n"
            return PlainTextResponse(words, status_code=429, headers={**CORS, "Retry-After": "5"})

    return Route(path, guarded, methods=["GET"])


def parameters_asked(request: Request) -> dict[str, list[str]]:
    """Read every parameter of a request, and nothing into it.

    Raises
    ------
    RefusedError
        For a parameter without a value: a script that fills in nothing would get everything.
    """
    parts = [part for part in request.url.query.split("&") if part]
    if len(parts) > MOST_PARAMETERS:
        why = f"are more than {MOST_PARAMETERS} parameters"
        raise RefusedError([Ignored("", f"{len(parts)} parameters", why)])
    found: dict[str, list[str]] = {}
    blank = []
    for name, value in parse_qsl("&".join(parts), keep_blank_values=True):
        if not value.strip():
            blank.append(Ignored(name, value, "has no value: leave it out where all are wanted"))
        found.setdefault(name, []).append(value)
    if blank:
        raise RefusedError(blank)
    return found


def refuse(ignored: Iterable[Ignored]) -> None:
    """Raise ``RefusedError`` where anything was ignored."""
    if parts := tuple(ignored):
        raise RefusedError(parts)


def refused(ignored: Iterable[Ignored]) -> Response:
    """Say which parameters cannot be followed, their values, and why."""
    parts = tuple(ignored)
    said = [
        {
            "parameter": part.name[:LONGEST_SAID],
            "value": part.value[:LONGEST_SAID],
            "why": "is not a parameter of this address" if part.why == STRANGER else part.why,
        }
        for part in parts[:MOST_SAID]
    ]
    first = said[0]
    more = f"; {len(parts) - 1} more" if len(parts) > 1 else ""
    named = f"{first['parameter']} = “{first['value']}”" if first["parameter"] else first["value"]
    body = {
        "error": f"This address cannot be followed: {named} {first['why']}{more}.",
        "parameters": said,
        "described_at": f"{mount_path()}/openapi.json",
    }
    return JSONResponse(body, status_code=400, headers=CORS)
