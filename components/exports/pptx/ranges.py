"""Claims from lowest to highest as native bars, with the ledger's own numbers inside."""

from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION
from pptx.util import Pt

from components.exports.pptx.parts import (
    AXIS,
    add_chart,
    draw_key,
    key_height,
    name_each,
    name_size,
    names_width,
    place_plot,
    round_up,
    set_values,
)
from components.exports.pptx.sheet import Box, colour, write_note
from components.exports.pptx.type import BOLD, width_of
from components.exports.pptx.workbook import CategoryData
from components.exports.slides.bars import PALE, stake_key
from components.exports.slides.bodies import Bar, RangeBody
from components.exports.xml_text import xml_text
from components.figures.palette import INK, RULE, mixed, opaque

MIDDLE = 0.7
"""Share of a claim's colour from its best to its highest figure."""
NAMES_SHARE = 0.42
"""Most of a chart's width that names take."""
THICKEST = 480_000
ROOMIEST = 1_150_000
"""Height of the thickest bar, and of the line it stands in, EMU."""
WIDEST_GAP = 500
"""Widest gap between bars that the format knows, per cent of a bar."""


def draw_ranges(sheet: Any, box: Box, body: RangeBody, alt: str, note: str) -> None:
    """Draw claims as native bars: pale to the lowest figure, full from lowest to highest.

    The three series hold the ledger's own numbers. They overlap, the lowest in front, so that
    no difference has to be computed and every number stays editable.
    """
    names = [bar.name for bar in body.bars]
    data = CategoryData(names, "#,##0")
    data.add_series("Highest figure", [bar.high for bar in body.bars])
    data.add_series("Best figure", [bar.best for bar in body.bars])
    data.add_series("Lowest figure", [bar.low for bar in body.bars])
    room = write_note(sheet, box, note, "Note")
    key = [(entry.words, entry.colour) for entry in stake_key(body)]
    below = key_height(room, key)
    height = min(room.height - below - 60_000, len(names) * ROOMIEST + AXIS)
    place = Box(room.left, room.top, room.width, height)
    draw_key(sheet, Box(room.left, place.top + height + 40_000, room.width, below), key)
    chart = add_chart(sheet, XL_CHART_TYPE.BAR_CLUSTERED, place, data, alt, "Chart of claims")
    plot_height = height - AXIS
    size = name_size(names, plot_height, int(place.width * NAMES_SHARE))
    left = names_width(names, size, int(place.width * NAMES_SHARE))
    plot_width = place.width - left - 60_000
    place_plot(chart, left / place.width, 0, plot_width / place.width, plot_height / place.height)
    plot = chart.plots[0]
    plot.overlap = 100
    pitch = plot_height / len(names)
    plot.gap_width = int(min(max(pitch / THICKEST - 1, 0.4) * 100, WIDEST_GAP))
    _colour_bars(plot, body)
    _write_numbers(plot, body, size)
    name_each(chart, size)
    chart.category_axis.reverse_order = True
    chart.category_axis.format.line.color.rgb = colour(RULE)
    values = chart.value_axis
    values.minimum_scale = 0
    values.maximum_scale = round_up(max(_end(bar, size, plot_width) for bar in body.bars))
    set_values(values, "", max(bar.high for bar in body.bars))
    values.tick_label_position = XL_TICK_LABEL_POSITION.HIGH


def _end(bar: Bar, size: float, width: int) -> float:
    """Give the end of an axis at which the bar's number still fits to its right."""
    words = width_of(bar.words, size) * BOLD + 90_000
    return bar.high / (1 - min(words / width, 0.7))


def _colour_bars(plot: Any, body: RangeBody) -> None:
    for series, share in zip(plot.series, (MIDDLE, 1.0, PALE), strict=True):
        for place, bar in enumerate(body.bars):
            # Without a best figure there is nothing to set apart between lowest and highest.
            strength = 1.0 if share == MIDDLE and bar.best in (None, bar.high) else share
            fill = series.points[place].format.fill
            fill.solid()
            fill.fore_color.rgb = colour(mixed(opaque(bar.colour), strength))


def _write_numbers(plot: Any, body: RangeBody, size: float) -> None:
    for place, bar in enumerate(body.bars):
        label = plot.series[0].points[place].data_label
        label.position = XL_LABEL_POSITION.OUTSIDE_END
        label.text_frame.word_wrap = False
        label.text_frame.text = xml_text(bar.words)
        font = label.text_frame.paragraphs[0].runs[0].font
        font.size, font.bold, font.color.rgb = Pt(size), True, colour(INK)
