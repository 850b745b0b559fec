"""What the server answers besides Streamlit: open data, geometry, security headers."""

import base64
import hashlib
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data import FOLDER
from data.contract import read_package

MEDIA_TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json",
    ".geojson": "application/geo+json",
    ".md": "text/markdown; charset=utf-8",
}
GEOMETRY = [
    "world_110m.json",
    "world_50m.json",
    "countries.geojson",
    "countries_de_facto.geojson",
    "hatching.geojson",
    "hatching_de_facto.geojson",
    "NOTICE.md",
]
Endpoint = Callable[[Request], Awaitable[Response]]


def routes() -> list[BaseRoute]:
    """List the routes: each public file by name, never a folder, so that no source is served."""
    tables = [resource["path"] for resource in read_package(FOLDER)["resources"]]
    open_data = [_file(FOLDER / name) for name in ["datapackage.json", "README.md", *tables]]
    geometry = [_file(FOLDER / "geo" / name) for name in GEOMETRY]
    return [Mount("/data", routes=[*open_data, Mount("/geo", routes=geometry)])]


def middleware() -> list[Middleware]:
    """List the middleware: security headers on every answer."""
    return [Middleware(SecurityHeaders)]


def _file(path: Path) -> Route:
    """Route a file by its name, under an entity tag of its content."""
    return Route(f"/{path.name}", _serve(path), methods=["GET"])


def _serve(path: Path) -> Endpoint:
    async def serve(request: Request) -> Response:
        content = path.read_bytes()
        tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
        headers = {
            "ETag": tag,
            "Cache-Control": "public, max-age=300, must-revalidate",
            "Access-Control-Allow-Origin": "*",
        }
        known = request.headers.get("if-none-match", "")
        if tag in {candidate.strip().removeprefix("W/") for candidate in known.split(",")}:
            return Response(status_code=304, headers=headers)
        return Response(content, media_type=MEDIA_TYPES[path.suffix], headers=headers)

    return serve


def content_security_policy() -> str:
    """Build the policy: this origin only, plus Streamlit's own inline start-up scripts.

    Their hashes are taken from the installed ``index.html``, so an upgrade needs no edit.
    deck.gl compiles WebAssembly and starts a worker from a blob; Streamlit and Plotly write
    style attributes.
    """
    page = Path(streamlit.__file__).parent / "static" / "index.html"
    scripts = re.findall(
        r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", page.read_text(encoding="utf-8"), re.S
    )
    digests = [hashlib.sha256(script.encode("utf-8")).digest() for script in scripts]
    hashes = " ".join(f"'sha256-{base64.b64encode(d).decode()}'" for d in digests)
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' 'wasm-unsafe-eval' {hashes}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        ]
    )


class SecurityHeaders:
    """Add the security headers to every HTTP answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.headers = {
            "Content-Security-Policy": content_security_policy(),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "strict-origin-when-cross-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
            "Cross-Origin-Opener-Policy": "same-origin",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer back with the headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers[name] = value
            await send(message)

        await self.app(scope, receive, send_with_headers)
