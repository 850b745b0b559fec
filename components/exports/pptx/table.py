"""Tables of a slide: the first rows of a view, and grids to read by row and column."""

from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Pt

from components.exports.pptx.sheet import SANS, Box, colour, describe, write, write_note
from components.exports.pptx.type import BOLD, height_of, largest, lines_of, width_of
from components.exports.slides.bodies import Cell, CellsBody, TableBody
from components.exports.xml_text import xml_text
from components.figures.palette import INK, INK_QUIET, PAGE_LIGHT, PAPER_TINT, RULE
from components.figures.wording import plural, shorten

LONGEST_CELL = 110
SIZES = [16.0, 14.0, 12.0]
"""Sizes of a table, points; the largest is taken at which every row fits."""
PADDING = 2 * 91_440
"""Blank to the left and right of a cell's words, EMU."""
AIR, TIGHT = 60_000, 10_000
"""Blank above and below them together; and on either side in a grid, which has many rows."""
WIDEST_WORD = 0.3
"""Most of a table's width that a single word may claim."""
GRID_SIZES = [16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0]
LYING, STANDING = 12.0, 11.0
"""Type of headings that lie above their columns, and of those that must stand upright."""
MOST_COLUMNS, MOST_ROWS = 30, 16
ROOMIEST = 420_000
"""Height of the roomiest row, EMU."""
NO_BREAK_SPACE = "\u00a0"


def draw_table(sheet: Any, box: Box, body: TableBody, alt: str) -> None:
    """Draw as many rows as the sheet holds, and say how many more there are."""
    if not body.rows:
        write(sheet, box, [("Nothing to show.", 24.0, INK_QUIET)], "Nothing to show", middle=True)
        return
    rows = [tuple(shorten(text, LONGEST_CELL) for text in row) for row in body.rows]
    room = box.height - height_of(1, 12) - 60_000
    size, widths, heights = SIZES[-1], [0], [0]
    for size in SIZES:
        widths = _widths(body.headings, rows, size, box.width)
        heights = [_height(row, widths, size) for row in (body.headings, *rows)]
        if sum(heights) <= room:
            break
    shown = _fitting(heights, room)
    if body.total > shown:
        more = f"The first {shown} of {plural(body.total, body.noun)}; all are in the data file."
        write_note(sheet, box, more, "How many more")
    lines = [body.headings, *rows[:shown]]
    table = _add(sheet, box, len(lines), widths, heights[: len(lines)], alt)
    for down, row in enumerate(lines):
        for across, text in enumerate(row):
            cell = table.cell(down, across)
            _write(cell, text, size, RULE if down == 0 else PAPER_TINT, bold=down == 0)


def _fitting(heights: list[int], room: int) -> int:
    """Count the rows below the headings that fit; at least one."""
    left, shown = room - heights[0], 0
    for height in heights[1:]:
        left -= height
        if left < 0:
            break
        shown += 1
    return max(shown, 1)


def _height(row: tuple[str, ...], widths: list[int], size: float) -> int:
    pairs = zip(row, widths, strict=True)
    return height_of(max(lines_of(t, size, w - PADDING, BOLD) for t, w in pairs), size) + AIR


def _widths(
    headings: tuple[str, ...], rows: list[tuple[str, ...]], size: float, full: int
) -> list[int]:
    """Share the width: no word is broken, and long columns take what is left by length."""
    least, wanted = [], []
    for across, heading in enumerate(headings):
        cells = [heading, *(row[across] for row in rows)]
        words = [word for cell in cells for word in cell.split(" ")]
        longest = max(width_of(word, size) for word in words) * BOLD + PADDING
        least.append(min(longest, full * WIDEST_WORD))
        lengths = [width_of(cell, size) * BOLD + PADDING for cell in cells]
        wanted.append(max(max(lengths[0], sum(lengths) / len(lengths)) - least[-1], 0) + 1)
    spare = max(full - sum(least), 0)
    share = [spare * more / sum(wanted) for more in wanted]
    total = sum(least) + sum(share)
    return [int((a + b) / total * full) for a, b in zip(least, share, strict=True)]


def draw_cells(sheet: Any, box: Box, body: CellsBody, alt: str) -> None:
    """Draw a grid as an editable table: names to the left, coloured cells with signs or words."""
    rows, columns = body.rows[:MOST_ROWS], body.columns[-MOST_COLUMNS:]
    first = len(body.columns) - len(columns)
    left_out = [
        f"{plural(len(body.rows) - len(rows), 'further row')}"
        if len(rows) < len(body.rows)
        else "",
        f"{plural(first, 'earlier column')}" if first else "",
    ]
    more = ", ".join(part for part in left_out if part)
    words = " ".join(filter(None, [body.note, f"In the data file: {more}." if more else ""]))
    room = write_note(sheet, box, words, "Note")
    below = _key(sheet, room, body)
    room = Box(room.left, room.top, room.width, room.height - below)
    names = max(width_of(name, GRID_SIZES[0]) for name in rows) + PADDING
    names = int(min(names, room.width * 0.34))
    across = (room.width - names) // len(columns)
    upright = max(width_of(name, LYING) for name in columns) + 40_000 > across
    longest = max(width_of(name, STANDING) for name in columns)
    head = longest + AIR if upright else height_of(1, LYING) + AIR
    pitch = min((room.height - head) // len(rows), ROOMIEST)
    size = next((s for s in GRID_SIZES if height_of(1, s) + 2 * TIGHT <= pitch), GRID_SIZES[-1])
    size = largest(max(rows, key=len), [s for s in GRID_SIZES if s <= size], names - PADDING, 1)
    widths = [names, *([across] * len(columns))]
    heights = [head, *([pitch] * len(rows))]
    table = _add(sheet, room, len(heights), widths, heights, alt)
    _write(table.cell(0, 0), "", size, PAGE_LIGHT)
    for place, name in enumerate(columns, 1):
        cell = table.cell(0, place)
        _write(cell, name, STANDING if upright else LYING, PAGE_LIGHT)
        if upright:
            cell._tc.get_or_add_tcPr().set("vert", "vert270")
        cell.margin_left = cell.margin_right = Emu(20_000)
        cell.vertical_anchor = MSO_ANCHOR.MIDDLE if upright else MSO_ANCHOR.BOTTOM
        cell.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT if upright else PP_ALIGN.CENTER
    for down, name in enumerate(rows, 1):
        _write(table.cell(down, 0), name, size, PAGE_LIGHT, air=TIGHT)
        for place, held in enumerate(body.cells[down - 1][first:], 1):
            _write_mark(table.cell(down, place), held, size, across)


def _write_mark(cell: Any, held: Cell, size: float, width: int) -> None:
    words = largest(held.text, [s for s in GRID_SIZES if s <= size], width - 40_000, 1)
    _write(cell, held.text, words, held.ground or PAPER_TINT, ink=held.ink or INK, air=TIGHT)
    # A sign may come from a taller font: its line must not make the row higher.
    cell.text_frame.paragraphs[0].line_spacing = Pt(words * 1.1)
    cell.margin_left = cell.margin_right = Emu(20_000)
    cell.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER


def _key(sheet: Any, box: Box, body: CellsBody) -> int:
    """Write what the signs stand for along the foot of the box; give the height taken."""
    if not body.key:
        return 0
    high = height_of(1, 14)
    left, top = box.left, box.top + box.height - high
    blank = any(not cell.text for row in body.cells for cell in row)
    entries = [*body.key, *([("no source names the vote", "Blank:", INK_QUIET)] if blank else [])]
    for words, sign, paint in entries:
        text = f"{sign} {words}"
        width = width_of(text, 14) + 220_000
        write(sheet, Box(left, top, width, high), [(text, 14, paint)], f"Key: {words}")
        left += width
    return high + 100_000


def _add(sheet: Any, box: Box, count: int, widths: list[int], heights: list[int], alt: str) -> Any:
    frame = sheet.shapes.add_table(
        count, len(widths), Emu(box.left), Emu(box.top), Emu(sum(widths)), Emu(sum(heights))
    )
    describe(frame, "Table", alt)
    for place, width in enumerate(widths):
        frame.table.columns[place].width = Emu(width)
    for place, height in enumerate(heights):
        frame.table.rows[place].height = Emu(height)
    return frame.table


def _write(
    cell: Any,
    text: str,
    size: float,
    ground: str,
    *,
    bold: bool = False,
    ink: str = INK,
    air: int = AIR // 2,
) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour(ground)
    cell.margin_top = cell.margin_bottom = Emu(air)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.text_frame.word_wrap = True
    run = cell.text_frame.paragraphs[0].add_run()
    # An empty cell falls back to large type, which makes its whole row higher.
    run.text = xml_text(text) or NO_BREAK_SPACE
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, SANS
    run.font.color.rgb = colour(ink)
