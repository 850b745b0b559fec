"""Bars as lines of HTML: each with its name and number in large type above or beside it.

They wrap, scale and print with the page, and a claim's line is a door to who says it. What
does not fit a screen is left out by ``data-order``, the highest first, and counted in words.
"""

import html
from collections.abc import Sequence
from typing import Any

from components.exports.html.key import key_html
from components.exports.slides.bars import (
    PALE,
    how_to_read,
    reading_order,
    stake_key,
)
from components.exports.slides.bodies import Bar, BarsBody, PairsBody, RangeBody
from components.figures.palette import mixed, opaque
from components.figures.slide_figures import KeyEntry
from components.figures.wording import listed, more_in_the_data, opening

escaped = html.escape
MANY = 9
"""As many lines at most stand under each other on a printed sheet."""


def ranges_html(body: RangeBody, alt: str, says: Sequence[int | None], address: str) -> str:
    """Write claims as bars, pale to the lowest figure and full to the highest.

    Parameters
    ----------
    alt
        The finding, for who does not see the bars.
    says
        For each bar the place of its line in the answer to “says who?”; None where it has none.
    address
        Of the view, which shows the rest.
    """
    most = max((bar.high for bar in body.bars), default=1) or 1
    lines = [
        _claim(bar, turn, most, place)
        for bar, turn, place in zip(body.bars, reading_order(body.bars), says, strict=True)
    ]
    many = " many" if len(body.bars) > MANY else ""
    return (
        f"{key_html(stake_key(body))}"
        f'<ol class="bars{many}" data-fit aria-label="{escaped(alt)}">{"".join(lines)}</ol>'
        f"{more_html(body.left_out, 'figure', address, how_to_read(body))}"
    )


def _claim(bar: Bar, turn: int, most: int, place: int | None) -> str:
    colour = opaque(bar.colour)
    pale = _part(0, bar.low / most, mixed(colour, PALE), colour)
    full = _part(bar.low / most, bar.high / most, colour, colour) if bar.high > bar.low else ""
    best = ""
    if bar.best is not None:
        best = f'<i class="best" style="left:{_share(bar.best / most)}"></i>'
    note = f" <em>({escaped(bar.apart)})</em>" if bar.apart else ""
    words = (
        f'<span class="name">{escaped(bar.label)}{note}: <b>{escaped(bar.words)}</b></span>'
        f'<span class="track">{pale}{full}{best}</span>'
    )
    title = escaped(f"{bar.stake}. {bar.basis}")
    if place is not None:
        words = f'<button data-says="{place}" title="{title}">{words}</button>'
    return f'<li data-order="{turn}">{words}</li>'


def _part(start: float, end: float, fill: str, edge: str) -> str:
    size = f"left:{_share(start)};width:{_share(end - start)}"
    return f'<i style="{size};background:{fill};border-color:{edge}"></i>'


def _share(value: float) -> str:
    return f"{100 * value:.2f}%"


def bars_html(
    body: BarsBody, words: Sequence[str], colours: Sequence[str], alt: str, address: str
) -> str:
    """Write named bars of one series, each with its number in words."""
    (series,) = body.series
    rows = [
        (str(name), float(y), said, colour)
        for name, y, said, colour in zip(series.xs, series.ys, words, colours, strict=True)
    ]
    return _beside(rows, alt, body.value_title, more_html(0, "bar", address))


def stacked_html(body: BarsBody, alt: str, address: str) -> str:
    """Write subjects with a bar of several parts, what each part counts in words beside it."""
    subjects = list(body.series[0].xs)
    totals = [sum(float(series.ys[n] or 0) for series in body.series) for n in range(len(subjects))]
    most = max(totals, default=1.0) or 1.0
    lines = []
    for place, (subject, total) in enumerate(zip(subjects, totals, strict=True)):
        start, parts, words = 0.0, [], []
        for series in body.series:
            value = float(series.ys[place] or 0)
            if value:
                colour = opaque(series.colour)
                parts.append(_part(start / most, (start + value) / most, colour, colour))
                words.append(f"{value:,.6g} {series.name.lower()}")
                start += value
        kinds = words[0].partition(" ")[2] if len(words) == 1 else listed(words)
        said = f"<b>{total:,.6g}</b> <em>{escaped(kinds)}</em>"
        lines.append(
            f'<li data-order="{place}"><span class="name">{escaped(str(subject))}: {said}</span>'
            f'<span class="track">{"".join(parts)}</span></li>'
        )
    key = key_html([KeyEntry(series.name, series.colour) for series in body.series])
    return (
        f'{key}<ol class="bars" data-fit aria-label="{escaped(alt)}">{"".join(lines)}</ol>'
        f"{more_html(0, 'bar', address)}"
    )


def _beside(rows: Sequence[tuple[str, float, str, str]], alt: str, unit: str, more: str) -> str:
    """Write bars, each with its name beside it; the longest leaves room for its number."""
    most = max((value for _, value, _, _ in rows), default=1.0) or 1.0
    lines = [
        f'<li data-order="{place}"><span class="name">{escaped(name)}</span><span class="track">'
        f"{_part(0, 0.86 * value / most, opaque(colour), opaque(colour))}"
        f'<b style="left:{_share(0.86 * value / most)}">{escaped(said)}</b></span></li>'
        for place, (name, value, said, colour) in enumerate(rows)
    ]
    note = f'<p class="note">{escaped(opening(unit))}</p>' if unit else ""
    return (
        f'<ol class="bars beside" data-fit aria-label="{escaped(alt)}">{"".join(lines)}</ol>'
        f"{note}{more}"
    )


def pairs_html(body: PairsBody, alt: str, address: str) -> str:
    """Write measures of two sides back to back: a bar to the left, a bar to the right."""
    values = [v for pair in body.pairs for v in (pair.left, pair.right) if v is not None]
    # Room at the end of the longest bar for its number.
    most = max(values, default=1.0) * 1.4
    lines = []
    for place, pair in enumerate(body.pairs):
        sides = "".join(
            _half(side, value, said, colour, most)
            for side, value, said, (_, colour) in (
                ("left", pair.left, pair.left_words, body.left),
                ("right", pair.right, pair.right_words, body.right),
            )
        )
        lines.append(
            f'<li data-order="{place}"><span class="name">{escaped(pair.label)}</span>'
            f'<span class="halves">{sides}</span></li>'
        )
    key = key_html([KeyEntry(*body.left), KeyEntry(*body.right)])
    return (
        f'{key}<ol class="pairs" data-fit aria-label="{escaped(alt)}">{"".join(lines)}</ol>'
        f"{more_html(0, 'measure', address)}"
    )


def _half(side: str, value: float | None, said: str, colour: str, most: float) -> str:
    if value is None:
        return f'<span class="{side}"><em>{escaped(said)}</em></span>'
    bar = f'<i style="width:{_share(value / most)};background:{opaque(colour)}"></i>'
    return f'<span class="{side}">{bar}<b>{escaped(said)}</b></span>'


def more_html(left_out: int, noun: str, address: str, reading: str = "") -> str:
    """Say how a chart is read and how many more there are, as a link to the view that has them.

    Without an address it is no link. The page adds what does not fit it; with nothing left out
    the words are hidden.
    """
    one, many = more_in_the_data("{n}", noun)
    shown = (one if left_out == 1 else many.replace("{n}", str(left_out))) if left_out else ""
    data: dict[str, Any] = {"left": left_out, "one": one, "many": many}
    attributes = " ".join(f'data-{name}="{escaped(str(v))}"' for name, v in data.items())
    words = f"{escaped(reading)} " if reading else ""
    hidden = "" if shown else " hidden"
    linked = f'href="{escaped(address)}" target="_blank" rel="noopener"' if address else ""
    element = "a" if address else "span"
    return (
        f'<p class="note more" {attributes}>{words}<{element} class="onscreen" {linked}{hidden}>'
        f'{shown}</{element}><span class="onpaper">{shown}</span></p>'
    )
