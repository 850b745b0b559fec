"""A picture on a static page: its figure as data, its words, and where its marks lead."""

import html
import json
from collections.abc import Callable
from typing import Any

from components.answers.answer import Answer, Picture
from components.answers.overview import Overview
from components.exports.slides.drawn import flat_map
from components.exports.slides.map_reading import read_map
from components.exports.slides.still_note import still_note
from components.figures.wording import shorten

FLAT_HEIGHT = 400
"""Height of a map that the dashboard draws with WebGL, pixels."""
FIRST_DRAWN = 300
TITLE_AT_MOST = 150
Doors = Callable[[str, str], str]
"""Gives the way to where a parameter and an id are answered; blank where nowhere."""
escaped = html.escape


def chart_html(picture: Picture, answer: Answer, doors: Doors, title: str = "") -> str:
    """Write a picture as a figure that a script of the copy draws.

    Parameters
    ----------
    title
        What stands above it; blank where the page's headline is about it.
    """
    figure = figure_of(picture, answer)
    ways = {mark: way for mark in marks_of(figure) if (way := doors(picture.picks, mark))}
    height = int(figure.layout.height or FIRST_DRAWN)
    head = f"<h2>{escaped(title)}</h2>" if title else ""
    words = still_note(picture)
    note = f"<figcaption>{escaped(words)}</figcaption>" if words else ""
    # A figure is told of by name before what is in it.
    name = escaped(title or picture.alt.partition(". ")[0])
    return (
        f'<figure class="picture" aria-label="{name}">{head}'
        f'<div class="chart" role="img" aria-label="{escaped(picture.alt)}" '
        f'style="min-height:{height}px">{data_block("figure", figure.to_json())}'
        f"{data_block('doors', json.dumps(ways)) if ways else ''}</div>{note}</figure>"
    )


def titles_of(answer: Answer) -> list[str]:
    """Say what each picture of a view shows; blank for the first: the headline is about it."""
    if isinstance(answer, Overview):
        return ["", answer.gap_sentence]
    words = [picture.alt.split(". ")[0].rstrip(".") for picture in answer.pictures[1:]]
    return ["", *(shorten(line, TITLE_AT_MOST) for line in words)]


def has_map(html_text: str) -> bool:
    """Say whether a page draws a map of states, and so needs the base map."""
    return '"geo":' in html_text


def figure_of(picture: Picture, answer: Answer) -> Any:
    """Give the picture as a Plotly figure: a map of WebGL layers is drawn flat."""
    figure: Any = picture.figure
    if not hasattr(figure, "layers"):
        return figure
    body = read_map(picture, answer.data.countries)
    if body is None:
        raise TypeError(f"{picture.key} has layers and is no map")
    flat: Any = flat_map(body)
    return flat.update_layout(height=FLAT_HEIGHT, margin={"l": 0, "r": 0, "t": 0, "b": 0})


def marks_of(figure: Any) -> list[str]:
    """List what a click on a mark can name: codes of shapes, and ids that marks carry."""
    found: dict[str, None] = {}
    for trace in figure.data:
        carried = [getattr(trace, "locations", None), getattr(trace, "customdata", None)]
        for column in carried:
            for value in [] if column is None else list(column):
                first = value if isinstance(value, str) else next(iter(value or ()), "")
                found[str(first)] = None
    return [mark for mark in found if mark]


def data_block(name: str, text: str) -> str:
    """Write data into a page; no text can end its element."""
    safe = text.replace("<", "\\u003c")
    return f'<script type="application/json" class="{name}">{safe}</script>'
