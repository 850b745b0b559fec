"""Decks as files: plain addresses, so that a script can fetch them too."""

from collections.abc import Callable
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from components.answers.briefing import Briefing
from components.exports.data_package import deck_zip
from components.exports.html_deck import ASSETS, deck_html
from components.exports.pptx_deck import pptx_bytes
from components.exports.vendored import PLOTLY_JS, SANS_WOFF2, SERIF_WOFF2
from components.server.asking import base_url, briefing_of, parameters_of, refused, worked_out
from components.server.files import Endpoint, attachment, file_route, tagged

PAGE_CSS = Path(__file__).parent / "page.css"
"""Style of Streamlit's own page, where its theme has no word for what a reader needs."""

Writer = Callable[[Briefing, str], bytes]


def export_routes() -> list[BaseRoute]:
    """List the routes under ``/export``."""
    return [
        Route("/deck.pptx", _file("briefing.pptx", _pptx), methods=["GET"]),
        Route("/deck.html", _file("briefing.html", _html), methods=["GET"]),
        Route("/data.zip", _file("briefing-data.zip", _data), methods=["GET"]),
    ]


def asset_routes() -> list[BaseRoute]:
    """List the scripts, styles and fonts of presented and embedded pages, file by file."""
    files = [ASSETS / "deck.css", ASSETS / "deck.js", PLOTLY_JS, SANS_WOFF2, SERIF_WOFF2]
    files.append(PAGE_CSS)
    return [file_route(path) for path in files]


def _pptx(deck: Briefing, url: str) -> bytes:
    return pptx_bytes(deck.slides, url, deck.name)


def _html(deck: Briefing, url: str) -> bytes:
    return deck_html(deck.slides, url, deck.name).encode("utf-8")


def _data(deck: Briefing, url: str) -> bytes:
    return deck_zip(deck.slides, url, deck.name)


def _file(name: str, write: Writer) -> Endpoint:
    suffix = f".{name.rpartition('.')[2]}"

    async def serve(request: Request) -> Response:
        parameters, url = parameters_of(request), base_url(request)

        def work() -> bytes | Response:
            deck = briefing_of(parameters)
            if deck.ignored:
                return refused(deck.ignored)
            return write(deck, url)

        result = await worked_out(work)
        if isinstance(result, Response):
            return result
        return tagged(request, result, suffix, attachment(name))

    return serve
