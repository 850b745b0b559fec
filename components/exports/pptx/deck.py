"""A briefing as PowerPoint: native charts, editable maps, notes with claimant, source and link."""

import io
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import segno
from pptx import Presentation
from pptx.util import Emu

from components.answers.briefing import Slide
from components.exports.citation import dashboard_citation
from components.exports.pptx.bars import draw_bars, draw_pairs, without_bars
from components.exports.pptx.foot import FOOT, foot_lines, sources_in_a_line
from components.exports.pptx.lanes import draw_lanes
from components.exports.pptx.map import draw_map
from components.exports.pptx.map_key import arrow_words
from components.exports.pptx.points import draw_points
from components.exports.pptx.ranges import draw_ranges
from components.exports.pptx.sheet import (
    EDGE,
    FULL,
    HEIGHT,
    WIDTH,
    Box,
    colour,
    describe,
    flat,
    write,
    write_head,
)
from components.exports.pptx.table import draw_cells, draw_table
from components.exports.pptx.words import draw_claim, draw_quotes
from components.exports.slides.bodies import (
    BarsBody,
    Body,
    CellsBody,
    ClaimBody,
    LanesBody,
    NativeBody,
    PairsBody,
    PointsBody,
    QuoteBody,
    RangeBody,
)
from components.exports.slides.evidence import notes_of, slide_as_of, slide_source_line
from components.exports.slides.map_body import MapBody
from components.exports.slides.native_reading import native_body
from components.exports.slides.range_reading import how_to_read_native, without_number
from components.exports.slides.reading import body_of, picture_of
from components.exports.slides.still_note import still_note
from components.exports.slides.whereabouts import address_of, address_words
from components.exports.stamped_zip import STAMP, restamped
from components.exports.xml_text import xml_text
from components.figures.palette import RULE

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
        Address that the links in notes and QR codes start with, without a final slash; blank
        for none: views are then named in words.
    progress
        Is told after each slide how many are done, and of how many.
    """
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    _say_what_it_is(deck.core_properties, slides, name)
    for done, slide in enumerate(slides, 1):
        _add(deck, slide, base_url)
        if progress:
            progress(done, len(slides))
    buffer = io.BytesIO()
    deck.save(buffer)
    return restamped(buffer.getvalue())


def _say_what_it_is(properties: Any, slides: Sequence[Slide], name: str) -> None:
    """Set the file's properties; its days are the data's, so that it stays the same with them."""
    properties.title = xml_text(name) or "SCO Observatory briefing"
    properties.author = properties.last_modified_by = "SCO Observatory"
    properties.comments = "CC BY 4.0; sources under their own terms"
    properties.created = properties.modified = datetime(*STAMP, tzinfo=UTC)
    if slides:
        data = slides[0].answer.data
        properties.version = f"data {data.version}"
        properties.keywords = dashboard_citation(data.version, data.reviewed_on)
        properties.created = properties.modified = data.reviewed_on.to_pydatetime()


def _add(deck: Any, slide: Slide, base_url: str) -> None:
    sheet = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    read = body_of(slide)
    body = native_body(slide, read)
    note = _note(slide, body)
    box = write_head(sheet, slide.title, slide.subtitle)
    _draw(sheet, slide, box, body, note)
    _foot(sheet, slide, read, base_url)
    sheet.notes_slide.notes_text_frame.text = xml_text(notes_of(slide, read, base_url, note))


COMPUTED = "Shares are computed; the data file holds the figures on trade they rest on."


def _note(slide: Slide, body: NativeBody) -> str | None:
    """Explain the marks that the slide draws; None where an opened row speaks for itself."""
    own = still_note(picture_of(slide))
    if isinstance(body, (QuoteBody, ClaimBody)):
        return None
    if isinstance(body, RangeBody):
        parts = [how_to_read_native(body), body.why]
    elif isinstance(body, MapBody):
        parts = [arrow_words(body)]
    elif isinstance(body, PointsBody):
        parts = [without_number(slide.answer.rows), own]
    elif isinstance(body, PairsBody):
        parts = [own, without_bars(body), COMPUTED]
    elif isinstance(body, CellsBody):
        parts = [body.note]
    elif isinstance(body, BarsBody):
        parts = [own]
    else:
        # Lanes have a key, and a table needs none.
        parts = []
    return " ".join(part for part in parts if part)


def _draw(sheet: Any, slide: Slide, box: Box, body: NativeBody, note: str | None) -> None:
    picture = picture_of(slide)
    alt = picture.alt if picture else slide.title
    words = note or ""
    if isinstance(body, MapBody):
        draw_map(sheet, box, body, alt)
    elif isinstance(body, RangeBody):
        draw_ranges(sheet, box, body, alt, words)
    elif isinstance(body, PointsBody):
        draw_points(sheet, box, body, alt, words)
    elif isinstance(body, BarsBody):
        draw_bars(sheet, box, body, alt, words)
    elif isinstance(body, PairsBody):
        draw_pairs(sheet, box, body, alt, words)
    elif isinstance(body, LanesBody):
        draw_lanes(sheet, box, body, alt)
    elif isinstance(body, CellsBody):
        draw_cells(sheet, box, body, alt)
    elif isinstance(body, QuoteBody):
        draw_quotes(sheet, box, body)
    elif isinstance(body, ClaimBody):
        draw_claim(sheet, box, body)
    else:
        draw_table(sheet, box, body, alt)


def _foot(sheet: Any, slide: Slide, body: Body, base_url: str) -> None:
    """Write the source, the day of knowledge and the link; an address also as a QR code."""
    rule = sheet.shapes.add_connector(
        1, Emu(EDGE), Emu(6_110_000), Emu(EDGE + FULL), Emu(6_110_000)
    )
    rule.line.color.rgb = colour(RULE)
    describe(flat(rule), "Rule", "Line above the source")
    address = address_of(slide, base_url)
    sources = sources_in_a_line(lambda longest: slide_source_line(slide, body, longest))
    lines = foot_lines(sources, slide_as_of(slide), address_words(slide, base_url))
    box = write(sheet, FOOT, lines, "Source, day of knowledge, link", close=True)
    if not address:
        return
    box.click_action.hyperlink.address = address
    image = io.BytesIO()
    try:
        segno.make(address, error="l", micro=False).save(image, kind="png", scale=4, border=1)
    except segno.DataOverflowError:
        # No code holds an address so long; the link itself is on the slide.
        return
    image.seek(0)
    code = sheet.shapes.add_picture(
        image, Emu(EDGE + FULL - 640_000), Emu(6_150_000), Emu(640_000), Emu(640_000)
    )
    describe(code, "QR code", f"QR code of the link to this view: {address}")
