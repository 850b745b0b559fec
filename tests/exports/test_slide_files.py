"""The PowerPoint as a file: what its workbooks run, which signs it holds, its properties."""

import io
import zipfile
from dataclasses import replace

import pytest
from lxml import etree
from pptx import Presentation

from components import answers
from components.answers.briefing import Slide, slide_of
from components.deck import Item
from components.exports.card.picture import card_png
from components.exports.feeds import changes_feed, claims_feed, statements_feed
from components.exports.html.deck import deck_html
from components.exports.pptx.deck import pptx_bytes
from components.exports.stamped_zip import STAMP
from components.exports.tables.data_package import deck_zip
from components.exports.xml_text import xml_text
from components.link import read_link
from data import Dataset
from tests.links import briefing, loaded, slide

BASE = "https://observatory.example"
NO_XML = "\ufffe\uffff\x00\x1b\ud800"


def asked(address: str, data: Dataset, title: str = "") -> Slide:
    def answer(link):
        return answers.ask(link.view, link.mapping(), lambda day: data, answer)

    return slide_of(1, Item(read_link(address), title), None, answer)


def workbooks(content: bytes) -> list[zipfile.ZipFile]:
    deck = zipfile.ZipFile(io.BytesIO(content))
    names = [name for name in deck.namelist() if name.endswith(".xlsx")]
    return [zipfile.ZipFile(io.BytesIO(deck.read(name))) for name in names]


@pytest.mark.parametrize("sign", ['=HYPERLINK("https://x.example")', "{=1+1}", "http://x"])
def test_a_charts_workbook_holds_names_as_text_and_runs_none(sign):
    data = loaded()
    spoilt = replace(
        data,
        countries=data.countries.assign(name=sign),
        claims=data.claims.assign(claimant=sign),
    )
    charted = ["/casualties", "/compare", "/compare?mode=index"]
    books = workbooks(pptx_bytes([asked(address, spoilt) for address in charted], BASE))
    assert len(books) == len(charted)
    for book in books:
        sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        assert not sheet.xpath("//*[local-name()='f' or local-name()='hyperlink']")
        texts = list(etree.fromstring(book.read("xl/sharedStrings.xml")).itertext())
        assert any(text.startswith(sign) for text in texts), texts


def test_signs_that_no_xml_holds_are_named_in_every_file():
    shown = asked("/casualties", loaded(), f"A {NO_XML} title")
    named = "A [U+FFFE][U+FFFF][U+0000][U+001B][U+D800] title"
    (sheet,) = Presentation(io.BytesIO(pptx_bytes([shown], BASE, NO_XML))).slides
    assert sheet.shapes.title.text_frame.text == named
    assert named in deck_html([shown], BASE)
    assert named in zipfile.ZipFile(io.BytesIO(deck_zip([shown], BASE))).read("README.md").decode()
    assert card_png(shown)
    assert xml_text("Ёж 💥 \t\n\u200d") == "Ёж 💥 \t\n\u200d"


def test_a_feed_names_signs_that_no_xml_holds():
    data = loaded()
    in_a_table = NO_XML.rstrip("\ud800")
    spoilt = replace(
        data,
        claims=data.claims.assign(claimant=in_a_table),
        statements=data.statements.assign(text=in_a_table),
    )
    changes = slide("/since").answer.rows.assign(name=in_a_table, what=in_a_table)
    for feed in (
        claims_feed(spoilt, BASE),
        statements_feed(spoilt, BASE),
        changes_feed(changes, spoilt, BASE),
    ):
        assert "[U+FFFE][U+FFFF]" in " ".join(etree.fromstring(feed).itertext())


def test_the_same_slides_are_the_same_file_and_its_properties_are_ours(dataset):
    deck = briefing("casualties~compare")
    content = pptx_bytes(deck.slides, BASE, "A name")
    properties = Presentation(io.BytesIO(content)).core_properties
    assert properties.title == "A name"
    assert (properties.author, properties.last_modified_by) == ("SCO Observatory",) * 2
    assert properties.created == properties.modified == dataset.reviewed_on
    for file in (zipfile.ZipFile(io.BytesIO(content)), *workbooks(content)):
        assert {entry.date_time for entry in file.infolist()} == {STAMP}
    for book in workbooks(content):
        assert b">1980-01-01T00:00:00Z<" in book.read("docProps/core.xml")
