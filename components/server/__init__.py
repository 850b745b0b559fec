"""What the server answers besides Streamlit: data, files to take along, links that unfurl.

Every public file is routed by its name, never a folder, so that no source is served.
"""

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount

from components.server import briefings, crawling, feeds, languages, open_data, unfurl
from components.server.base_path import mount_path
from components.server.bounds import BoundedAddresses
from components.server.origins import OwnOrigins
from components.server.security import SecurityHeaders, content_security_policy
from components.server.starting import lifespan
from components.server.unreadable import SayWhatIsUnreadable

__all__ = ["content_security_policy", "lifespan", "middleware", "routes"]


def routes() -> list[BaseRoute]:
    """List the routes, under the base path where the dashboard is served under one."""
    base = mount_path()
    return [
        Mount(f"{base}/data", routes=open_data.routes()),
        Mount(f"{base}/export", routes=briefings.export_routes()),
        Mount(f"{base}/assets", routes=[*briefings.asset_routes(), languages.language_route()]),
        Mount(f"{base}/feeds", routes=feeds.routes()),
        *open_data.description_routes(base),
        *unfurl.routes(base),
        *crawling.routes(base),
    ]


def middleware() -> list[Middleware]:
    """List the middleware, outermost first: sessions for our own pages only, headers on every
    answer, bounds, words where there are no data, pages of a link.
    """
    return [
        Middleware(OwnOrigins),
        Middleware(SecurityHeaders),
        Middleware(BoundedAddresses),
        Middleware(SayWhatIsUnreadable),
        Middleware(unfurl.KnownPages),
    ]
