"""Single files as routes: each by its name, under an entity tag of its content."""

import hashlib
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components import store
from components.address import Address
from components.exports.media_types import MEDIA_TYPES
from components.server.refusing import CORS, file_at, parameters_asked, refuse
from data import DataError


def file_route(path: Path, under: str = "") -> Route:
    """Route a file of the disk by its name, below ``under``."""

    async def serve(request: Request) -> Response:
        refuse(Address(parameters_asked(request)).ignored)
        try:
            content = path.read_bytes()
        except OSError:
            return Response(f"{path.name} cannot be read on this server.", status_code=503)
        return tagged(request, content, path.suffix)

    return file_at(f"{under}/{path.name}", serve)


def tagged(
    request: Request, content: bytes, suffix: str, headers: dict[str, str] | None = None
) -> Response:
    """Answer with content under its entity tag, or that what the asker has is still right."""
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    shared = {
        "ETag": tag,
        "Cache-Control": "public, max-age=300, must-revalidate",
        **CORS,
        **_data_version(),
        **(headers or {}),
    }
    known = request.headers.get("if-none-match", "")
    if tag in {candidate.strip().removeprefix("W/") for candidate in known.split(",")}:
        return Response(status_code=304, headers=shared)
    return Response(content, media_type=MEDIA_TYPES[suffix], headers=shared)


def _data_version() -> dict[str, str]:
    """Say the version of the data: a CSV file has no room for a word about itself.

    A server without good data still has scripts and styles to give.
    """
    try:
        return {"X-Data-Version": store.dataset().version}
    except DataError:
        return {}


def attachment(name: str) -> dict[str, str]:
    """Tell a browser to keep the answer as a file of this name."""
    return {"Content-Disposition": f'attachment; filename="{name}"'}
