"""The middle of a slide as HTML: a chart to be drawn, words, one figure, or a table."""

import html
from typing import Any

import pandas as pd

from components.answers.briefing import Slide
from components.exports.bodies import Body, ClaimBody, QuoteBody, RangeBody, TableBody
from components.exports.map_body import MapBody
from components.exports.reading import picture_of
from components.figures.palette import INK, TEXT
from components.figures.slide_figures import for_a_room, large_map, large_ranges
from components.figures.wording import plural, shorten

ROWS_ON_A_SCREEN = 6
escaped = html.escape


def body_html(slide: Slide, body: Body) -> tuple[str, str]:
    """Write the middle of a slide, and the figure it draws as JSON; blank where it draws none."""
    if isinstance(body, QuoteBody):
        return f'<div class="body">{"".join(_quote(*quote) for quote in body.quotes)}</div>', ""
    if isinstance(body, ClaimBody):
        return _claim(body), ""
    picture = picture_of(slide)
    if picture is None:
        return (_table(body) if isinstance(body, TableBody) else '<div class="body"></div>'), ""
    figure: Any = picture.figure
    narrow = None
    if isinstance(body, RangeBody):
        bars = pd.DataFrame([vars(bar) for bar in body.bars])
        figure = large_ranges(bars, body.counted)
        narrow = large_ranges(bars, body.counted, narrow=True)
    elif isinstance(body, MapBody) and hasattr(figure, "layers"):
        figure = flat_map(body)
    else:
        figure = for_a_room(figure)
    data = f'{{"wide": {figure.to_json()}, "narrow": {narrow.to_json() if narrow else "null"}}}'
    data = data.replace(TEXT, INK)
    rows = len(body.bars) if isinstance(body, RangeBody) else 0
    note = f'<p class="note">{escaped(body.note)}</p>' if isinstance(body, MapBody) else ""
    return (
        f'<div class="body{" withnote" if note else ""}"><div class="chart" role="img" '
        f'aria-label="{escaped(picture.alt)}" data-figure="figure-{slide.number}" '
        f'data-rows="{rows}"></div>{note}</div>',
        data,
    )


def flat_map(body: MapBody) -> Any:
    """Draw a map of WebGL layers on the flat base map, as a Plotly figure."""
    ends = [
        {
            "from_lon": line.start[0],
            "from_lat": line.start[1],
            "to_lon": line.end[0],
            "to_lat": line.end[1],
            "colour": line.colour,
            "label": line.label,
        }
        for line in body.lines
    ]
    dots = pd.DataFrame(
        [vars(dot) for dot in body.dots], columns=["lon", "lat", "colour", "size", "label"]
    )
    areas = [{"country": code, "name": body.names.get(code, code)} for code in body.disputed]
    lines = pd.DataFrame(
        ends, columns=["from_lon", "from_lat", "to_lon", "to_lat", "colour", "label"]
    )
    return large_map(dots, lines, pd.DataFrame(areas, columns=["country", "name"]))


def _quote(words: str, original: str, who: str) -> str:
    length = len(words) + len(original)
    size = "longest" if length > 620 else "long" if length > 330 else ""
    beside = f'<p class="original">{escaped(original)}</p>' if original else ""
    return (
        f'<blockquote class="{size}"><p>{escaped(words)}</p>{beside}'
        f"<footer>{escaped(who)}</footer></blockquote>"
    )


def _claim(body: ClaimBody) -> str:
    size = "figure long" if len(body.number) > 20 else "figure"
    facts = "<br>".join(
        f"{escaped(name)}: <b>{escaped(value)}</b>" for name, value in body.facts if value
    )
    words = f"<div>{escaped(shorten(body.words, 260))}</div>" if body.words else ""
    return (
        f'<div class="body"><div><p class="{size}">{escaped(body.number)}</p>'
        f'<p class="counted">{escaped(body.counted)}</p>{words}'
        f'<p class="facts">{facts}</p></div></div>'
    )


def _table(body: TableBody) -> str:
    if not body.rows:
        return '<div class="body"><p>Nothing matches.</p></div>'
    head = "".join(f"<th>{escaped(heading)}</th>" for heading in body.headings)
    shown = body.rows[:ROWS_ON_A_SCREEN]
    rows = "".join(
        f"<tr>{''.join(f'<td>{escaped(shorten(cell, 75))}</td>' for cell in row)}</tr>"
        for row in shown
    )
    more = ""
    if body.total > len(shown):
        more = (
            f'<p class="note">The first {len(shown)} of {plural(body.total, body.noun)}; '
            "all are in the data file.</p>"
        )
    return (
        f'<div class="body withnote"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table>{more}</div>"
    )
