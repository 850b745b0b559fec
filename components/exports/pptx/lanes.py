"""Marks along time in named lanes, as a native scatter chart."""

import math
from datetime import datetime
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Emu, Pt

from components.exports.pptx.parts import (
    AXIS,
    FEW_YEARS,
    add_chart,
    draw_key,
    excel_day,
    excel_moment,
    key_height,
    place_plot,
    years_step,
)
from components.exports.pptx.points import set_mark
from components.exports.pptx.sheet import Box, colour, describe, flat, write
from components.exports.pptx.type import width_of
from components.exports.pptx.workbook import PointsData
from components.exports.slides.bodies import LanesBody, Marks
from components.exports.slides.native_reading import SIGNS
from components.exports.xml_text import xml_text
from components.figures.palette import INK, QUIET, RULE

MARKERS = {
    "circle": XL_MARKER_STYLE.CIRCLE,
    "square": XL_MARKER_STYLE.SQUARE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "triangle-up": XL_MARKER_STYLE.TRIANGLE,
    "pentagon": XL_MARKER_STYLE.STAR,
    "cross": XL_MARKER_STYLE.PLUS,
    "x": XL_MARKER_STYLE.X,
}
LANE_NAME = 13.0
AIR = 0.04
"""Blank at either end of the time axis, share of the chart: its first label is wide."""
FEW_DAYS, MONTH = 120, 30.4375
"""Days up to which an axis of time counts days, and days of a month."""
LARGEST = 24
"""Size of a crowded span's disc, points."""


def draw_lanes(sheet: Any, room: Box, body: LanesBody, alt: str) -> None:
    """Draw marks along time as a native scatter chart, its lanes named beside it."""
    signs = {symbol: sign for symbol, sign in SIGNS.items() if symbol != "square"}
    key = [(words, paint, signs.get(symbol, "")) for words, paint, symbol in body.key]
    below = key_height(room, key)
    height = room.height - below - 60_000
    draw_key(sheet, Box(room.left, room.top + height + 40_000, room.width, below), key)
    names = max(width_of(name, LANE_NAME) for name in body.lanes) + 120_000
    place = Box(room.left + names, room.top, room.width - names, height)
    pitch = (height - AXIS) / len(body.lanes)
    first, last, unit, written = _span(body)
    plot = Box(
        place.left + int(place.width * AIR),
        place.top,
        int(place.width * (1 - 2 * AIR)),
        height - AXIS,
    )
    for start, end, paint in body.shades:
        _shade(sheet, plot, (first, last), (start, end), paint)
    for turn, name in enumerate(body.lanes):
        high = 250_000
        top = int(room.top + pitch * (turn + 0.5) - high / 2)
        spot = Box(room.left, top, names, high)
        write(sheet, spot, [(name, LANE_NAME, INK)], f"Lane: {name}", middle=True)
    data = PointsData("0.00")
    shown = sorted(body.marks, key=lambda each: -len(each.moments))
    for turn, marks in enumerate(shown):
        series = data.add_series(_name_of(body, marks, turn))
        for moment, y in zip(marks.moments, marks.places, strict=True):
            series.add_data_point(excel_moment(moment), y)
    chart = add_chart(sheet, XL_CHART_TYPE.XY_SCATTER, place, data, alt, "Timeline")
    place_plot(chart, AIR, 0, 1 - 2 * AIR, (height - AXIS) / height)
    for series, marks in zip(chart.plots[0].series, shown, strict=True):
        series.format.line.fill.background()
        if marks.words:
            _count(series, marks)
        else:
            set_mark(series, marks.colour, MARKERS.get(marks.symbol, XL_MARKER_STYLE.CIRCLE), 9)
    _set_lanes(chart, len(body.lanes))
    along = chart.category_axis
    along.minimum_scale, along.maximum_scale, along.major_unit = first, last, unit
    along.tick_labels.number_format = written


def _span(body: LanesBody) -> tuple[int, int, float, str]:
    """Give the ends of the axis in whole days, years or months, its step, and how days read."""
    start, end = (datetime.fromisoformat(edge) for edge in (body.start, body.end))
    days = (end - start).days
    if days < FEW_DAYS:
        first = math.ceil(excel_moment(body.start))
        last = max(math.floor(excel_moment(body.end)), first + 1)
        return first, last, max(round((last - first) / 8), 1), "d mmm yyyy"
    if days < FEW_YEARS:
        unit = MONTH * max(round(days / MONTH / 7), 1)
        first = excel_day(f"{start:%Y-%m}-01")
        return first, math.ceil(excel_moment(body.end)), unit, "mmm yyyy"
    first, last = excel_day(f"{start:%Y}-01-01"), excel_day(f"{end.year + 1}-01-01")
    return first, last, years_step(days), "yyyy"


def _set_lanes(chart: Any, lanes: int) -> None:
    down, along = chart.value_axis, chart.category_axis
    down.minimum_scale, down.maximum_scale, down.major_unit = -0.5, lanes - 0.5, 1
    down.reverse_order = True
    down.has_major_gridlines = True
    down.major_gridlines.format.line.color.rgb = colour(RULE)
    down.visible = False
    along.has_major_gridlines = False
    along.tick_labels.number_format_is_linked = False
    along.tick_labels.font.size = Pt(12)
    # The lanes run downwards, so that the end of their axis is below them.
    for crosses in chart.element.xpath(".//c:valAx/c:crosses"):
        if crosses.getparent().xpath("c:axPos[@val='b']"):
            crosses.set("val", "max")


def _name_of(body: LanesBody, marks: Marks, turn: int) -> str:
    found = [words for words, paint, symbol in body.key if (paint, symbol) == _look(marks)]
    return "Several" if marks.words else (found[0] if found else f"Marks {turn + 1}")


def _look(marks: Marks) -> tuple[str, str]:
    return marks.colour, marks.symbol


def _count(series: Any, marks: Marks) -> None:
    """Set the number of a crowded span on a disc."""
    set_mark(series, marks.colour, XL_MARKER_STYLE.CIRCLE, LARGEST)
    series.marker.format.line.color.rgb = colour(QUIET)
    for turn, words in enumerate(marks.words):
        label = series.points[turn].data_label
        label.position = XL_LABEL_POSITION.CENTER
        label.text_frame.text = xml_text(words)
        font = label.text_frame.paragraphs[0].runs[0].font
        font.size, font.color.rgb = Pt(11), colour(INK)


def _shade(sheet: Any, plot: Box, axis: tuple[int, int], span: tuple[str, str], paint: str) -> None:
    first, last = axis
    edges = [min(max(excel_moment(edge), first), last) for edge in span]
    left, right = (plot.left + int((e - first) / (last - first) * plot.width) for e in edges)
    if right <= left:
        return
    shape = sheet.shapes.add_shape(
        MSO_SHAPE.RECTANGLE, Emu(left), Emu(plot.top), Emu(right - left), Emu(plot.height)
    )
    describe(flat(shape), "Span", f"Shaded span, {span[0][:10]} to {span[1][:10]}")
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour(paint)
    shape.line.fill.background()
