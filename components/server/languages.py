"""Which words of a page are in which language: asked for once by ``page.js`` (WCAG 3.1.2).

Streamlit's Markdown and tables have no mark for the language of a passage. The page knows each
by its length and its first signs, and marks the element that holds it.
"""

import json

import streamlit as st
from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components import store
from components.address import Address
from components.exports.shown_passages import key_of, shown_passages
from components.server.files import tagged
from components.server.refusing import file_at, parameters_asked, refuse
from data.kept import Edition


def language_route() -> Route:
    """Route the languages of the passages."""

    async def serve(request: Request) -> Response:
        refuse(Address(parameters_asked(request)).ignored)
        held = store.edition()
        content = await to_thread.run_sync(lambda: _written(held.number, held))
        return tagged(request, content, ".json")

    return file_at("/languages.json", serve)


@st.cache_resource(show_spinner=False, max_entries=2)
def _written(edition: int, _held: Edition) -> bytes:
    keys: dict[str, list[str]] = {}
    for words, language in sorted(shown_passages(_held.data).items()):
        keys.setdefault(language, []).append(key_of(words))
    return json.dumps(keys, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
