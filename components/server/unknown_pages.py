"""Addresses that no view has, and no file."""

from starlette.datastructures import Headers
from starlette.types import Message, Scope, Send

from components.server.base_path import within

OURS = (
    "data/",
    "export/",
    "assets/",
    "feeds/",
    "card.png",
    "openapi.json",
    "robots.txt",
    "sitemap.xml",
)
STREAMLITS = ("_stcore/", "component/", "bidi-components/", "static/", "media/", "app/static/")
"""Where files are, and pages that are no views."""
SCRIPTS = "static/"
"""Where Streamlit answers with its page whatever it does not have, and never has a page."""
IN_PARTS = {b"range", b"if-none-match", b"if-modified-since"}


def is_no_page(scope: Scope) -> bool:
    """Say whether an address that no view has could only be answered with Streamlit's page."""
    path = within(scope["path"]) if scope["type"] == "http" else None
    return bool(path) and not str(path).startswith((*OURS, *STREAMLITS))


def is_script(scope: Scope) -> bool:
    """Say whether an address can only be that of a script, a style or a font of Streamlit's."""
    path = within(scope["path"]) if scope["type"] == "http" else None
    return str(path or "").startswith(SCRIPTS)


def as_a_whole(scope: Scope) -> Scope:
    """Ask for the whole answer: a part of a page that is not found is no answer."""
    return {**scope, "headers": [h for h in scope["headers"] if h[0] not in IN_PARTS]}


def as_not_found(send: Send) -> Send:
    """Send Streamlit's page, which says in words that there is no such page, as not found."""

    async def said(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200:
            kind = Headers(raw=message["headers"]).get("content-type", "")
            message = {**message, "status": 404} if "text/html" in kind else message
        await send(message)

    return said
