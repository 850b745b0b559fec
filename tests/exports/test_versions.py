"""The versions of software and data: each in one place, and named by all that leaves the house."""

import io
import json
import re
import zipfile

import pandas as pd
import pytest
import yaml
from pptx import Presentation

from components import __version__
from components.exports.feeds import changes_feed, claims_feed, statements_feed
from components.exports.file_names import file_name
from components.exports.html.deck import deck_html
from components.exports.page_head import head_of
from components.exports.pptx.deck import pptx_bytes
from components.exports.tables.data_package import deck_zip, package_zip
from tests.links import briefing, loaded
from tests.serving import ROOT

ADDRESS = "https://example.org"


@pytest.fixture(scope="module")
def slides():
    return briefing("votes").slides


def test_the_newest_entry_of_the_changelog_names_the_versions_of_software_and_data():
    newest = re.search(r"^## (\S+) — \S+, data (\S+)$", (ROOT / "CHANGELOG.md").read_text(), re.M)
    assert newest
    assert newest[1] == __version__
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)
    assert newest[2] == loaded().version


def test_the_citation_file_names_the_same_versions():
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text())
    assert cited["version"] == __version__
    assert cited["preferred-citation"]["version"] == loaded().version
    assert f"{cited['preferred-citation']['date-released']}" == f"{loaded().reviewed_on:%Y-%m-%d}"


def test_slides_name_the_data_version_on_each_sheet_in_notes_and_in_the_properties(slides):
    deck = Presentation(io.BytesIO(pptx_bytes(slides, ADDRESS)))
    said = f"data version {loaded().version}"
    assert said in deck.core_properties.keywords
    assert deck.core_properties.version == f"data {loaded().version}"
    for sheet in deck.slides:
        shown = " ".join(s.text_frame.text for s in sheet.shapes if s.has_text_frame)
        assert said in shown
        assert said in sheet.notes_slide.notes_text_frame.text


def test_one_file_decks_packages_and_feeds_name_the_data_version(slides):
    data, said = loaded(), f"data version {loaded().version}"
    assert said in re.sub(r"<dialog.*?</dialog>", "", deck_html(slides, ADDRESS), flags=re.S)
    for packed in (package_zip(data, ADDRESS), deck_zip(slides, ADDRESS)):
        archive = zipfile.ZipFile(io.BytesIO(packed))
        assert said in archive.read("README.md").decode()
    whole = zipfile.ZipFile(io.BytesIO(package_zip(data, ADDRESS)))
    assert yaml.safe_load(whole.read("CITATION.cff"))["version"] == data.version
    assert f"version = {{{data.version}}}" in whole.read("CITATION.bib").decode()
    assert json.loads(whole.read("datapackage.json"))["version"] == data.version
    changes = pd.DataFrame(columns=["table", "row_id"])
    feeds = (
        statements_feed(data, ADDRESS),
        claims_feed(data, ADDRESS),
        changes_feed(changes, data, ADDRESS),
    )
    for feed in feeds:
        assert said in feed.decode()
        assert f'version="{__version__}"' in feed.decode()


def test_what_a_chat_shows_of_a_link_names_the_data_version(slides):
    head = head_of(slides[0], "A title", ADDRESS)
    assert f"data version {loaded().version}" in head.sentence
    assert head.linked_data[0]["version"] == loaded().version


def test_a_file_is_named_by_owner_content_version_and_day_of_knowledge():
    assert file_name("casualties", ".csv", "0.1.0") == "sco-observatory-casualties-0.1.0.csv"
    known = file_name("", ".zip", "0.1.0", pd.Timestamp("2022-09-15"))
    assert known == "sco-observatory-0.1.0-known-on-2022-09-15.zip"
