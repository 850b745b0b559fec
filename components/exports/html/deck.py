"""A deck as a page: presented full screen, embedded, or carried along as one file."""

import html
from collections.abc import Callable, Sequence

from components.address import Ignored
from components.answers.briefing import Slide
from components.exports.html.body import body_html
from components.exports.html.page_parts import Linked, colours, fonts, policy, scripts, style
from components.exports.ignored_words import ignored_words
from components.exports.in_language import in_language
from components.exports.slides.bodies import Body
from components.exports.slides.evidence import (
    evidence_of,
    noted_source,
    notes_of,
    slide_as_of,
    slide_source_line,
)
from components.exports.slides.reading import body_of
from components.exports.slides.whereabouts import address_of, address_words
from components.exports.xml_text import xml_text

MOST_EVIDENCE = 40
SAID_ON_A_SLIDE = 3
LINE = 86
"""Letters of a line across a slide."""
Progress = Callable[[int, int], None]
escaped = html.escape


def deck_html(
    slides: Sequence[Slide],
    base_url: str,
    name: str = "",
    *,
    linked: Linked | None = None,
    embed: bool = False,
    ignored: Sequence[Ignored] = (),
    progress: Progress | None = None,
) -> str:
    """Write slides as one HTML page.

    Parameters
    ----------
    base_url
        Address that permalinks start with, without a final slash; blank for none: views are
        then named in words.
    linked
        Where the server keeps what the page needs; None carries everything in the page, so
        that it opens from disk with no network.
    embed
        One chart without keys or frame, for another site's page.
    ignored
        What of the link had no effect: said above the first slide.
    """
    pages, figures = [], []
    said = _ignored(ignored)
    for done, slide in enumerate(slides, 1):
        page, figure = _slide(slide, len(slides), base_url, said if done == 1 else "")
        pages.append(page)
        figures.append(figure)
        if progress:
            progress(done, len(slides))
    shown = xml_text("".join(pages))
    geo = f' data-geo="{escaped(linked.geo)}"' if linked else ""
    title = escaped(xml_text(name or (slides[0].title if slides else "SCO Observatory")))
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="en" class="{"embed" if embed else "deck"}"{geo}>',
            "<head>",
            '<meta charset="utf-8">',
            *([] if linked else [policy()]),
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title} · SCO Observatory</title>",
            # Without an address of its own a browser asks the server for /favicon.ico.
            '<link rel="icon" href="data:,">',
            f"<style>{fonts(linked)}{colours()}</style>",
            style(linked),
            "</head>",
            "<body>",
            f'<p class="spoken" role="status"></p><main>{shown or _nothing(said)}</main>',
            "" if embed else BAR + KEYS,
            *figures,
            scripts(linked),
            "</body></html>",
        ]
    )


BAR = (
    '<nav class="bar" aria-label="Slides"><button data-do="previous">Previous</button>'
    '<button data-do="says">Says who?</button><button data-do="notes">Notes</button>'
    '<button data-do="keys">Keys</button><button data-do="next">Next</button></nav>'
)
KEYS = (
    '<dialog class="keys" aria-label="Keys"><h3>Keys</h3><dl>'
    "<dt>→ or space</dt><dd>next slide</dd><dt>←</dt><dd>previous slide</dd>"
    "<dt>Home, End</dt><dd>first, last slide</dd><dt>s or ?</dt><dd>says who?</dd>"
    "<dt>Tab, Enter</dt><dd>says who of one bar</dd>"
    "<dt>n</dt><dd>presenter notes</dd><dt>f</dt><dd>full screen</dd>"
    "<dt>h</dt><dd>these keys</dd>"
    "<dt>Esc</dt><dd>close</dd></dl>"
    '<p><label><input type="checkbox" class="letters" checked>Letters and ? are keys</label></p>'
    '<p><button data-do="close">Close</button></p></dialog>'
)


def _ignored(ignored: Sequence[Ignored]) -> str:
    words = ignored_words(ignored, at_most=SAID_ON_A_SLIDE)
    return f'<p class="ignored" role="note">{escaped(words)}</p>' if words else ""


def _nothing(said: str) -> str:
    title = "No slide of this link can be shown" if said else "This deck is empty"
    return (
        f'<section class="slide here"><header>{said}<h2>{title}</h2></header>'
        '<div class="body"><p>Add views to it on the briefing page.</p></div></section>'
    )


def _slide(slide: Slide, of: int, base_url: str, said: str = "") -> tuple[str, str]:
    """Write one slide, under what is to be said first, and its figure as data."""
    body = body_of(slide)
    content, figure = body_html(slide, body, address_of(slide, base_url))
    data = ""
    if figure:
        # "<" would end the script element: written as an escape, JSON reads the same.
        safe = figure.replace("<", "\\u003c")
        data = f'<script type="application/json" id="figure-{slide.number}">{safe}</script>'
    length = len(slide.title)
    size = "longer" if length > 150 else "long" if length > 90 else ""
    subtitle = slide.subtitle
    return (
        f'<section class="slide" id="slide-{slide.number}" '
        f'aria-label="Slide {slide.number} of {of}"><header>{said}<h2 class="{size}">'
        f"{escaped(slide.title)}</h2>"
        f"{f'<p class=subtitle>{escaped(subtitle)}</p>' if subtitle else ''}</header>"
        f"{content}"
        f'<div class="foot"><p class="source">{escaped(slide_source_line(slide, body, LINE))}</p>'
        f'<p class="asof">{escaped(slide_as_of(slide))} {_permalink(slide, base_url)}</p>'
        f'<p class="count">{slide.number} / {of}</p></div>'
        f"{_says_who(slide, body)}"
        f'<dialog class="notes" aria-label="Presenter notes"><h3>Presenter notes</h3>'
        f"<pre>{_notes(slide, body, base_url)}</pre>"
        '<p><button data-do="close">Close</button></p></dialog></section>',
        data,
    )


def _permalink(slide: Slide, base_url: str) -> str:
    """Link to the view; where the dashboard has no address, say which view it is."""
    words = escaped(address_words(slide, base_url))
    address = escaped(address_of(slide, base_url))
    if not address:
        return f'<span class="permalink">{words}</span>'
    return f'<a class="permalink" href="{address}" target="_blank" rel="noopener">{words}</a>'


def _notes(slide: Slide, body: Body, base_url: str) -> str:
    """Write the notes; the titles of pages in them are in the language of each."""
    shown = escaped(notes_of(slide, body, base_url))
    for evidence in evidence_of(slide, body):
        title = noted_source(evidence)
        shown = shown.replace(escaped(title), in_language(title, evidence.language))
    return shown


def _says_who(slide: Slide, body: Body) -> str:
    found = evidence_of(slide, body)
    lines = [
        f'<li data-place="{place}"><span class="who">{escaped(e.who)}</span> '
        f'<a href="{escaped(e.url)}" target="_blank" rel="noopener noreferrer">'
        f"{in_language(e.source, e.language)}</a></li>"
        for place, e in enumerate(found[:MOST_EVIDENCE])
    ]
    if len(found) > MOST_EVIDENCE:
        lines.append(f"<li>and {len(found) - MOST_EVIDENCE} more, in the data file</li>")
    return (
        '<dialog class="says" aria-label="Says who?"><h3>Says who?</h3>'
        f"<ol>{''.join(lines) or '<li>Nothing is shown.</li>'}</ol>"
        '<p><button data-do="close">Close</button></p></dialog>'
    )
