"""What the server answers besides Streamlit: data, files to take along, links that unfurl.

Every public file is routed by its name, never a folder, so that no source is served.
"""

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Router

from components.server import briefings, crawling, feeds, languages, open_data, unfurl
from components.server.base_path import mount_path
from components.server.bounds import BoundedAddresses
from components.server.bundles import CompressedBundles
from components.server.origins import OwnOrigins
from components.server.security import SecurityHeaders, content_security_policy
from components.server.starting import lifespan
from components.server.unreadable import SayWhatIsUnreadable

__all__ = ["content_security_policy", "lifespan", "middleware", "routes"]


def routes() -> list[BaseRoute]:
    """List the routes, under the base path where the dashboard is served under one."""
    base = mount_path()
    return [
        _folder(f"{base}/data", open_data.routes()),
        _folder(f"{base}/export", briefings.export_routes()),
        _folder(f"{base}/assets", [*briefings.asset_routes(), languages.language_route()]),
        _folder(f"{base}/feeds", feeds.routes()),
        *open_data.description_routes(base),
        *unfurl.routes(base),
        *crawling.routes(base),
    ]


def _folder(path: str, files: list[BaseRoute]) -> Mount:
    """Mount files below a path; a file's name with a slash behind it is no other name of it."""
    return Mount(path, app=Router(files, redirect_slashes=False))


def middleware() -> list[Middleware]:
    """List the middleware, outermost first: sessions for our own pages only, headers on every
    answer, bounds, scripts in few bytes, words where there are no data, pages of a link.
    """
    return [
        Middleware(OwnOrigins),
        Middleware(SecurityHeaders),
        Middleware(BoundedAddresses),
        Middleware(CompressedBundles),
        Middleware(SayWhatIsUnreadable),
        Middleware(unfurl.KnownPages),
    ]
