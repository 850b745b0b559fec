"""Decks as files: plain addresses, so that a script can fetch them too."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from components import store
from components.address import Address, Ignored
from components.answers import ASOF
from components.answers.briefing import Briefing
from components.answers.ready_decks import READY
from components.deck import LONGEST
from components.exports.file_names import deck_file_name
from components.exports.vendored import DECK_CSS, DECK_JS, PLOTLY_JS, SANS_WOFF2, SERIF_WOFF2
from components.server.asking import base_url, briefing_of, known_day, made
from components.server.files import attachment, file_route, tagged
from components.server.refusing import Endpoint, RefusedError, file_at, parameters_asked, refuse

PAGE_CSS = Path(__file__).parent / "page.css"
"""Style of Streamlit's own page, where its theme has no word for what a reader needs."""
PAGE_JS = Path(__file__).parent / "page.js"
"""What that page would say to a screen reader, or do at a letter, and should not."""

NO_SLIDE = (
    f"names no slide: give a ready deck ({', '.join(READY)}), or slides joined by ~, "
    "as casualties.whose-UKR~members"
)
Writer = Callable[[Briefing, str], bytes]


def export_routes() -> list[BaseRoute]:
    """List the routes under ``/export``."""
    return [
        file_at("/deck.pptx", _file(".pptx")),
        file_at("/deck.html", _file(".html")),
        file_at("/data.zip", _file(".zip")),
    ]


def asset_routes() -> list[BaseRoute]:
    """List the scripts, styles and fonts of presented and embedded pages, file by file."""
    files = [DECK_CSS, DECK_JS, PLOTLY_JS, SANS_WOFF2, SERIF_WOFF2, PAGE_CSS, PAGE_JS]
    return [file_route(path) for path in files]


# No view needs what writes files: it is read with the first file, or in the background before.


def _pptx(deck: Briefing, url: str) -> bytes:
    from components.exports.pptx.deck import pptx_bytes

    return pptx_bytes(deck.slides, url, deck.name)


def _html(deck: Briefing, url: str) -> bytes:
    from components.exports.html.deck import deck_html

    return deck_html(deck.slides, url, deck.name).encode("utf-8")


def _data(deck: Briefing, url: str) -> bytes:
    from components.exports.tables.data_package import deck_zip

    return deck_zip(deck.slides, url, deck.name)


WRITERS: dict[str, Writer] = {".pptx": _pptx, ".html": _html, ".zip": _data}


def _deck_asked(parameters: dict[str, list[str]]) -> Briefing:
    """Answer the deck that a file is asked of; a file takes nothing but ``deck`` and ``asof``."""
    address = Address(parameters)
    address.text("deck", LONGEST)
    known_day(address)
    refuse(address.ignored)
    deck = briefing_of({name: parameters.get(name, []) for name in ("deck", ASOF)})
    refuse(deck.ignored)
    if not deck.slides:
        raise RefusedError([Ignored("deck", deck.deck, NO_SLIDE)])
    return deck


# One of HTML is 5 MB: more of them would be the largest thing that the server keeps.
@st.cache_resource(show_spinner=False, max_entries=8)
def _written(
    edition: int, kind: str, parameters: tuple[tuple[str, str], ...], url: str
) -> tuple[bytes, str]:
    """Write a deck and name its file; who asks for the same one waits instead of writing it."""
    asked: dict[str, list[str]] = {}
    for name, value in parameters:
        asked.setdefault(name, []).append(value)
    deck = _deck_asked(asked)
    return WRITERS[kind](deck, url), deck_file_name(deck, kind)


def _file(kind: str) -> Endpoint:
    async def serve(request: Request) -> Response:
        parameters, url = parameters_asked(request), base_url(request)
        pairs = tuple((name, value) for name, values in parameters.items() for value in values)
        content, name = await made(lambda: _written(store.edition().number, kind, pairs, url))
        return tagged(request, content, kind, attachment(name))

    return serve
