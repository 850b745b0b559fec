"""Who may open a session: pages of this server, not those of another site.

Streamlit refuses another site's page as well, but first asks an outside host under which address
the world sees this server. Where no answer comes that takes two seconds, in which nobody else is
answered, and an origin that cannot be read ends in an exception.
"""

import logging
import socket
from ipaddress import IPv4Address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config, net_util

HERE = ("localhost", "127.0.0.1", str(IPv4Address(socket.INADDR_ANY)))
"""This machine."""
LONGEST_SAID = 100
POLICY_VIOLATION = 1008


class OwnOrigins:
    """Refuse a WebSocket that a page of another site opens, before anything is asked about it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or close the WebSocket."""
        if scope["type"] == "websocket":
            headers = Headers(scope=scope)
            origin, host = headers.get("origin"), headers.get("host")
            if not may_open(origin, host):
                logging.getLogger(__name__).warning(
                    "A page of %.*r may not open a session here, at %.*r.",
                    LONGEST_SAID,
                    origin,
                    LONGEST_SAID,
                    host,
                )
                await send({"type": "websocket.close", "code": POLICY_VIOLATION})
                return
        await self.app(scope, receive, send)


def may_open(origin: str | None, host: str | None) -> bool:
    """Say whether a page of this origin may open a session, by Streamlit's own rule.

    It may where its host and port are those it asks, as the proxy in front passes them on; where
    it is of this machine, of ``browser.serverAddress`` or of ``server.corsAllowedOrigins``; and
    from anywhere where ``server.enableCORS`` is off. Who sends no origin is no browser. The
    address under which the world sees this machine is not found out: it has to be named.
    """
    if origin is None:
        return True
    try:
        same, name = urlsplit(origin).netloc == host, _host_name(origin)
    except ValueError:
        return False
    if same or not config.get_option("server.enableCORS"):
        return True
    return name is not None and name in _own_names()


def _own_names() -> set[str | None]:
    named = [*config.get_option("server.corsAllowedOrigins")]
    if config.is_manually_set("browser.serverAddress"):
        named.append(config.get_option("browser.serverAddress"))
    # The address in the local network is read off a socket: no packet is sent.
    return {*HERE, net_util.get_internal_ip(), *(_host_name(origin.strip()) for origin in named)}


def _host_name(origin: str) -> str | None:
    return urlsplit(origin if "://" in origin else f"http://{origin}").hostname
