"""Pages that know their link: tags for chats and search engines, present and embed pages."""

import re
from collections.abc import Callable
from functools import lru_cache

import anyio
from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components import store
from components.answers import BRIEFING, VIEWS
from components.answers.briefing import Slide, headline
from components.exports.page_head import Head, default_head, head_html, head_of
from components.link import Link, follow, link_of, read_query
from components.server import warming
from components.server.asking import AT_ONCE, Result, base_url, worked_out
from components.server.bare_pages import embedded, presented, slide_asked
from components.server.base_path import mount_path, within
from components.server.bounds import too_many_parameters
from components.server.briefings import PAGE_CSS, PAGE_JS
from components.server.files import tagged
from components.server.unknown_pages import as_a_whole, as_not_found, is_no_page, is_script

SECONDS = 4.0
"""Time that the tags or the picture of a link may take; then the default ones go out."""
LONGEST_QUERY = 4_000
LARGEST_PAGE = 200_000
TITLE = re.compile(r"<title>.*?</title>", re.S)
NOT_A_VIEW = "no view"


def routes(base: str) -> list[BaseRoute]:
    """List the route of a link's picture, under a base path."""
    return [Route(f"{base}/card.png", _card, methods=["GET"])]


def slide_for(link: Link) -> Slide | None:
    """Answer a link as one slide; None where it is no view's, or a value means nothing.

    What a chat adds of its own, and no view reads, changes nothing.
    """
    return slide_asked(link)[0]


@lru_cache(maxsize=256)
def _head(link: Link, url: str, edition: int) -> Head:
    slide = slide_for(link)
    if slide is None:
        return default_head(url)
    return head_of(slide, headline(slide.answer, slide.row), url)


def _newest_head(link: Link, url: str) -> Head:
    return _head(link, url, store.edition().number)


@lru_cache(maxsize=128)
def _picture(link: Link | None, edition: int) -> bytes:
    # No page needs Pillow and its fonts: they are read with the first picture, or before.
    from components.exports.card.picture import card_png, default_card

    slide = slide_for(link) if link else None
    if slide is None:
        return default_card()
    return card_png(slide)


async def _in_time(work: Callable[[], Result], otherwise: Result) -> Result:
    """Give the work's result, or the other where it fails or takes too long."""
    try:
        with anyio.fail_after(SECONDS):
            return await to_thread.run_sync(work, limiter=AT_ONCE, abandon_on_cancel=True)
    except Exception:
        # A page must come up whatever its tags do.
        return otherwise


async def _card(request: Request) -> Response:
    query = request.url.query
    parameters = read_query(query)
    path = parameters.pop("view", [NOT_A_VIEW])[0]
    link = follow(link_of(path.strip("/"), parameters)) if len(query) <= LONGEST_QUERY else None
    picture = await _in_time(lambda: _picture(link, store.edition().number), None)
    return tagged(request, picture or await worked_out(lambda: _picture(None, 0)), ".png")


class KnownPages:
    """Answer a view's address as the page of that link.

    A moved link is sent on to where it is now. ``/briefing?present=1`` is the deck full
    screen, ``embed=1`` one chart for another site; everything else is Streamlit's page with
    the tags of the link in its head.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the pages of views; pass everything else on."""
        link = _link_of_page(scope)
        if link is None and is_no_page(scope):
            await self.app(as_a_whole(scope), receive, as_not_found(send))
            return
        if link is None:
            await self.app(scope, receive, as_not_found(send) if is_script(scope) else send)
            return
        if why := too_many_parameters(scope):
            await PlainTextResponse(why, status_code=414)(scope, receive, send)
            return
        url = base_url(Request(scope))
        if scope["method"] == "HEAD":
            # The headers of the page itself: who may frame it, its length.
            scope, send = {**scope, "method": "GET"}, _without_body(send)
        if (moved := follow(link)) != link:
            response: Response = RedirectResponse(f"{mount_path()}{moved.text}", status_code=308)
        elif link.view == BRIEFING and link.get("present") == "1":
            response = await presented(link, url)
        elif link.get("embed") == "1":
            # Without data there is nothing to say of any link: said once, by name.
            await worked_out(store.edition)
            own = link.with_(embed="")
            slide, ignored = await _in_time(lambda: slide_asked(own), (None, ()))
            response = await embedded(slide, ignored, url)
        else:
            await self._with_head(scope, receive, send, link, url)
            return
        await response(scope, receive, send)

    async def _with_head(
        self, scope: Scope, receive: Receive, send: Send, link: Link, url: str
    ) -> None:
        """Pass Streamlit's page on with the link's own tags in its head."""
        # The page depends on the link: it is never answered from an older copy or in parts.
        dropped = {b"if-none-match", b"if-modified-since", b"range", b"accept-encoding"}
        asked = {**scope, "headers": [h for h in scope["headers"] if h[0] not in dropped]}
        start: Message = {}
        body = b""

        async def gather(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
                return
            body += message.get("body", b"")
            if message.get("more_body"):
                return
            content = body
            kind = Headers(raw=start["headers"]).get("content-type", "")
            if start["status"] == 200 and "text/html" in kind and len(body) <= LARGEST_PAGE:
                head = await _in_time(lambda: _newest_head(link, url), default_head(url))
                content = _injected(body, head)
                headers = MutableHeaders(scope=start)
                headers["content-length"] = str(len(content))
                for name in ("etag", "last-modified"):
                    if name in headers:
                        del headers[name]
                headers["cache-control"] = "no-cache"
            await send(start)
            await send({"type": "http.response.body", "body": content})

        await self.app(asked, receive, gather)
        warming.begin()


def _without_body(send: Send) -> Send:
    async def bare(message: Message) -> None:
        await send({**message, "body": b""} if "body" in message else message)

    return bare


def _injected(page: bytes, head: Head) -> bytes:
    text = page.decode("utf-8")
    tags = (
        f'{head_html(head)}\n<link rel="stylesheet" href="assets/{PAGE_CSS.name}">'
        f'<script src="assets/{PAGE_JS.name}" defer></script>'
    )
    # A function as replacement: a title may hold what a pattern would read as a group.
    return TITLE.sub(lambda _: tags, text, count=1).encode("utf-8")


def _link_of_page(scope: Scope) -> Link | None:
    """Read the link of a page request; None for anything that is not a view's page."""
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return None
    path = within(scope["path"])
    if path is None:
        return None
    query = scope["query_string"].decode("latin-1")
    link = link_of(path, read_query(query))
    known = path in VIEWS or path == BRIEFING or follow(link) != link
    return link if known else None
