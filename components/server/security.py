"""Security headers on every answer, and who may frame our pages."""

import base64
import hashlib
import re
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FRAME_ANCESTORS = "frame-ancestors 'self'"
EMBEDDABLE = "x-sco-embeddable"
"""Internal header of an embed page: taken off again, and its policy opened to every site."""


def content_security_policy() -> str:
    """Build the policy: this origin only, plus Streamlit's own inline start-up scripts.

    Their hashes are taken from the installed ``index.html``, so an upgrade needs no edit.
    deck.gl compiles WebAssembly and starts a worker from a blob; Streamlit and Plotly write
    style attributes. Our own JSON-LD is a data block, which no policy on scripts touches.

    No other site may frame the dashboard: it could overlay the controls. Only an embed page
    (``embed=1``) opens this, because it has no controls, no session and no state.
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
            FRAME_ANCESTORS,
        ]
    )


FAILED = "Something went wrong on this server. It has been noted there.\n"


class SecurityHeaders:
    """Add the security headers to every HTTP answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.policy = content_security_policy()
        self.headers = {
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

        begun = False

        async def send_with_headers(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers[name] = value
                policy = self.policy
                if EMBEDDABLE in headers:
                    del headers[EMBEDDABLE]
                    policy = policy.replace(FRAME_ANCESTORS, "frame-ancestors *")
                headers["Content-Security-Policy"] = policy
            await send(message)

        try:
            await self.app(scope, receive, send_with_headers)
        except Exception:
            if not begun:
                await PlainTextResponse(FAILED, status_code=500)(scope, receive, send_with_headers)
            # For the log; the answer has gone out.
            raise
