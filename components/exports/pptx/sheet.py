"""The sheet of a slide: boxes of text with alternative texts, in the house's type and ink."""

from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Inches, Pt

from components.exports.in_language import is_foreign
from components.exports.pptx.type import (
    POINT,
    SERIF_BOLD,
    TITLE_LEADING,
    height_of,
    largest,
    lines_of,
)
from components.exports.xml_text import xml_text
from components.figures.palette import INK, INK_QUIET, opaque
from components.figures.wording import shorten

SERIF = "Georgia"
SANS = "Calibri"
"""Fonts that Office and its free relatives have, or have a metric twin of."""
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)


@dataclass(frozen=True)
class Box:
    """A place on the sheet, in EMU."""

    left: int
    top: int
    width: int
    height: int

    @classmethod
    def inches(cls, left: float, top: float, width: float, height: float) -> "Box":
        """Make a box from inches."""
        return cls(*(int(Inches(v)) for v in (left, top, width, height)))


HOMES = {"zh": "zh-CN", "no": "nb-NO"}
"""Languages whose home Office names otherwise than by their own code."""
ONE_LINE = [30.0, 29.0, 28.0, 27.0, 26.0, 25.0]
TWO_LINES = [28.0, 26.0, 24.0, 22.0, 20.0]
"""Sizes of a title, points: the largest at which it fits one line, else two."""
SUBTITLE_SIZES = [17.0, 16.0, 15.0, 14.0]
MOST_NOTE_LINES, MOST_SIDE_LINES = 3, 12
"""Lines of a note along the foot of a slide, and beside a map; the notes hold it whole."""
IN_NOTES = "(The whole is in the notes.)"
NOTE = 12.0
"""Size of the words that say how to read a chart, and what it leaves out."""
EDGE, FULL = int(Inches(0.6)), int(Inches(12.13))
"""Left edge of all that stands on a sheet, and its width."""
TOP, BOTTOM = int(Inches(0.42)), int(Inches(6.56))
"""Where the title begins, and where the body ends, above the rule and the source."""


def colour(code: str) -> Any:
    """Give a colour of the palette as slides take it."""
    return RGBColor.from_string(opaque(code)[1:].upper())


def describe(shape: Any, name: str, words: str) -> None:
    """Name a shape for the selection pane, and give it its alternative text."""
    properties = shape.element.xpath(".//p:cNvPr")[0]
    properties.set("name", xml_text(name[:120]))
    properties.set("descr", xml_text(words))


def write(
    sheet: Any,
    box: Box,
    paragraphs: list[tuple[str, float, str]],
    name: str,
    *,
    font: str = SANS,
    bold: bool = False,
    centre: bool = False,
    middle: bool = False,
    close: bool = False,
) -> Any:
    """Write paragraphs of text, size (points) and colour into a box; ``close``: no air between."""
    shape = sheet.shapes.add_textbox(Emu(box.left), Emu(box.top), Emu(box.width), Emu(box.height))
    describe(shape, name, " ".join(text for text, _, _ in paragraphs))
    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for place, (text, size, ink) in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        if centre:
            paragraph.alignment = PP_ALIGN.CENTER
        if place and not close:
            paragraph.space_before = Pt(size * 0.6)
        run = paragraph.add_run()
        run.text = xml_text(text)
        _style(run.font, font, size, ink, bold)
    return shape


def speak(paragraph: Any, language: str) -> None:
    """Say in which language (ISO 639-1) a paragraph is; a language Office has no name for is left.

    Office names a language of one country: its home where both have one code, else the first.
    """
    home = HOMES.get(language, f"{language}-{language.upper()}")
    known = [name for name in MSO_LANGUAGE_ID if (name.xml_value or "").startswith(home[:3])]
    if known and is_foreign(language):
        found = next((name for name in known if name.xml_value == home), known[0])
        for run in paragraph.runs:
            run.font.language_id = found


def write_head(sheet: Any, title: str, subtitle: str) -> Box:
    """Write title and subtitle; give the room that is left for the body."""
    size = largest(title, ONE_LINE, FULL, 1, SERIF_BOLD)
    if lines_of(title, size, FULL, SERIF_BOLD) > 1:
        size = largest(title, TWO_LINES, FULL, 2, SERIF_BOLD)
    lines = lines_of(title, size, FULL, SERIF_BOLD)
    box = Box(EDGE, TOP, FULL, int(lines * size * TITLE_LEADING * POINT))
    _write_title(sheet, box, title, size)
    top = box.top + box.height + 60_000
    if subtitle:
        small = largest(subtitle, SUBTITLE_SIZES, FULL, 2)
        place = Box(EDGE, top, FULL, height_of(lines_of(subtitle, small, FULL), small))
        write(sheet, place, [(subtitle, small, INK_QUIET)], "Subtitle")
        top = place.top + place.height
    top += 120_000
    return Box(EDGE, top, FULL, BOTTOM - top)


def _write_title(sheet: Any, box: Box, text: str, size: float) -> None:
    """Write the slide's title into its own placeholder."""
    title = sheet.shapes.title
    title.left, title.top, title.width, title.height = (Emu(v) for v in vars(box).values())
    describe(title, "Title", text)
    frame = title.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    run = paragraph.add_run()
    run.text = xml_text(text)
    _style(run.font, SERIF, size, INK, True)


def write_note(sheet: Any, box: Box, words: str, name: str, size: float = NOTE) -> Box:
    """Write small words along the foot of a box; give the room that is left above them."""
    if not words:
        return box
    most = MOST_NOTE_LINES if box.width > FULL // 2 else MOST_SIDE_LINES
    if lines_of(words, size, box.width) > most:
        while lines_of(f"{words} {IN_NOTES}", size, box.width) > most:
            words = shorten(words, int(len(words) * 0.95))
        words = f"{words} {IN_NOTES}"
    height = height_of(lines_of(words, size, box.width), size)
    place = Box(box.left, box.top + box.height - height, box.width, height)
    write(sheet, place, [(words, size, INK_QUIET)], name)
    return Box(box.left, box.top, box.width, box.height - height - 50_000)


def flat(shape: Any) -> Any:
    """Take away the style, shadow included, that the library's own template gives shapes."""
    for style in shape.element.xpath("p:style"):
        shape.element.remove(style)
    return shape


def _style(font: Any, name: str, size: float, ink: str, bold: bool) -> None:
    font.name = name
    font.size = Pt(size)
    font.bold = bold
    font.color.rgb = colour(ink)
