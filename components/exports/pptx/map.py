"""A map as editable shapes: one a country, named, filled by what it stands for."""

from typing import Any

from lxml import etree
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu, Pt

from components.exports.geometry import Ring, Sheet, projected
from components.exports.pptx.map_key import DISPUTED_WORDS, draw_map_key
from components.exports.pptx.sheet import Box, colour, describe, flat
from components.exports.slides.map_body import Line, MapBody, Window
from components.exports.xml_text import xml_text
from components.figures.palette import (
    PAGE_LIGHT,
    SHEET_BORDER,
    SHEET_DISPUTED,
    SHEET_LAND,
    opaque,
)

PIXEL = 12_700
"""EMU of a pixel of a mark: larger than on a page, for a room."""
WIDE = 130
"""Degrees across a map beyond which its marks are drawn smaller."""
MAP_SHARE = 0.66
"""Most of the width that the map takes; the names stand beside it."""
BESIDE = 250_000
"""Room between the map and the names, EMU."""
FIRST_ID = 1000
"""Ids of country shapes start here: higher than any that the library gives on one slide."""


def draw_map(sheet: Any, box: Box, body: MapBody, alt: str) -> None:
    """Draw the map as a group of country shapes, with dots, lines, a key and the boundary line."""
    room = Box(box.left, box.top, int(box.width * MAP_SHARE), box.height)
    plan = Sheet(filling(body.window, room.width / room.height), room.width, room.height)
    left = room.left
    group = sheet.shapes.add_group_shape()
    _set_extent(group, left, room.top, int(plan.width), int(plan.height))
    describe(group, "Map", alt)
    filled = {fill.code: fill for fill in body.fills}
    number = FIRST_ID
    # Plain land first, then what is filled, then the disputed areas on top of both.
    order = sorted(plan.codes(), key=lambda c: (c in body.disputed, c in filled, c))
    for code in order:
        rings = plan.rings(code)
        if not rings:
            continue
        number += 1
        name = body.names.get(code, code)
        if code in body.disputed:
            paint, words = _hatch(), f"{name}: {DISPUTED_WORDS.lower()}"
        elif code in filled:
            paint, words = _solid(filled[code].colour), f"{name}: {filled[code].meaning}"
        else:
            paint, words = _solid(SHEET_LAND), name
        group.element.append(_freeform(number, name, words, rings, (left, room.top), paint))
    for line in body.lines_within:
        _line(sheet, plan, line, left, room.top)
    for dot in body.dots:
        _dot(sheet, plan, dot, left, room.top)
    right = left + int(plan.width) + BESIDE
    draw_map_key(sheet, Box(right, box.top, box.left + box.width - right, box.height), body)


def filling(window: Window, aspect: float) -> Window:
    """Widen a window of the globe so that its map fills a room of such an aspect."""
    west, east, south, north = window
    left, top = projected(west, north)
    right, bottom = projected(east, south)
    wide, high = right - left, bottom - top
    if wide / high < aspect:
        more = (high * aspect - wide) / wide * (east - west) / 2
        return (west - more, east + more, south, north)
    more = (wide / aspect - high) / 2
    return (west, east, max(south - more, -85.0), min(north + more, 85.0))


def _line(sheet: Any, plan: Sheet, line: Line, left: int, top: int) -> None:
    """Draw a journey as an arrow: shapes know no change of colour along the way."""
    (x0, y0), (x1, y1) = plan.place(*line.start), plan.place(*line.end)
    drawn = sheet.shapes.add_connector(
        1, Emu(left + int(x0)), Emu(top + int(y0)), Emu(left + int(x1)), Emu(top + int(y1))
    )
    describe(flat(drawn), line.label or "Line", line.label or "Line between two places")
    drawn.line.color.rgb = colour(line.colour)
    drawn.line.width = Pt(1.5)
    drawn.line._get_or_add_ln().append(parse_xml(f'<a:tailEnd {nsdecls("a")} type="triangle"/>'))


def _dot(sheet: Any, plan: Sheet, dot: Any, left: int, top: int) -> None:
    west, east, south, north = plan.window
    lon = dot.lon + 360 if dot.lon < west and dot.lon + 360 <= east else dot.lon
    if not (west <= lon <= east and south <= dot.lat <= north):
        return
    x, y = plan.place(dot.lon, dot.lat)
    size = int(dot.size * PIXEL * min(WIDE / (east - west), 1))
    mark = sheet.shapes.add_shape(
        MSO_SHAPE.OVAL,
        Emu(left + int(x) - size // 2),
        Emu(top + int(y) - size // 2),
        Emu(size),
        Emu(size),
    )
    describe(flat(mark), dot.label or "Place", dot.label or "Place")
    mark.fill.solid()
    mark.fill.fore_color.rgb = colour(dot.colour)
    mark.line.color.rgb = colour(PAGE_LIGHT)
    mark.line.width = Emu(6_350)


def _set_extent(group: Any, left: int, top: int, width: int, height: int) -> None:
    """Fix the group's frame: shapes appended as XML do not move it."""
    properties = group.element.grpSpPr
    for old in properties.findall(etree.QName(properties.nsmap["a"], "xfrm").text):
        properties.remove(old)
    box = (
        f'<a:xfrm {nsdecls("a")}><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/>'
        f'<a:chOff x="{left}" y="{top}"/><a:chExt cx="{width}" cy="{height}"/></a:xfrm>'
    )
    properties.insert(0, parse_xml(box))


def _solid(code: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{opaque(code)[1:].upper()}"/></a:solidFill>'


def _hatch() -> str:
    ink, ground = opaque(SHEET_DISPUTED)[1:].upper(), PAGE_LIGHT[1:].upper()
    return (
        f'<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="{ink}"/></a:fgClr>'
        f'<a:bgClr><a:srgbClr val="{ground}"/></a:bgClr></a:pattFill>'
    )


def _freeform(
    number: int, name: str, words: str, rings: list[Ring], origin: tuple[int, int], paint: str
) -> Any:
    """Build a country as one custom shape; a path a ring, so that islands stay with it."""
    xs = [x for ring in rings for x, _ in ring]
    ys = [y for ring in rings for _, y in ring]
    left, top = int(min(xs)), int(min(ys))
    width, height = max(int(max(xs)) - left, 1), max(int(max(ys)) - top, 1)
    # One path for all rings: with the even-odd rule a ring inside another is a hole.
    steps = []
    for ring in rings:
        points = [(int(x) - left, int(y) - top) for x, y in ring]
        first, *rest = points
        steps.append(f'<a:moveTo><a:pt x="{first[0]}" y="{first[1]}"/></a:moveTo>')
        steps += [f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in rest]
        steps.append("<a:close/>")
    border = opaque(SHEET_BORDER)[1:].upper()
    shape = parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{number}" name=""/>'
        "<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>"
        f'<a:xfrm><a:off x="{origin[0] + left}" y="{origin[1] + top}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{width}" h="{height}">{"".join(steps)}</a:path></a:pathLst>'
        f'</a:custGeom>{paint}<a:ln w="6350"><a:solidFill><a:srgbClr val="{border}"/>'
        "</a:solidFill></a:ln></p:spPr></p:sp>"
    )
    properties = shape.find(".//{*}cNvPr")
    properties.set("name", xml_text(name))
    properties.set("descr", xml_text(words))
    return shape
