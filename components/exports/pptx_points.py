"""Marks against two axes, and marks along time in lanes, as native scatter charts."""

import math
from datetime import datetime, timedelta
from typing import Any

from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu, Pt

from components.exports.bodies import LanesBody, Marks, PointsBody, Series
from components.exports.pptx_parts import (
    EXCEL_DAY_ZERO,
    add_chart,
    draw_key,
    excel_day,
    excel_moment,
    key_height,
    number,
    place_plot,
    set_legend,
    set_values,
    unlisted,
)
from components.exports.pptx_sheet import Box, colour, describe, flat, write, write_note
from components.exports.pptx_type import width_of
from components.figures.palette import INK, PAGE_LIGHT, QUIET, RULE, opaque

MOST_MARKED = 15
"""Marks on one line beyond which the line alone is drawn."""
DASHES = {
    "dot": MSO_LINE.ROUND_DOT,
    "dash": MSO_LINE.DASH,
    "dashdot": MSO_LINE.DASH_DOT,
    "longdash": MSO_LINE.LONG_DASH,
}
MARKERS = {
    "circle": XL_MARKER_STYLE.CIRCLE,
    "square": XL_MARKER_STYLE.SQUARE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "triangle-up": XL_MARKER_STYLE.TRIANGLE,
    "pentagon": XL_MARKER_STYLE.STAR,
    "cross": XL_MARKER_STYLE.PLUS,
    "x": XL_MARKER_STYLE.X,
}
DRAWN_BY_LINE = (XL_MARKER_STYLE.STAR, XL_MARKER_STYLE.PLUS, XL_MARKER_STYLE.X)
"""Markers that have no inside to fill."""
LANE_NAME = 13.0
AXIS = 330_000
AIR = 0.04
"""Blank at either end of the time axis, share of the chart: its first label is wide."""
FEW_DAYS, FEW_YEARS = 120, 1_500
"""Days up to which an axis of time counts days, and months; beyond, it counts years."""
MONTH, YEAR = 30.4375, 365.25
LARGEST = 24
"""Size of a crowded span's disc, points."""
SIGNS = {
    "circle": "●",
    "diamond": "◆",
    "triangle-up": "▲",
    "pentagon": "✱",
    "cross": "✚",
    "x": "✕",
}
"""Signs of text for the markers that are no squares."""


def draw_points(sheet: Any, box: Box, body: PointsBody, alt: str, note: str = "") -> None:
    """Draw marks against two axes as a native scatter chart."""
    place = write_note(sheet, box, note, "Note")
    data = XyChartData(number_format="#,##0")
    # LibreOffice loses a first series that is shorter than one after it (measured).
    shown = sorted(body.series, key=lambda each: -len(each.xs))
    for turn, each in enumerate(shown, 1):
        series = data.add_series(each.name or f"Line {turn}")
        for x, y in zip(each.xs, each.ys, strict=True):
            series.add_data_point(excel_day(x) if body.dated else float(x), number(y))
    chart = add_chart(sheet, XL_CHART_TYPE.XY_SCATTER, place, data, alt)
    unnamed = [turn for turn, each in enumerate(shown) if each.line or each.goes_on]
    set_legend(chart, len(shown) - len(unnamed))
    for series, each in zip(chart.plots[0].series, shown, strict=True):
        _paint(series, each)
    if chart.has_legend:
        unlisted(chart, unnamed)
    xs = [excel_day(x) if body.dated else float(x) for s in body.series for x in s.xs]
    along = chart.category_axis
    along.has_major_gridlines = False
    along.tick_labels.number_format = "mmm yyyy" if body.dated else "0"
    along.tick_labels.number_format_is_linked = False
    along.tick_labels.font.size = Pt(12)
    room = 10 if body.dated else 1
    along.minimum_scale, along.maximum_scale = min(xs) - room, max(xs) + room
    if body.dated and max(xs) - min(xs) > FEW_YEARS:
        # Ticks at the turn of years, named by the year alone.
        first, last = (EXCEL_DAY_ZERO + timedelta(days=int(edge)) for edge in (min(xs), max(xs)))
        along.minimum_scale = excel_day(f"{first:%Y}-01-01")
        along.maximum_scale = excel_day(f"{last.year + 1}-01-01")
        along.major_unit = _years(max(xs) - min(xs))
        along.tick_labels.number_format = "yyyy"
    ys = [abs(y) for s in body.series for y in s.ys if number(y) is not None]
    set_values(chart.value_axis, body.y_title, max(ys, default=1))
    if all(y >= 0 for s in body.series for y in s.ys if number(y) is not None):
        chart.value_axis.minimum_scale = 0


def _paint(series: Any, each: Series) -> None:
    if each.line or (each.joined and len(each.xs) > MOST_MARKED):
        series.marker.style = XL_MARKER_STYLE.NONE
        series.format.line.color.rgb = colour(each.colour)
        series.format.line.width = Pt(1.25 if each.line else 2.25)
        if each.dash in DASHES:
            series.format.line.dash_style = DASHES[each.dash]
        return
    _mark(series, each.colour, XL_MARKER_STYLE.CIRCLE, 6 if each.joined else 8)
    _set_looks(series, each)
    _set_reach(series, each)
    if each.joined:
        series.format.line.color.rgb = colour(each.colour)
        series.format.line.width = Pt(2)
    else:
        series.format.line.fill.background()


def _set_looks(series: Any, each: Series) -> None:
    """Make marks hollow or struck, one by one, as on the page."""
    for turn, look in enumerate(each.looks):
        if "open" not in look:
            continue
        marker = series.points[turn].marker
        struck = look.startswith("x")
        marker.style = XL_MARKER_STYLE.X if struck else XL_MARKER_STYLE.CIRCLE
        marker.size = 8
        if not struck:
            marker.format.fill.solid()
            marker.format.fill.fore_color.rgb = colour(PAGE_LIGHT)
        marker.format.line.color.rgb = colour(each.colour)
        marker.format.line.width = Pt(1.5)


def _set_reach(series: Any, each: Series) -> None:
    """Draw from each mark to its lowest and highest number, as native error bars."""
    if not each.reach:
        return
    parts = "".join(
        f"<c:{name}><c:numLit><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(each.reach)}"/>'
        + "".join(
            f'<c:pt idx="{turn}"><c:v>{ends[way]:g}</c:v></c:pt>'
            for turn, ends in enumerate(each.reach)
        )
        + f"</c:numLit></c:{name}>"
        for way, name in ((1, "plus"), (0, "minus"))
    )
    paint = opaque(each.colour)[1:].upper()
    bars = parse_xml(
        f'<c:errBars {nsdecls("c", "a")}><c:errDir val="y"/><c:errBarType val="both"/>'
        f'<c:errValType val="cust"/><c:noEndCap val="0"/>{parts}<c:spPr><a:ln w="19050">'
        f'<a:solidFill><a:srgbClr val="{paint}"/></a:solidFill></a:ln></c:spPr></c:errBars>'
    )
    series._element.xpath("c:xVal")[0].addprevious(bars)


def _mark(series: Any, paint: str, style: Any, size: int) -> None:
    series.marker.style, series.marker.size = style, size
    line = series.marker.format.line
    if style in DRAWN_BY_LINE:
        series.marker.format.fill.background()
        line.color.rgb, line.width = colour(paint), Pt(1.75)
        return
    fill = series.marker.format.fill
    fill.solid()
    fill.fore_color.rgb = colour(paint)
    line.fill.background()


def draw_lanes(sheet: Any, box: Box, body: LanesBody, alt: str, note: str) -> None:
    """Draw marks along time as a native scatter chart, its lanes named beside it."""
    room = write_note(sheet, box, note, "Note")
    key = [(words, paint, SIGNS.get(symbol, "")) for words, paint, symbol in body.key]
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
    data = XyChartData(number_format="0.00")
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
            _mark(series, marks.colour, MARKERS.get(marks.symbol, XL_MARKER_STYLE.CIRCLE), 9)
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
    return first, last, _years(days), "yyyy"


def _years(days: float) -> int:
    """Give a step of whole years, in days: rounded up, no tick falls into the year before."""
    return math.ceil(max(round(days / YEAR / 8), 1) * YEAR)


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
    _mark(series, marks.colour, XL_MARKER_STYLE.CIRCLE, LARGEST)
    series.marker.format.line.color.rgb = colour(QUIET)
    for turn, words in enumerate(marks.words):
        label = series.points[turn].data_label
        label.position = XL_LABEL_POSITION.CENTER
        label.text_frame.text = words
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
