"""The copy as plain files, without a browser: what it names, hands on, escapes and allows."""

import base64
import hashlib
import io
import itertools
import json
import re
import zipfile
from collections.abc import Iterator

import pandas as pd
import pyarrow.parquet as pq
import pytest
from lxml import etree, html
from PIL import Image

from components.answers.answer import Column
from components.exports.html.deck import deck_html
from components.exports.tables.terms import withheld_sources
from components.exports.vendored import DECK_JS, PLOTLY_JS
from components.static_site.asking import Shelf
from components.static_site.files import data_files, deck_files, page_files
from components.static_site.page import Home, page_html
from components.static_site.plan import plan_of
from components.static_site.tables import outside_link, table_html
from tests.links import loaded, slide

SITE, LIVE = "https://copy.example/sco", "https://live.example"
HOSTILE = "</td><script>alert(1)</script>"
POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf(loaded())


@pytest.fixture(scope="module")
def tables(shelf) -> dict[str, bytes]:
    return dict(data_files(shelf, Home()))


def pages(shelf: Shelf, home: Home) -> Iterator[str]:
    plan = plan_of(shelf)
    for page in plan.pages:
        if page.path in ("index.html", "about.html", "country/KAZ.html"):
            yield page_html(page, plan, shelf, home)


def policy(page: str) -> list[str]:
    return POLICY.search(page)[1].split("; ")


def test_a_page_without_an_address_names_none(shelf):
    for page in pages(shelf, Home()):
        assert 'rel="canonical"' not in page
        assert "og:url" not in page
        assert ":image" not in page
        assert not re.findall(r'(?:href|src)="(?:/[^"]*)?"', page)
        described = json.loads(re.search(r'ld\+json">(.*)</script>', page)[1])
        assert not {"url", "distribution"} & set(described[0])


def test_a_deck_without_a_dashboard_names_its_views_and_leads_nowhere(shelf):
    # The copy's own address is none for a slide: no page of it answers a slide's filters.
    page, slides, rows = (
        content for _, content in itertools.islice(deck_files(shelf, Home(site=SITE)), 3)
    )
    markup = re.sub(r"<script.*?</script>", "", page.decode(), flags=re.S)
    assert re.findall(r'href="(?!https?://|data:)([^"]*)"', markup) == []
    assert SITE not in markup
    assert "View /statements?" in markup
    deck = zipfile.ZipFile(io.BytesIO(slides))
    for name in deck.namelist():
        if name.endswith(".rels"):
            ways = etree.fromstring(deck.read(name)).xpath("//@Target[../@TargetMode='External']")
            assert ways == [], name
    assert not [name for name in deck.namelist() if name.endswith(".png")]
    notes = zipfile.ZipFile(io.BytesIO(rows)).read("README.md").decode()
    assert "Link: View /statements?" in notes


def test_a_package_without_an_address_cites_none(tables):
    package = zipfile.ZipFile(io.BytesIO(tables["data/all.zip"]))
    assert "url" not in package.read("CITATION.cff").decode()
    assert "url" not in package.read("CITATION.bib").decode()
    assert "From " not in package.read("README.md").decode()


def test_tables_leave_out_what_a_source_does_not_let_go(tables, dataset):
    withheld = withheld_sources(dataset.sources)
    assert set(dataset.indicators["source_id"]) & withheld
    for kind, read in (("csv", pd.read_csv), ("json", pd.read_json), ("parquet", pd.read_parquet)):
        rows = read(io.BytesIO(tables[f"data/indicators.{kind}"]))
        assert not set(rows["source_id"]) & withheld, kind


def test_a_table_and_a_picture_say_the_data_version_inside(tables, shelf, dataset):
    said = pq.read_schema(io.BytesIO(tables["data/claims.parquet"])).metadata
    assert said[b"data_version"].decode() == dataset.version
    page = next(page for page in plan_of(shelf).pages if page.path == "members.html")
    picture = dict(page_files(page, shelf))["cards/members.png"]
    assert Image.open(io.BytesIO(picture)).text == {"data_version": dataset.version}


def test_a_cell_of_any_kind_is_shown_and_runs_nothing():
    rows = pd.DataFrame({"text": [HOSTILE], "list": [[HOSTILE]], "url": [f"https://x/{HOSTILE}"]})
    columns = [
        Column("text", HOSTILE),
        Column("list", HOSTILE),
        Column("url", HOSTILE, "link"),
    ]
    publishers = pd.Series({f"https://x/{HOSTILE}": HOSTILE})
    shown = table_html(rows, columns, caption=HOSTILE, identifier="text", publishers=publishers)
    assert "<script" not in shown
    table = html.fromstring(shown)
    cells = table.xpath("//tbody/tr/*")
    assert [cell.text_content() for cell in cells][:2] == [HOSTILE, HOSTILE]
    assert [cell.get("data-heading") for cell in cells] == [HOSTILE] * 3
    assert table.xpath("//a/@href") == [f"https://x/{HOSTILE}"]


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "file:///x", "ftp://x", "//x", "", "http://["],
)
def test_only_a_web_address_becomes_a_link(url):
    assert outside_link(url, "<words>") == "&lt;words&gt;"
    assert 'href="https://x"' in outside_link("https://x", "words")


def test_a_page_says_its_language_and_allows_its_own_files_alone(shelf):
    for page in pages(shelf, Home(SITE, LIVE)):
        assert page.startswith('<!doctype html>\n<html lang="en" ')
        assert policy(page) == [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
            "style-src-attr 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        ]


def test_a_deck_in_one_file_says_its_language_and_allows_its_own_scripts_alone():
    page = deck_html([slide("/members")], LIVE)
    hashes = [
        base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()
        for path in (PLOTLY_JS, DECK_JS)
    ]
    assert page.startswith('<!doctype html>\n<html lang="en" ')
    assert policy(page) == [
        "default-src 'none'",
        f"script-src 'sha256-{hashes[0]}' 'sha256-{hashes[1]}'",
        "style-src 'unsafe-inline'",
        "font-src data:",
        "img-src data: blob:",
        "connect-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
