"""Addresses that look like a view's and are none."""

from starlette.datastructures import Headers
from starlette.types import Message, Scope, Send

from components.server.base_path import within


def is_no_page(scope: Scope) -> bool:
    """Say whether an address that no view has is one word, and no file's name."""
    path = within(scope["path"]) if scope["type"] == "http" else None
    return bool(path) and "/" not in str(path) and "." not in str(path)


def as_not_found(send: Send) -> Send:
    """Send Streamlit's page, which says in words that there is no such page, as not found."""

    async def said(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200:
            kind = Headers(raw=message["headers"]).get("content-type", "")
            message = {**message, "status": 404} if "text/html" in kind else message
        await send(message)

    return said
