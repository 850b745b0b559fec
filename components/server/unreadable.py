"""What routes answer while the server has no good data: which file, which line, and why."""

import json

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data import DataError

NAMED = 20
"""Places that are named one by one."""


class SayWhatIsUnreadable:
    """Answer 503 with the places at fault where a route finds no data to answer with."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; turn the one error of the data into words."""
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except DataError as error:
            if begun or scope["type"] != "http":
                raise
            await _say(error, send)


async def _say(error: DataError, send: Send) -> None:
    said = {
        "error": f"The data files of this server are at fault in {error.places}.",
        "places": [str(offender) for offender in error.offenders[:NAMED]],
    }
    headers = [(b"content-type", b"application/json"), (b"retry-after", b"60")]
    await send({"type": "http.response.start", "status": 503, "headers": headers})
    await send({"type": "http.response.body", "body": json.dumps(said).encode("utf-8")})
