"""Bars by category, and measures of two sides, as native charts."""

from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.util import Pt

from components.exports.pptx.parts import (
    MOST_NAMED,
    add_chart,
    draw_key,
    key_height,
    name_each,
    name_size,
    names_width,
    number,
    place_plot,
    set_values,
)
from components.exports.pptx.sheet import Box, colour, write_note
from components.exports.pptx.workbook import CategoryData
from components.exports.slides.bodies import BarsBody, PairsBody, Series
from components.figures.palette import INK, PAGE_LIGHT, RULE

KINDS = {
    (True, True): XL_CHART_TYPE.BAR_STACKED,
    (True, False): XL_CHART_TYPE.BAR_CLUSTERED,
    (False, True): XL_CHART_TYPE.COLUMN_STACKED,
    (False, False): XL_CHART_TYPE.COLUMN_CLUSTERED,
}
NAMES_SHARE = 0.4
ROOMIEST = 700_000
TITLED, BARE = 560_000, 60_000
"""Height below the bars with an axis and its title, and without, EMU."""
NO_ZERO = "#,##0;;;"
PER_CENT = '0.##"%"'


def draw_bars(
    sheet: Any, box: Box, body: BarsBody, alt: str, note: str = "", written: str = "#,##0.##"
) -> None:
    """Draw bars by category as a native bar chart, each with its number."""
    room = write_note(sheet, box, note, "Note")
    names = [str(x) for x in body.series[0].xs]
    key = [(each.name, each.colour) for each in body.series] if len(body.series) > 1 else []
    below = key_height(room, key)
    height = room.height - below - (60_000 if key else 0)
    if body.horizontal:
        height = min(height, len(names) * ROOMIEST * len(body.series) + TITLED)
    place = Box(room.left, room.top, room.width, height)
    draw_key(sheet, Box(room.left, place.top + height + 40_000, room.width, below), key)
    data = CategoryData(names, "#,##0.##")
    for place_of, each in enumerate(body.series, 1):
        data.add_series(each.name or f"Series {place_of}", [number(y) for y in each.ys])
    chart = add_chart(sheet, KINDS[(body.horizontal, body.stacked)], place, data, alt)
    most = max((y for each in body.series for y in each.ys if number(y) is not None), default=1)
    plot = chart.plots[0]
    plot.gap_width = 55
    if body.stacked:
        plot.overlap = 100
    for series, each in zip(plot.series, body.series, strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = colour(each.colour)
    numbered = len(names) * len(body.series) <= MOST_NAMED
    if numbered:
        _number_each(plot, NO_ZERO if body.stacked else written, stacked=body.stacked)
    whole = all(float(y).is_integer() for s in body.series for y in s.ys if number(y) is not None)
    set_values(chart.value_axis, body.value_title, most, whole=whole)
    chart.value_axis.minimum_scale = 0 if most >= 0 else None
    if numbered:
        # The numbers stand at the bars: an axis would say them again.
        chart.value_axis.visible = False
        chart.value_axis.has_major_gridlines = False
    if body.horizontal:
        _lay_down(chart, place, names)
    elif len(names) <= MOST_NAMED:
        name_each(chart, name_size(names, place.width * 4, place.width // len(names)))
    chart.category_axis.format.line.color.rgb = colour(RULE)


def _lay_down(chart: Any, place: Box, names: list[str]) -> None:
    """Set names beside lying bars, each on a line of its own."""
    chart.category_axis.reverse_order = True
    foot = BARE if not chart.value_axis.visible else TITLED
    plot_height = place.height - foot
    size = name_size(names, plot_height, int(place.width * NAMES_SHARE))
    left = names_width(names, size, int(place.width * NAMES_SHARE))
    width = place.width - left - 500_000
    place_plot(chart, left / place.width, 0, width / place.width, plot_height / place.height)
    name_each(chart, size)


def _number_each(plot: Any, written: str, *, stacked: bool) -> None:
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.show_value = True
    labels.number_format = written
    labels.number_format_is_linked = False
    # A part of a bar has its number on it, in the colour of the page.
    labels.position = XL_LABEL_POSITION.CENTER if stacked else XL_LABEL_POSITION.OUTSIDE_END
    labels.font.size, labels.font.bold = Pt(13), True
    labels.font.color.rgb = colour(PAGE_LIGHT if stacked else INK)


def draw_pairs(sheet: Any, box: Box, body: PairsBody, alt: str, note: str) -> None:
    """Draw measures of two sides as pairs of bars."""
    labels = tuple(pair.label for pair in body.pairs)
    sides = [
        Series(words, paint, labels, tuple(_short(value) for value in values))
        for (words, paint), values in (
            (body.left, [pair.left for pair in body.pairs]),
            (body.right, [pair.right for pair in body.pairs]),
        )
    ]
    bars = BarsBody(tuple(sides), True, False, "")
    draw_bars(sheet, box, bars, alt, note, PER_CENT)


def without_bars(body: PairsBody) -> str:
    """Say which side has no bar in which measure, and why; blank where all have one."""
    blanks = [
        f"{pair.label}: {side[0]}: {words}"
        for pair in body.pairs
        for side, value, words in (
            (body.left, pair.left, pair.left_words),
            (body.right, pair.right, pair.right_words),
        )
        if value is None
    ]
    return f"No bar: {'; '.join(blanks)}." if blanks else ""


def _short(value: float | None) -> float | None:
    """Keep the digits that a share can carry."""
    return None if value is None else float(f"{value:.3g}")
