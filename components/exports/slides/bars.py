"""Bars beside each other, in whatever medium: in which order they have room, how they are read."""

from collections.abc import Sequence

from components.exports.slides.bodies import Bar, BarsBody, RangeBody
from components.figures.slide_figures import KeyEntry

PALE = 0.4
"""Share of a claim's colour up to its lowest figure."""
TO_LOWEST = "Pale: up to the lowest figure given"
TO_HIGHEST = "full colour: from there to the highest"
PUT_AT = "upright line: the figure put forward"


def reading_order(bars: Sequence[Bar]) -> list[int]:
    """Give each bar its turn to be shown where not all have room, 0 first.

    First the highest and the lowest, which are the message; then the newest official figure of
    each state, so that no side is shown by an older one alone; then the highest and the lowest
    of each way of counting; then the others as they stand; figures of a part last.
    """
    standing = [bar for bar in bars if not bar.aside] or list(bars)
    extremes = _extremes(standing)
    of_basis = [
        bar
        for basis in dict.fromkeys(bar.basis for bar in standing)
        for bar in _extremes([bar for bar in standing if bar.basis == basis])
    ]
    newest = [bar for bar in standing if bar.own_newest]
    turns = [*extremes, *newest, *of_basis, *standing, *bars]
    ranked = dict.fromkeys(bar.claim_id for bar in turns)
    turn = {identity: place for place, identity in enumerate(ranked)}
    return [turn[bar.claim_id] for bar in bars]


def _extremes(bars: Sequence[Bar]) -> list[Bar]:
    return [max(bars, key=lambda bar: bar.high), min(bars, key=lambda bar: bar.low)]


def stake_key(body: RangeBody) -> list[KeyEntry]:
    """List whose stake each colour of the bars tells."""
    return [
        KeyEntry(stake, colour)
        for stake, colour in dict.fromkeys((bar.stake, bar.colour) for bar in body.bars)
    ]


def how_to_read(body: RangeBody) -> str:
    """Say what the parts of the bars stand for, as far as they are drawn."""
    parts = [TO_LOWEST]
    if any(bar.low < bar.high for bar in body.bars):
        parts.append(TO_HIGHEST)
    if any(bar.best is not None for bar in body.bars):
        parts.append(PUT_AT)
    return f"{'; '.join(parts)}."


def can_stand_in_rows(body: BarsBody) -> bool:
    """Say whether bars lie, one a name or stacked, none of them below nothing."""
    return (
        body.horizontal
        and (len(body.series) == 1 or body.stacked)
        and all(y is not None and y >= 0 for series in body.series for y in series.ys)
    )
