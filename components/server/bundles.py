"""Scripts and styles, compressed once and kept: a first visit loads a third of the bytes.

Streamlit serves its own as they are, some ten megabytes for a view with a chart and a map, because
to compress them for each reader anew would hold up the others. Kept, they cost that once.
"""

import gzip
from dataclasses import dataclass

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.server.base_path import mount_path

FOLDERS = ("/static/", "/assets/")
KINDS = (".js", ".css")
MEDIA_TYPES = ("application/javascript", "text/javascript", "text/css")
LEVEL = 6
"""Of zlib's 1 to 9: three tenths of the bytes, in a tenth of a second for the largest script."""


@dataclass(frozen=True)
class Compressed:
    """A file's compressed bytes, and the entity tag of the bytes they were made from."""

    tag: str
    content: bytes


class CompressedBundles:
    """Answer a browser that takes gzip with the compressed file; pass everything else on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.kept: dict[str, Compressed] = {}
        """By path; only files that exist are answered, so they are few."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer scripts and styles; a part of a file is given as it lies there."""
        if not _may_be_compressed(scope):
            await self.app(scope, receive, send)
            return
        plain = {**scope, "headers": [h for h in scope["headers"] if h[0] != b"accept-encoding"]}
        start: Message = {}
        parts: list[bytes] = []

        async def gather(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                return
            parts.append(message.get("body", b""))
            if message.get("more_body"):
                return
            content = b"".join(parts)
            headers = MutableHeaders(scope=start)
            tag = headers.get("etag")
            headers.add_vary_header("Accept-Encoding")
            kind = headers.get("content-type", "").partition(";")[0]
            if start["status"] == 200 and tag and kind in MEDIA_TYPES:
                content = await self._compressed(scope["path"], tag, content)
                headers["content-encoding"] = "gzip"
                headers["content-length"] = str(len(content))
                # Not the same bytes as the file's own: its tag may only say that it means the same.
                headers["etag"] = f"W/{tag.removeprefix('W/')}"
                del headers["accept-ranges"]
            await send(start)
            await send({"type": "http.response.body", "body": content})

        await self.app(plain, receive, gather)

    async def _compressed(self, path: str, tag: str, content: bytes) -> bytes:
        known = self.kept.get(path)
        if known is None or known.tag != tag:
            made = await to_thread.run_sync(lambda: gzip.compress(content, LEVEL, mtime=0))
            known = self.kept[path] = Compressed(tag, made)
        return known.content


def _may_be_compressed(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    folders = tuple(f"{mount_path()}{folder}" for folder in FOLDERS)
    path, headers = scope["path"], Headers(scope=scope)
    return (
        path.startswith(folders)
        and path.endswith(KINDS)
        and "gzip" in headers.get("accept-encoding", "")
        and "range" not in headers
    )
