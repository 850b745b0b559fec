"""What a search engine asks for first: which addresses there are, and that it may read them."""

from html import escape

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from components.answers import BRIEFING, VIEWS
from components.server.asking import base_url


def routes(base: str) -> list[BaseRoute]:
    """List both routes, under a base path."""
    return [
        Route(f"{base}/robots.txt", _robots, methods=["GET"]),
        Route(f"{base}/sitemap.xml", _sitemap, methods=["GET"]),
    ]


async def _robots(request: Request) -> Response:
    text = f"User-agent: *\nAllow: /\nSitemap: {base_url(request)}/sitemap.xml\n"
    return PlainTextResponse(text)


async def _sitemap(request: Request) -> Response:
    own = escape(base_url(request))
    views = "".join(f"<url><loc>{own}/{view}</loc></url>\n" for view in (*VIEWS, BRIEFING))
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{views}</urlset>\n'
    )
    return Response(text, media_type="application/xml")
