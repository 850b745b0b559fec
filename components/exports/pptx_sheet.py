"""The sheet of a slide: boxes of text with alternative texts, in the house's type and ink."""

from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Inches, Pt

from components.figures.palette import INK, opaque

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


TITLE_SIZES = [(105, 30), (126, 26), (215, 20), (280, 17)]
"""Longest title, in characters, that fits the title's place at a size, in points."""
BODY = Box.inches(0.6, 2.05, 12.13, 4.45)


def colour(code: str) -> Any:
    """Give a colour of the palette as slides take it."""
    return RGBColor.from_string(opaque(code)[1:].upper())


def describe(shape: Any, name: str, words: str) -> None:
    """Name a shape for the selection pane, and give it its alternative text."""
    properties = shape.element.xpath(".//p:cNvPr")[0]
    properties.set("name", name[:120])
    properties.set("descr", words)


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
) -> Any:
    """Write paragraphs of text, size (points) and colour into a box."""
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
        if place:
            paragraph.space_before = Pt(size * 0.6)
        run = paragraph.add_run()
        run.text = text
        _style(run.font, font, size, ink, bold)
    return shape


def write_title(sheet: Any, text: str) -> None:
    """Write the slide's title into its own placeholder, smaller where it is long."""
    title = sheet.shapes.title
    title.left, title.top, title.width, title.height = (
        Emu(v) for v in vars(Box.inches(0.6, 0.4, 12.13, 1.15)).values()
    )
    describe(title, "Title", text)
    frame = title.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    run = paragraph.add_run()
    run.text = text
    size = next((size for longest, size in TITLE_SIZES if len(text) <= longest), 15)
    _style(run.font, SERIF, size, INK, True)


def _style(font: Any, name: str, size: float, ink: str, bold: bool) -> None:
    font.name = name
    font.size = Pt(size)
    font.bold = bold
    font.color.rgb = colour(ink)
