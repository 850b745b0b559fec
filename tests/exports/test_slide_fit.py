"""Does what stands on a slide fit: names on axes, words in cells, titles, boxes below boxes.

Widths are reckoned on the safe side, so that a slide holds whichever font a machine has.
"""

import io
from itertools import pairwise

import pandas as pd
import pytest
from pptx import Presentation

from components.answers import VIEWS
from components.answers.briefing import NOT_SLIDES
from components.exports.pptx.deck import pptx_bytes
from components.exports.pptx.foot import foot_lines
from components.exports.pptx.sheet import BOTTOM, FULL
from components.exports.pptx.type import POINT, SERIF_BOLD, ems, height_of, lines_of, width_of
from components.figures.headlines.briefing import source_line
from tests.links import briefing

BASE = "https://observatory.example"
EVERY = "~".join(v or "overview" for v in VIEWS if v not in NOT_SLIDES)
MORE = (
    "members.picture-2~relations.picture-2~votes.picture-2~votes.resolution-ES-11/1~"
    "statements.picture-2~statements.picture-3~compare.show-map~casualties.chart-time~"
    "casualties.chart-drift~overview.picture-2~votes.state-CHN.state-RUS~statements.q-zzzz"
)
DECKS = {
    "samarkand": {},
    "casualty-claims": {},
    "today": {},
    EVERY: {},
    MORE: {},
    EVERY + " ": {"asof": "2022-09-15"},
}
LONGEST_TITLE, LONGEST_SUBTITLE = 105, 200
"""Characters that take two lines of a slide of 1280 × 720 in a browser, and two of a sheet."""


@pytest.fixture(scope="module", params=list(DECKS), ids=range(len(DECKS)))
def deck(request):
    answer = briefing(request.param.strip(), **DECKS[request.param])
    written = pptx_bytes(answer.slides, BASE, answer.name)
    return answer.slides, list(Presentation(io.BytesIO(written)).slides)


def named(sheet, *names):
    return [shape for shape in sheet.shapes if shape.name.startswith(names)]


def test_a_title_is_one_message_of_at_most_two_lines(deck):
    slides, sheets = deck
    for slide, sheet in zip(slides, sheets, strict=True):
        (run,) = sheet.shapes.title.text_frame.paragraphs[0].runs
        assert lines_of(run.text, run.font.size.pt, FULL, SERIF_BOLD) <= 2, run.text
        assert run.font.size.pt >= 20
        assert len(slide.title) <= LONGEST_TITLE, slide.title
        assert len(slide.subtitle) <= LONGEST_SUBTITLE, slide.subtitle
        assert not slide.title[0].islower()
        assert not slide.subtitle[:1].islower()


def test_every_name_along_an_axis_has_a_line_of_its_own(deck):
    for sheet in deck[1]:
        for frame in (shape for shape in sheet.shapes if shape.has_chart):
            if not frame.chart.element.xpath(".//c:catAx"):
                continue
            chart = frame.chart
            names = [str(name) for name in chart.plots[0].categories]
            # Left alone, LibreOffice drops names that it takes to be too close.
            assert chart.element.xpath(".//c:catAx/c:tickLblSkip[@val='1']")
            assert chart.element.xpath(".//c:catAx/c:txPr/a:bodyPr[@rot='0']")
            if not chart.element.xpath(".//c:barDir[@val='bar']"):
                continue
            (layout,) = chart.element.xpath("c:chart/c:plotArea/c:layout/c:manualLayout")
            share = {
                side: float(layout.xpath(f"c:{side}")[0].get("val")) for side in ("x", "y", "h")
            }
            size = chart.category_axis.tick_labels.font.size.pt
            pitch = share["h"] * frame.height / len(names)
            width = share["x"] * frame.width
            for name in names:
                assert height_of(lines_of(name, size, width), size) <= pitch, name


def test_no_word_of_a_table_is_broken_and_no_row_stands_below_the_body(deck):
    for sheet in deck[1]:
        for frame in (shape for shape in sheet.shapes if shape.has_table):
            table = frame.table
            assert frame.top + sum(row.height for row in table.rows) <= BOTTOM
            for row in table.rows:
                needed = 0
                for cell, column in zip(row.cells, table.columns, strict=True):
                    (run,) = cell.text_frame.paragraphs[0].runs
                    size = run.font.size.pt
                    if cell._tc.tcPr.get("vert"):
                        assert width_of(run.text, size) <= row.height
                        continue
                    room = column.width - cell.margin_left - cell.margin_right
                    longest = max(run.text.split(" "), key=ems)
                    assert width_of(longest, size) <= max(room, FULL * 0.25), run.text
                    needed = max(needed, height_of(lines_of(run.text, size, room), size))
                assert needed <= row.height, [cell.text for cell in row.cells]


def test_nothing_stands_on_anything_else(deck):
    order = ["Title", "Subtitle", ("Chart", "Table", "Map", "Timeline"), "Note", "Rule"]
    for sheet in deck[1]:
        layers = [named(sheet, *([names] if isinstance(names, str) else names)) for names in order]
        boxes = [shape for layer in layers for shape in layer]
        for above, below in pairwise(boxes):
            if below.name != "Note" or above.name != "Map":
                assert above.top + above.height <= below.top + POINT, (above.name, below.name)
        for key in named(sheet, "Key", "How many"):
            assert key.top + key.height <= BOTTOM + POINT
            for body in layers[2]:
                if body.name != "Map":
                    assert body.top + body.height <= key.top + POINT, key.name


def test_every_bar_of_a_range_keeps_its_number_on_the_sheet(deck):
    for sheet in deck[1]:
        for frame in named(sheet, "Chart of claims"):
            (layout,) = frame.chart.element.xpath("c:chart/c:plotArea/c:layout/c:manualLayout")
            wide = float(layout.xpath("c:w")[0].get("val")) * frame.width
            highest = frame.chart.plots[0].series[0]
            end = frame.chart.value_axis.maximum_scale
            for turn, value in enumerate(highest.values):
                words = highest.points[turn].data_label.text_frame
                size = words.paragraphs[0].runs[0].font.size.pt
                assert value / end * wide + width_of(words.text, size) <= wide, words.text


def test_a_foot_shows_whole_names_and_the_whole_link(deck):
    for slide, sheet in zip(*deck, strict=True):
        (foot,) = named(sheet, "Source, day of knowledge, link")
        address = f"{BASE}{slide.link.text}"
        assert foot.click_action.hyperlink.address == address
        assert foot.text_frame.text.endswith(address)
        sources, *_ = foot.text_frame.paragraphs
        assert "…" not in sources.text
        needed = sum(
            height_of(lines_of(run.text, run.font.size.pt, foot.width), run.font.size.pt)
            for paragraph in foot.text_frame.paragraphs
            for run in paragraph.runs
        )
        assert needed <= foot.height


def test_a_link_that_no_foot_holds_is_cut_at_a_parameters_end():
    address = f"{BASE}/statements?{'&'.join(f'q{n}=word-number-{n}' for n in range(60))}"
    *_, (shown, size, _) = foot_lines("Source: none", "Known today", address)
    assert size == 8
    assert shown.endswith("…")
    assert address.startswith(f"{shown[:-1]}&")


def test_a_line_of_sources_drops_whole_names_and_counts_them():
    sources = pd.DataFrame({"publisher": ["Alpha Beta", "Alpha Beta", "Gamma Delta", "Epsilon"]})
    assert source_line(sources, 60) == "Sources: Alpha Beta; Gamma Delta; Epsilon"
    assert source_line(sources, 40) == "Sources: Alpha Beta; and 2 more"
    # A name that no line holds is cut between its words.
    assert source_line(sources, 28) == "Sources: Alpha…; and 2 more"
