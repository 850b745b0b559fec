"""A briefing as PowerPoint: native charts, editable maps, notes with claimant, source and link."""

import io
from collections.abc import Callable, Sequence
from typing import Any

import segno
from pptx import Presentation
from pptx.util import Emu, Pt

from components.answers.briefing import Slide
from components.exports.bodies import (
    BarsBody,
    Body,
    ClaimBody,
    PointsBody,
    QuoteBody,
    RangeBody,
    TableBody,
)
from components.exports.evidence import notes_of, slide_as_of, slide_source_line
from components.exports.map_body import MapBody
from components.exports.pptx_charts import draw_bars, draw_points, draw_ranges
from components.exports.pptx_map import draw_map
from components.exports.pptx_sheet import (
    BODY,
    HEIGHT,
    SANS,
    SERIF,
    WIDTH,
    Box,
    colour,
    describe,
    write,
    write_title,
)
from components.exports.reading import body_of, picture_of
from components.figures.palette import INK, INK_QUIET, PAPER_TINT, RULE
from components.figures.wording import plural, shorten

LONGEST_CELL = 110
TITLE_ONLY = 5
"""Place of the layout with a title and nothing else in the library's own template."""
Progress = Callable[[int, int], None]


def pptx_bytes(
    slides: Sequence[Slide], base_url: str, name: str = "", progress: Progress | None = None
) -> bytes:
    """Write slides as a PowerPoint file.

    Parameters
    ----------
    base_url
        Address that the links in notes and QR codes start with, without a final slash.
    progress
        Is told after each slide how many are done, and of how many.
    """
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    deck.core_properties.title = name or "SCO Observatory briefing"
    deck.core_properties.author = "SCO Observatory"
    deck.core_properties.comments = "CC BY 4.0; sources under their own terms"
    for done, slide in enumerate(slides, 1):
        _add(deck, slide, base_url)
        if progress:
            progress(done, len(slides))
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def _add(deck: Any, slide: Slide, base_url: str) -> None:
    sheet = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    body = body_of(slide)
    write_title(sheet, slide.title)
    if slide.subtitle:
        place = Box.inches(0.6, 1.6, 12.13, 0.35)
        write(sheet, place, [(slide.subtitle, 16, INK_QUIET)], "Subtitle")
    _draw(sheet, slide, body)
    _foot(sheet, slide, body, base_url)
    notes = sheet.notes_slide.notes_text_frame
    notes.text = notes_of(slide, body, base_url)


def _draw(sheet: Any, slide: Slide, body: Body) -> None:
    picture = picture_of(slide)
    alt = picture.alt if picture else slide.title
    if isinstance(body, MapBody):
        draw_map(sheet, BODY, body, alt)
    elif isinstance(body, RangeBody):
        draw_ranges(sheet, BODY, body, alt)
    elif isinstance(body, PointsBody):
        draw_points(sheet, BODY, body, alt)
    elif isinstance(body, BarsBody):
        draw_bars(sheet, BODY, body, alt)
    elif isinstance(body, QuoteBody):
        _quotes(sheet, body)
    elif isinstance(body, ClaimBody):
        _claim(sheet, body)
    else:
        _table(sheet, body, alt)


def _foot(sheet: Any, slide: Slide, body: Body, base_url: str) -> None:
    """Write the source, the day of knowledge and the link; the link also as a QR code."""
    rule = sheet.shapes.add_connector(
        1, Emu(BODY.left), Emu(6_110_000), Emu(BODY.left + BODY.width), Emu(6_110_000)
    )
    rule.line.color.rgb = colour(RULE)
    describe(rule, "Rule", "Line above the source")
    address = f"{base_url}{slide.link.text}"
    lines = [
        (slide_source_line(slide, body), 12.0, INK),
        (f"{slide_as_of(slide)}  ·  {shorten(address, 120)}", 11.0, INK_QUIET),
    ]
    box = write(sheet, Box.inches(0.6, 6.76, 11.2, 0.62), lines, "Source, day of knowledge, link")
    box.click_action.hyperlink.address = address
    image = io.BytesIO()
    segno.make(address, error="l", micro=False).save(image, kind="png", scale=4, border=1)
    image.seek(0)
    code = sheet.shapes.add_picture(
        image, Emu(BODY.left + BODY.width - 640_000), Emu(6_150_000), Emu(640_000), Emu(640_000)
    )
    describe(code, "QR code", f"QR code of the link to this view: {address}")


def _quotes(sheet: Any, body: QuoteBody) -> None:
    each = BODY.height // len(body.quotes)
    for place, (words, original, who) in enumerate(body.quotes):
        length = len(words) + len(original)
        size = 28 if length < 330 else 22 if length < 600 else 17
        if len(body.quotes) > 1:
            size = min(size, 18)
        box = Box(BODY.left, BODY.top + place * each, BODY.width, each)
        lines = [(words, float(size), INK)]
        if original:
            lines.append((original, max(size * 0.62, 13), INK_QUIET))
        lines.append((who, 15.0, INK))
        write(sheet, box, lines, f"Words {place + 1}", font=SERIF, middle=len(body.quotes) == 1)


def _claim(sheet: Any, body: ClaimBody) -> None:
    top = Box(BODY.left, BODY.top, BODY.width, 1_300_000)
    write(
        sheet,
        top,
        [(body.number, 60.0 if len(body.number) < 24 else 36.0, INK), (body.counted, 22.0, INK)],
        "Figure",
        font=SERIF,
    )
    facts = [(f"{name}: {value}", 16.0, INK) for name, value in body.facts if value]
    words = [(shorten(body.words, 400), 18.0, INK_QUIET)] if body.words else []
    below = Box(BODY.left, BODY.top + 1_650_000, BODY.width, BODY.height - 1_650_000)
    write(sheet, below, words + facts, "Who says so, and how they know")


def _table(sheet: Any, body: TableBody, alt: str) -> None:
    if not body.rows:
        write(sheet, BODY, [("Nothing matches.", 24.0, INK_QUIET)], "Nothing matches", middle=True)
        return
    size = 14 if len(body.rows) <= 5 else 11
    shown = _fitting(body, size)
    rows, columns = len(shown) + 1, len(body.headings)
    height = 300_000 * rows
    frame = sheet.shapes.add_table(
        rows, columns, Emu(BODY.left), Emu(BODY.top), Emu(BODY.width), Emu(height)
    )
    describe(frame, "Table", alt)
    table = frame.table
    for place, width in enumerate(_widths(body)):
        table.columns[place].width = Emu(int(BODY.width * width))
    for place, heading in enumerate(body.headings):
        _cell(table.cell(0, place), heading, size, bold=True)
    for down, row in enumerate(shown, 1):
        for across, text in enumerate(row):
            _cell(table.cell(down, across), shorten(text, LONGEST_CELL), size)
    if body.total > len(shown):
        total = plural(body.total, body.noun)
        more = f"The first {len(shown)} of {total}; all are in the data file."
        place_below = Box(BODY.left, BODY.top + BODY.height - 220_000, BODY.width, 220_000)
        write(sheet, place_below, [(more, 11, INK_QUIET)], "How many more")


def _fitting(body: TableBody, size: float) -> list[tuple[str, ...]]:
    """Take as many rows as the sheet holds, by the lines that each will wrap to."""
    left = BODY.height - 620_000
    letter = size * 6_350
    widths = [BODY.width * share - 183_000 for share in _widths(body)]
    shown: list[tuple[str, ...]] = []
    for row in body.rows:
        cells = [len(shorten(text, LONGEST_CELL)) for text in row]
        lines = max(
            -(-length * letter // width) for length, width in zip(cells, widths, strict=True)
        )
        left -= int(lines * size * 15_500) + 60_000
        if left < 0 and shown:
            break
        shown.append(row)
    return shown


def _widths(body: TableBody) -> list[float]:
    """Share the width by the length of what stands in each column, within bounds."""
    lengths = []
    for across, heading in enumerate(body.headings):
        cells = [min(len(row[across]), 60) for row in body.rows]
        lengths.append(max(len(heading), sum(cells) / len(cells), 8))
    total = sum(lengths)
    return [length / total for length in lengths]


def _cell(cell: Any, text: str, size: float, *, bold: bool = False) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour(RULE if bold else PAPER_TINT)
    cell.margin_top = cell.margin_bottom = Emu(30_000)
    cell.text_frame.word_wrap = True
    run = cell.text_frame.paragraphs[0].add_run()
    run.text = text
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, SANS
    run.font.color.rgb = colour(INK)
