"""What the native charts of a slide share: plain type, axes, legends, keys, days, numbers."""

import math
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from pptx.enum.chart import XL_LEGEND_POSITION
from pptx.enum.dml import MSO_PATTERN
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu, Pt

from components.exports.pptx.sheet import SANS, Box, colour, describe, flat, write
from components.exports.pptx.type import ems, height_of, lines_of, width_of
from components.exports.xml_text import xml_text
from components.figures.palette import INK, INK_QUIET, PAGE_LIGHT, RULE, SHEET_BORDER

KEY = 13.0
"""Size of the words of a key, points."""
NAME_SIZES = [16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0]
"""Sizes of the names along an axis, points; the largest is taken that fits."""
EASY = 13.0
"""Size down to which a name on one line reads better than a larger one on two."""
MOST_NAMED = 30
AXIS = 330_000
"""Height of an axis below its plot, EMU."""
ROUND, HATCHING = "round", "hatched"
"""Marks of a key that are neither squares nor letters."""
HATCH = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
"""The pattern of disputed areas, on the map and in its key."""
EXCEL_DAY_ZERO = date(1899, 12, 30)
FEW_YEARS, YEAR = 1_500, 365.25
"""Days beyond which an axis of time counts years, and days of a year."""
MILLIONS, THOUSAND_MILLIONS = 5e6, 5e9


def excel_day(iso: str) -> int:
    """Give a day as a spreadsheet counts it."""
    return (date.fromisoformat(iso) - EXCEL_DAY_ZERO).days


def excel_moment(iso: str) -> float:
    """Give a moment as a spreadsheet counts it: days, and the share of the day."""
    at = datetime.fromisoformat(iso)
    return (at.date() - EXCEL_DAY_ZERO).days + (at.hour * 60 + at.minute) / 1440


def years_step(days: float) -> int:
    """Give a step of whole years, in days: rounded up, no tick falls into the year before."""
    return math.ceil(max(round(days / YEAR / 8), 1) * YEAR)


def add_chart(sheet: Any, kind: Any, box: Box, data: Any, alt: str, name: str = "Chart") -> Any:
    """Add a chart in plain type; give the chart."""
    frame = sheet.shapes.add_chart(
        kind, Emu(box.left), Emu(box.top), Emu(box.width), Emu(box.height), data
    )
    describe(frame, name, alt)
    chart = frame.chart
    chart.has_title = False
    chart.has_legend = False
    chart.font.name = SANS
    chart.font.size = Pt(13)
    chart.font.color.rgb = colour(INK)
    return chart


def name_size(names: list[str], height: int, width: int) -> float:
    """Give the type size at which every name fits its line of a plot so high and wide."""
    pitch = height / max(len(names), 1)
    widest = max(names, key=ems, default="")
    for size in NAME_SIZES:
        alone = width_of(widest, size) <= width and height_of(1, size) <= pitch
        if alone and size >= EASY:
            return size
    return next(
        (s for s in NAME_SIZES if all(_name_height(n, s, width) <= pitch for n in names)),
        NAME_SIZES[-1],
    )


def _name_height(name: str, size: float, width: int) -> int:
    return height_of(lines_of(name, size, width), size)


def names_width(names: list[str], size: float, most: int) -> int:
    """Give the room that names take beside a plot."""
    return min(max(width_of(name, size) for name in names) + 220_000, most)


def name_each(chart: Any, size: float) -> None:
    """Write every category's name, in one size.

    Left alone, a chart drops names where they stand close: a skip of one keeps them in
    PowerPoint, a rotation of zero, said out loud, in LibreOffice.
    """
    labels = chart.category_axis.tick_labels
    labels.font.size = Pt(size)
    for axis in chart.element.xpath(".//c:catAx"):
        for frame in axis.xpath("c:txPr/a:bodyPr"):
            frame.set("rot", "0")
            frame.set("vert", "horz")
        for mark in axis.xpath("c:noMultiLvlLbl"):
            mark.addprevious(parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>'))


def place_plot(chart: Any, left: float, top: float, width: float, height: float) -> None:
    """Fix the inner plot within the chart, as shares of the chart's box."""
    area = chart.element.xpath(".//c:plotArea")[0]
    for old in area.xpath("c:layout"):
        area.remove(old)
    parts = "".join(
        f'<c:{name} val="{value:.4f}"/>'
        for name, value in (("x", left), ("y", top), ("w", width), ("h", height))
    )
    area.insert(
        0,
        parse_xml(
            f"<c:layout {nsdecls('c')}><c:manualLayout>"
            '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
            f"{parts}</c:manualLayout></c:layout>"
        ),
    )


def draw_key(sheet: Any, box: Box, entries: Sequence[tuple[str, ...]]) -> int:
    """Draw squares, or the signs given, with words, in as many lines as they need.

    An entry is words and colour, and a sign where the mark is no square: a letter, ``ROUND`` or
    ``HATCHING``; gives the height taken.
    """
    side, line = 130_000, height_of(1, KEY)
    left, top = box.left, box.top
    for words, code, *signs in entries:
        width = width_of(words, KEY) + 120_000
        if left > box.left and left + side + width > box.left + box.width:
            left, top = box.left, top + line
        if any(signs) and signs[0] not in (ROUND, HATCHING):
            place = Box(left, top, side + 60_000, line)
            write(sheet, place, [(signs[0], KEY, code)], f"Key: {words}")
        else:
            place = Box(left, top + (line - side) // 2, side, side)
            _swatch(sheet, place, words, code, "".join(signs))
        place = Box(left + side + 60_000, top, width, line)
        write(sheet, place, [(words, KEY, INK)], f"Key text: {words}")
        left += side + 60_000 + width + 100_000
    return top - box.top + line if entries else 0


def _swatch(sheet: Any, place: Box, words: str, code: str, sign: str) -> None:
    """Draw the mark of a key as what it stands for is drawn: filled, hatched, or round."""
    form = MSO_SHAPE.OVAL if sign == ROUND else MSO_SHAPE.RECTANGLE
    mark = sheet.shapes.add_shape(form, *(Emu(v) for v in vars(place).values()))
    describe(flat(mark), f"Key: {words}", f"Colour of: {words}")
    if sign == HATCHING:
        mark.fill.patterned()
        mark.fill.pattern = HATCH
        mark.fill.fore_color.rgb = colour(code)
        mark.fill.back_color.rgb = colour(PAGE_LIGHT)
        mark.line.color.rgb = colour(SHEET_BORDER)
        mark.line.width = Emu(6_350)
    else:
        mark.fill.solid()
        mark.fill.fore_color.rgb = colour(code)
        mark.line.fill.background()


def key_height(box: Box, entries: Sequence[tuple[str, ...]]) -> int:
    """Give the height that a key will take."""
    line, left, lines = height_of(1, KEY), 0, 1
    for words, *_ in entries:
        width = width_of(words, KEY) + 250_000
        if left and left + width > box.width:
            left, lines = 0, lines + 1
        left += width + 160_000
    return lines * line if entries else 0


def set_values(axis: Any, title: str, most: float, *, whole: bool = True) -> None:
    """Set a value axis: quiet grid, round numbers in few letters, and what it counts."""
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = colour(RULE)
    axis.format.line.fill.background()
    labels = axis.tick_labels
    labels.number_format = (
        '#,##0.0,,," bn"'
        if most >= THOUSAND_MILLIONS
        else '#,##0,," m"'
        if most >= MILLIONS
        else "#,##0"
        if whole
        else "#,##0.##"
    )
    labels.number_format_is_linked = False
    labels.font.size = Pt(12)
    labels.font.color.rgb = colour(INK_QUIET)
    if title:
        axis.has_title = True
        axis.axis_title.text_frame.text = xml_text(title)
        run = axis.axis_title.text_frame.paragraphs[0].runs[0].font
        run.size, run.bold, run.color.rgb = Pt(12), False, colour(INK_QUIET)


def set_legend(chart: Any, count: int) -> None:
    """Name the series below the chart where there are several."""
    chart.has_legend = count > 1
    if count > 1:
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
        chart.legend.font.size = Pt(KEY)


def unlisted(chart: Any, places: list[int]) -> None:
    """Take series out of the legend: connecting lines have no name of their own."""
    legend = chart.element.xpath(".//c:legend")[0]
    for turn, place in enumerate(places, 1):
        inner = f'<c:idx val="{place}"/><c:delete val="1"/>'
        legend.insert(turn, parse_xml(f"<c:legendEntry {nsdecls('c')}>{inner}</c:legendEntry>"))


def number(value: Any) -> float | int | None:
    """Give a value as a sheet holds it; None for a blank."""
    if value is None or value != value:
        return None
    return int(value) if float(value).is_integer() else float(value)


def round_up(value: float) -> float:
    """Round an axis end up to two digits."""
    if value <= 0:
        return 1
    step = 10 ** (len(str(int(value))) - 2) if value >= 10 else 1
    return float(-(-value // step) * step)
