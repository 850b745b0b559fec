"""Native charts: editable, with the numbers in a workbook inside."""

from datetime import date
from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu, Pt

from components.exports.bodies import BarsBody, PointsBody, RangeBody
from components.exports.pptx_sheet import SANS, Box, colour, describe, write
from components.figures.palette import INK, INK_QUIET, RULE, mixed, opaque

PALE, MIDDLE = 0.4, 0.7
"""Share of a claim's colour up to its lowest figure, and from its best to its highest."""
MOST_NAMED = 30
EXCEL_DAY_ZERO = date(1899, 12, 30)


def excel_day(iso: str) -> int:
    """Give a day as a spreadsheet counts it."""
    return (date.fromisoformat(iso) - EXCEL_DAY_ZERO).days


def draw_ranges(sheet: Any, box: Box, body: RangeBody, alt: str) -> None:
    """Draw claims as native bars: pale to the lowest figure, full from lowest to highest.

    The three series hold the ledger's own numbers. They overlap, the lowest in front, so that
    no difference has to be computed and every number stays editable.
    """
    data = CategoryChartData(number_format="#,##0")
    data.categories = [
        f"{bar.label}{' (part or no longer stands)' if bar.aside else ''}" for bar in body.bars
    ]
    data.add_series("Highest figure", [bar.high for bar in body.bars])
    data.add_series("Best figure", [bar.best for bar in body.bars])
    data.add_series("Lowest figure", [bar.low for bar in body.bars])
    key = {bar.stake: bar.colour for bar in body.bars}
    caption = Box(box.left, box.top + box.height - 300_000, box.width, 300_000)
    frame = sheet.shapes.add_chart(
        XL_CHART_TYPE.BAR_CLUSTERED,
        Emu(box.left),
        Emu(box.top),
        Emu(box.width),
        Emu(box.height - 560_000),
        data,
    )
    describe(frame, "Chart of claims", alt)
    chart = frame.chart
    size = 14 if len(body.bars) <= 8 else 12 if len(body.bars) <= 11 else 10
    _plain(chart, size)
    chart.has_legend = False
    plot = chart.plots[0]
    plot.overlap = 100
    plot.gap_width = 45
    for series, share in zip(plot.series, (MIDDLE, 1.0, PALE), strict=True):
        for place, bar in enumerate(body.bars):
            # Without a best figure there is nothing to set apart between lowest and highest.
            strength = 1.0 if share == MIDDLE and bar.best in (None, bar.high) else share
            fill = series.points[place].format.fill
            fill.solid()
            fill.fore_color.rgb = colour(mixed(opaque(bar.colour), strength))
    for place, bar in enumerate(body.bars):
        label = plot.series[0].points[place].data_label
        label.position = XL_LABEL_POSITION.OUTSIDE_END
        label.text_frame.word_wrap = False
        label.text_frame.text = bar.words
        font = label.text_frame.paragraphs[0].runs[0].font
        font.size, font.bold, font.color.rgb = Pt(size), True, colour(INK)
    _name_each(chart)
    names = chart.category_axis
    names.reverse_order = True
    names.format.line.color.rgb = colour(RULE)
    values = chart.value_axis
    values.minimum_scale = 0
    # Room to the right of the longest bar for its label.
    values.maximum_scale = _round_up(max(bar.high for bar in body.bars) * 1.32)
    values.has_major_gridlines = True
    values.major_gridlines.format.line.color.rgb = colour(RULE)
    values.format.line.fill.background()
    values.tick_labels.number_format = "#,##0"
    values.tick_labels.number_format_is_linked = False
    values.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    key_box = Box(box.left, box.top + box.height - 540_000, box.width, 220_000)
    draw_key(sheet, key_box, list(key.items()))
    left_out = f" {body.left_out} further figures are in the data file." if body.left_out else ""
    words = (
        f"{body.counted}. Pale: up to the lowest figure "
        f"the claimant gave. Full colour: from the lowest to the highest.{left_out}"
    )
    write(sheet, caption, [(words, 11, INK_QUIET)], "How to read the chart")


def draw_key(sheet: Any, box: Box, entries: list[tuple[str, str]]) -> None:
    """Draw a line of squares with words."""
    left = box.left
    for words, code in entries:
        side = 130_000
        square = sheet.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, Emu(left), Emu(box.top + 35_000), Emu(side), Emu(side)
        )
        describe(square, f"Key: {words}", f"Colour of: {words}")
        square.fill.solid()
        square.fill.fore_color.rgb = colour(code)
        square.line.fill.background()
        width = 230_000 + 84_000 * len(words)
        place = Box(left + side + 60_000, box.top, width, box.height)
        write(sheet, place, [(words, 12, INK)], f"Key text: {words}")
        left += side + 60_000 + width


def draw_points(sheet: Any, box: Box, body: PointsBody, alt: str) -> None:
    """Draw marks against two axes as a native scatter chart."""
    data = XyChartData(number_format="#,##0")
    shown = sorted(body.series, key=lambda each: each.line)
    for number, each in enumerate(shown, 1):
        series = data.add_series(each.name or f"Line {number}")
        for x, y in zip(each.xs, each.ys, strict=True):
            series.add_data_point(excel_day(x) if body.dated else float(x), _number(y))
    frame = sheet.shapes.add_chart(
        XL_CHART_TYPE.XY_SCATTER, Emu(box.left), Emu(box.top), Emu(box.width), Emu(box.height), data
    )
    describe(frame, "Chart", alt)
    chart = frame.chart
    _plain(chart, 12)
    marks = sum(not each.line for each in shown)
    _legend(chart, marks)
    for series, each in zip(chart.plots[0].series, shown, strict=True):
        if each.line:
            series.marker.style = XL_MARKER_STYLE.NONE
            series.format.line.color.rgb = colour(each.colour)
            series.format.line.width = Pt(1.25)
            continue
        fill = series.marker.format.fill
        fill.solid()
        fill.fore_color.rgb = colour(each.colour)
        series.marker.style = XL_MARKER_STYLE.CIRCLE
        series.marker.size = 5 if each.joined else 7
        series.marker.format.line.fill.background()
        if each.joined:
            series.format.line.color.rgb = colour(each.colour)
            series.format.line.width = Pt(1.75)
        else:
            series.format.line.fill.background()
    if chart.has_legend:
        _unlisted(chart, range(marks, len(shown)))
    if body.dated:
        chart.category_axis.tick_labels.number_format = "mmm yyyy"
        chart.category_axis.tick_labels.number_format_is_linked = False
        days = [excel_day(x) for s in body.series for x in s.xs]
        chart.category_axis.minimum_scale = min(days) - 10
        chart.category_axis.maximum_scale = max(days) + 10
    _axes(chart, body.y_title)


def draw_bars(sheet: Any, box: Box, body: BarsBody, alt: str) -> None:
    """Draw bars by category as a native bar chart."""
    data = CategoryChartData(number_format="#,##0.##")
    data.categories = list(body.series[0].xs)
    for number, each in enumerate(body.series, 1):
        data.add_series(each.name or f"Series {number}", [_number(y) for y in each.ys])
    kinds = {
        (True, True): XL_CHART_TYPE.BAR_STACKED,
        (True, False): XL_CHART_TYPE.BAR_CLUSTERED,
        (False, True): XL_CHART_TYPE.COLUMN_STACKED,
        (False, False): XL_CHART_TYPE.COLUMN_CLUSTERED,
    }
    kind = kinds[(body.horizontal, body.stacked)]
    frame = sheet.shapes.add_chart(
        kind, Emu(box.left), Emu(box.top), Emu(box.width), Emu(box.height), data
    )
    describe(frame, "Chart", alt)
    chart = frame.chart
    _plain(chart, 12)
    _legend(chart, len(body.series))
    for series, each in zip(chart.plots[0].series, body.series, strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = colour(each.colour)
    if body.horizontal:
        chart.category_axis.reverse_order = True
    if len(body.series[0].xs) <= MOST_NAMED:
        _name_each(chart)
    _axes(chart, body.value_title)


def _axes(chart: Any, value_title: str) -> None:
    axis = chart.value_axis
    axis.major_gridlines.format.line.color.rgb = colour(RULE)
    axis.tick_labels.number_format = "#,##0"
    axis.tick_labels.number_format_is_linked = False
    if value_title:
        axis.has_title = True
        axis.axis_title.text_frame.text = value_title
        run = axis.axis_title.text_frame.paragraphs[0].runs[0].font
        run.size, run.bold, run.color.rgb = Pt(12), False, colour(INK_QUIET)


def _name_each(chart: Any) -> None:
    """Write every category's name: left alone, a chart drops some where they stand close."""
    last = chart.element.xpath(".//c:catAx/c:noMultiLvlLbl")
    for mark in last:
        mark.addprevious(parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>'))


def _unlisted(chart: Any, places: range) -> None:
    """Take the connecting lines out of the legend: they have no name of their own."""
    legend = chart.element.xpath(".//c:legend")[0]
    for place in places:
        inner = f'<c:idx val="{place}"/><c:delete val="1"/>'
        entry = parse_xml(f"<c:legendEntry {nsdecls('c')}>{inner}</c:legendEntry>")
        legend.insert(1 + place - places.start, entry)


def _legend(chart: Any, count: int) -> None:
    chart.has_legend = count > 1
    if count > 1:
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False


def _plain(chart: Any, size: float) -> None:
    chart.has_title = False
    chart.font.name = SANS
    chart.font.size = Pt(size)
    chart.font.color.rgb = colour(INK)


def _number(value: Any) -> float | int | None:
    if value is None or value != value:
        return None
    return int(value) if float(value).is_integer() else float(value)


def _round_up(value: float) -> float:
    """Round an axis end up to two digits."""
    if value <= 0:
        return 1
    step = 10 ** (len(str(int(value))) - 2) if value >= 10 else 1
    return float(-(-value // step) * step)
