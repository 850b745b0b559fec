"""How long an address may be: longer ones are refused in words before anything reads them."""

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from components.link import LONGEST, MOST_PARAMETERS

LONGEST_PATH = 2_000


class BoundedAddresses:
    """Refuse an address whose path or query is longer than anything of ours can be."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 414."""
        if scope["type"] == "http" and (why := _too_long(scope)):
            await PlainTextResponse(why, status_code=414)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def too_many_parameters(scope: Scope) -> str:
    """Say that a page's address has more parameters than are read; blank where it has not.

    The page, its tags and its picture would each read another part of them.
    """
    count = sum(1 for part in scope["query_string"].split(b"&") if part)
    if count <= MOST_PARAMETERS:
        return ""
    return (
        f"This address cannot be followed: it has {count:,} parameters, and may have "
        f"{MOST_PARAMETERS}.\n"
    )


def _too_long(scope: Scope) -> str:
    parts = (("path", scope["path"], LONGEST_PATH), ("query", scope["query_string"], LONGEST))
    for name, text, longest in parts:
        if len(text) > longest:
            return (
                f"This address cannot be followed: its {name} is {len(text):,} characters long, "
                f"and may have {longest:,}.\n"
            )
    return ""
