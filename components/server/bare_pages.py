"""Pages without controls: a deck full screen, one chart for another site."""

import html
from collections.abc import Sequence
from typing import Any

from starlette.responses import HTMLResponse, Response

from components import store
from components.address import STRANGER, Ignored
from components.answers import BRIEFING, VIEWS
from components.answers.answer import Answer
from components.answers.briefing import Slide, slide_of
from components.deck import Item
from components.exports.ignored_words import ignored_words
from components.link import Link
from components.server.asking import briefing_of, worked_out
from components.server.security import EMBEDDABLE

GOES_ALONG = ("deck", "present")
"""Parameters that a link of any view may carry."""


def _answer_of(link: Link) -> Answer:
    return store.answer(link.view, link.mapping())


def slide_asked(link: Link) -> tuple[Slide | None, tuple[Ignored, ...]]:
    """Answer a link as one slide, and say what of the link had no effect.

    None instead of the slide where the link is no view's, or a value means nothing: the chart
    would be another one than was asked for. Parameters that no view reads are left out.
    """
    if link.view not in VIEWS and link.view != BRIEFING:
        return None, ()
    known = store.answer(link.view, {}).parameters
    own = Link(link.view, tuple((n, values) for n, values in link.parameters if n in known))
    slide = slide_of(1, Item(own), None, _answer_of)
    strangers = tuple(
        Ignored(name, values[0], STRANGER)
        for name, values in link.parameters
        if name not in known and name not in GOES_ALONG
    )
    ignored = (*slide.answer.ignored, *strangers)
    return (None if slide.answer.ignored else slide), ignored


def _page(slides: Sequence[Slide], url: str, name: str = "", **options: Any) -> str:
    # No view needs what writes slides: it is read with the first of these pages.
    from components.exports.html.deck import deck_html
    from components.exports.html.page_parts import Linked

    # Relative addresses: right under a base path too, and inside another page's frame.
    linked = Linked("assets/", "data/geo/")
    return deck_html(slides, url, name, linked=linked, **options)


async def presented(link: Link, url: str) -> Response:
    """Answer with a deck full screen."""
    deck = await worked_out(
        lambda: briefing_of({name: list(values) for name, values in link.parameters})
    )
    page = await worked_out(lambda: _page(deck.slides, url, deck.name, ignored=deck.ignored))
    return HTMLResponse(page, headers={"Cache-Control": "no-cache"})


async def embedded(slide: Slide | None, ignored: Sequence[Ignored], url: str) -> Response:
    """Answer with one chart, or with what of the link is at fault."""
    if slide is None:
        why = html.escape(ignored_words(ignored)) if ignored else "Ask again in a few seconds."
        words = (
            '<!doctype html><html lang="en"><meta charset="utf-8"><title>SCO Observatory</title>'
            f'<p>This link cannot be shown. {why} <a href="{html.escape(url)}/" target="_blank" '
            'rel="noopener">SCO Observatory</a></p></html>'
        )
        again = {} if ignored else {"Retry-After": "5"}
        return HTMLResponse(
            words, status_code=404 if ignored else 503, headers={EMBEDDABLE: "yes", **again}
        )
    page = await worked_out(lambda: _page([slide], url, embed=True, ignored=ignored))
    return HTMLResponse(page, headers={EMBEDDABLE: "yes", "Cache-Control": "no-cache"})
