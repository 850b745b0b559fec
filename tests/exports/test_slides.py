"""The PowerPoint, opened again: notes, alternative texts, maps, size and time."""

import io
import re
import time
import zipfile

import pytest
from pptx import Presentation
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Emu

from components.answers import VIEWS
from components.answers.briefing import NOT_SLIDES
from components.exports.pptx.deck import pptx_bytes
from components.exports.slides.bodies import PointsBody
from components.exports.slides.map_body import MapBody
from components.exports.slides.reading import body_of
from tests.links import briefing, loaded

BASE = "https://observatory.example"
DECKS = ["samarkand", "casualty-claims", "today"]


def opened(name: str):
    deck = briefing(name)
    return deck, Presentation(io.BytesIO(pptx_bytes(deck.slides, BASE, deck.name)))


@pytest.fixture(scope="module", params=DECKS)
def reopened(request):
    return opened(request.param)


def charts(presentation) -> list:
    return [
        shape.chart for sheet in presentation.slides for shape in sheet.shapes if shape.has_chart
    ]


def test_every_chart_carries_its_workbook(reopened):
    deck, presentation = reopened
    raw = zipfile.ZipFile(io.BytesIO(pptx_bytes(deck.slides, BASE, deck.name)))
    books = [name for name in raw.namelist() if name.endswith(".xlsx")]
    assert len(books) == len(charts(presentation))


def test_every_slide_has_notes_with_a_link_and_a_day(reopened):
    deck, presentation = reopened
    for slide, sheet in zip(deck.slides, presentation.slides, strict=True):
        notes = sheet.notes_slide.notes_text_frame.text
        assert f"Link: {BASE}{slide.link.text}" in notes
        assert "Known on: 20" in notes
        assert slide.title in notes
        assert "Says who?" in notes
        said = notes.split("Says who?")[1].split("Link:")[0]
        lines = [
            line for line in said.splitlines() if line.startswith("•") and "more in" not in line
        ]
        assert lines
        # Each line says who, which page, and where it stands; most say when it was published.
        assert all("<http" in line and line.endswith(">") for line in lines)
        assert any(re.search(r"\b(19|20)\d\d\b", line.partition("<")[0]) for line in lines)


def all_shapes(shapes):
    for shape in shapes:
        yield shape
        if shape.shape_type == 6:
            yield from all_shapes(shape.shapes)


def test_every_shape_has_an_alternative_text_and_a_name(reopened):
    _, presentation = reopened
    for sheet in presentation.slides:
        ids = []
        for shape in all_shapes(sheet.shapes):
            properties = shape.element.xpath(".//p:cNvPr")[0]
            assert properties.get("descr"), shape.name
            assert shape.name
            ids.append(shape.shape_id)
        assert len(ids) == len(set(ids))


def test_every_slide_has_a_title_and_stays_on_the_sheet(reopened):
    _, presentation = reopened
    for sheet in presentation.slides:
        assert sheet.shapes.title.text_frame.text
        for shape in sheet.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= presentation.slide_width + Emu(1)
            assert shape.top + shape.height <= presentation.slide_height + Emu(1)


def test_a_map_is_made_of_named_countries_filled_by_status():
    deck, presentation = opened("today")
    slide = next(s for s in deck.slides if isinstance(body_of(s), MapBody))
    sheet = presentation.slides[slide.number - 1]
    (group,) = [shape for shape in sheet.shapes if shape.shape_type == 6]
    shapes = {shape.name: shape for shape in group.shapes}
    names = loaded().countries.set_index("country")["name"]
    body = body_of(slide)
    for fill in body.fills:
        shape = shapes[names[fill.code]]
        assert str(shape.fill.fore_color.rgb) == fill.colour[1:].upper()
        assert fill.meaning in shape.element.xpath(".//p:cNvPr")[0].get("descr")
    disputed = shapes["Jammu and Kashmir (disputed)"]
    assert disputed.element.xpath(".//a:pattFill")
    assert "Taiwan" in shapes
    assert str(shapes["Taiwan"].fill.fore_color.rgb) not in {
        fill.colour[1:].upper() for fill in body.fills
    }


def test_the_key_of_a_map_is_hatched_and_round_as_its_marks_are():
    deck, presentation = opened("samarkand")
    slide = next(s for s in deck.slides if isinstance(body_of(s), MapBody))
    sheet = presentation.slides[slide.number - 1]
    keys = [shape for shape in sheet.shapes if shape.name.startswith("Key: ")]
    hatched = [key.name for key in keys if key.element.xpath(".//a:pattFill")]
    assert [name.partition(" ")[2][:8] for name in hatched] == ["Disputed"]
    map_fill = next(s for s in sheet.shapes if s.name == "Map").element.xpath(".//a:pattFill")[0]
    key_fill = keys[-1].element.xpath(".//a:pattFill")[0]
    assert key_fill.get("prst") == map_fill.get("prst")
    round_ones = [key.name for key in keys if key.auto_shape_type == MSO_SHAPE.OVAL]
    assert len(round_ones) == 1
    assert round_ones[0].startswith("Key: Seeks another status")


def test_the_boundary_line_stands_under_every_map(reopened):
    deck, presentation = reopened
    for slide, sheet in zip(deck.slides, presentation.slides, strict=True):
        if isinstance(body_of(slide), MapBody):
            text = " ".join(s.text_frame.text for s in sheet.shapes if s.has_text_frame)
            assert "do not imply endorsement" in text


def test_ten_slides_take_less_than_three_seconds_and_three_megabytes():
    deck = briefing("samarkand")
    start = time.process_time()
    again = briefing("samarkand")
    content = pptx_bytes(again.slides, BASE, again.name)
    assert time.process_time() - start < 3
    assert len(content) < 3_000_000
    assert len(deck.slides) == 10


def test_progress_is_told_slide_by_slide():
    told = []
    deck = briefing("today")
    pptx_bytes(deck.slides, BASE, progress=lambda done, of: told.append((done, of)))
    assert told == [(n, len(deck.slides)) for n in range(1, len(deck.slides) + 1)]


@pytest.mark.parametrize("view", [v or "overview" for v in VIEWS if v not in NOT_SLIDES])
def test_every_view_makes_a_slide(view):
    deck = briefing(f"{view}~{view}.asof-1996-04-26~{view}.picture-2")
    presentation = Presentation(io.BytesIO(pptx_bytes(deck.slides, BASE)))
    assert len(presentation.slides) == len(deck.slides) == 3


def test_places_and_journeys_become_dots_and_lines_on_the_map():
    deck = briefing("meetings")
    body = body_of(deck.slides[0])
    assert isinstance(body, MapBody)
    assert body.dots
    assert body.lines
    (sheet,) = Presentation(io.BytesIO(pptx_bytes(deck.slides, BASE))).slides
    labels = [shape.element.xpath(".//p:cNvPr")[0].get("descr") for shape in sheet.shapes]
    assert {line.label for line in body.lines} <= set(labels)


def test_a_globe_is_taken_along_as_a_flat_map_that_says_so():
    flat, globe = briefing("meetings~meetings.earth-globe").slides
    laid, known = body_of(globe), body_of(flat)
    assert isinstance(laid, MapBody)
    assert (laid.dots, laid.lines) == (known.dots, known.lines)
    assert laid.note == f"{known.note} The page draws it on a globe; here it lies flat."


def test_a_link_longer_than_any_code_holds_makes_a_slide_without_one():
    deck = briefing(f"members.x-{'a' * 5000}")
    (sheet,) = Presentation(io.BytesIO(pptx_bytes(deck.slides, BASE))).slides
    assert "QR code" not in {shape.name for shape in sheet.shapes}


def test_words_along_an_axis_are_not_read_as_numbers():
    assert not isinstance(body_of(briefing("readouts").slides[0]), PointsBody)


def test_a_step_keeps_its_corner():
    body = body_of(briefing("members.picture-2").slides[0])
    assert isinstance(body, PointsBody)
    for series in body.series:
        for place in range(len(series.xs) - 1):
            same_x = series.xs[place] == series.xs[place + 1]
            same_y = series.ys[place] == series.ys[place + 1]
            assert same_x or same_y


def test_a_map_of_values_says_every_value_beside_the_ends_of_its_scale():
    deck = briefing("compare.show-map")
    (sheet,) = Presentation(io.BytesIO(pptx_bytes(deck.slides, BASE))).slides
    said = [shape.text_frame.text for shape in all_shapes(sheet.shapes) if shape.has_text_frame]
    assert any("India: 1.45 billion" in text and "Russia: 144 million" in text for text in said)
    assert "7.22 million" in said


def test_an_original_says_its_language():
    deck = briefing("statements.statement-putin-2022-09-15-balanced")
    presentation = Presentation(io.BytesIO(pptx_bytes(deck.slides, BASE, deck.name)))
    (sheet,) = presentation.slides
    spoken = {
        run.text: run.font.language_id
        for shape in sheet.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    }
    (original,) = [text for text in spoken if text.startswith("Высоко оцениваем")]
    assert spoken[original] == MSO_LANGUAGE_ID.RUSSIAN
    assert set(spoken.values()) == {MSO_LANGUAGE_ID.RUSSIAN, MSO_LANGUAGE_ID.NONE}
