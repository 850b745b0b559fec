"""Marks against two axes as native scatter charts."""

from datetime import timedelta
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from components.exports.pptx.parts import (
    EXCEL_DAY_ZERO,
    FEW_YEARS,
    add_chart,
    excel_day,
    number,
    set_legend,
    set_values,
    unlisted,
    years_step,
)
from components.exports.pptx.sheet import Box, colour, write_note
from components.exports.pptx.workbook import PointsData
from components.exports.slides.bodies import PointsBody, Series
from components.figures.palette import PAGE_LIGHT, opaque

MOST_MARKED = 15
"""Marks on one line beyond which the line alone is drawn."""
DASHES = {
    "dot": MSO_LINE.ROUND_DOT,
    "dash": MSO_LINE.DASH,
    "dashdot": MSO_LINE.DASH_DOT,
    "longdash": MSO_LINE.LONG_DASH,
}
DRAWN_BY_LINE = (XL_MARKER_STYLE.STAR, XL_MARKER_STYLE.PLUS, XL_MARKER_STYLE.X)
"""Markers that have no inside to fill."""


def draw_points(sheet: Any, box: Box, body: PointsBody, alt: str, note: str = "") -> None:
    """Draw marks against two axes as a native scatter chart."""
    place = write_note(sheet, box, note, "Note")
    data = PointsData("#,##0")
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
        along.major_unit = years_step(max(xs) - min(xs))
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
    set_mark(series, each.colour, XL_MARKER_STYLE.CIRCLE, 6 if each.joined else 8)
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
        f'<c:errValType val="cust"/><c:noEndCap val="1"/>{parts}<c:spPr><a:ln w="19050">'
        f'<a:solidFill><a:srgbClr val="{paint}"/></a:solidFill></a:ln></c:spPr></c:errBars>'
    )
    series._element.xpath("c:xVal")[0].addprevious(bars)


def set_mark(series: Any, paint: str, style: Any, size: int) -> None:
    """Give the marks of a series their style, size (points) and colour."""
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
