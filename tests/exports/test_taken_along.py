"""Files that leave: tables, packages, feeds, citations, tags of a page, its picture."""

import hashlib
import io
import json
import re
import xml.etree.ElementTree as ElementTree
import zipfile

import pandas as pd
import pytest
from frictionless import Package
from PIL import Image

from components.exports.card.picture import card_png, default_card
from components.exports.citation import view_bibtex, view_citation, view_csl
from components.exports.feeds import changes_feed, claims_feed, statements_feed
from components.exports.html.deck import deck_html
from components.exports.html.page_parts import Linked
from components.exports.page_head import default_head, head_html, head_of
from components.exports.tables.csv_file import csv_bytes
from components.exports.tables.data_package import deck_zip, package_zip
from components.exports.tables.files import contract_rows, table_bytes
from components.exports.tables.open_api import open_api
from components.exports.tables.query import table_rows
from components.exports.tables.terms import for_bulk, withheld_sources
from components.figures.wording import claim_number
from components.link import Link, read_link
from data import FOLDER
from data.files import read_files
from tests.frames import frame
from tests.links import ask, briefing, loaded, slide

BASE = "https://observatory.example"
ATOM = "{http://www.w3.org/2005/Atom}"
SCHEMAS = {r["name"]: r["schema"] for r in read_files(FOLDER).resources}


def test_a_table_filters_by_its_columns_its_days_and_its_words():
    claims = frame(
        "claims",
        {"claim_id": "a", "whose": "UKR", "said_on": "2022-05-01", "best": 5},
        {"claim_id": "b", "whose": "UKR", "said_on": "2023-05-01", "words": "one Million"},
        {"claim_id": "c", "whose": "RUS", "said_on": "2022-05-01"},
    )
    ids = lambda **asked: list(table_rows("claims", claims, asked)[0]["claim_id"])  # noqa: E731
    assert ids(whose=["UKR"]) == ["a", "b"]
    assert ids(whose=["UKR", "RUS"]) == ["a", "b", "c"]
    assert ids(whose=["UKR"], to=["2022-12-31"]) == ["a"]
    assert ids(q=["million"]) == ["b"]
    assert ids(best=["5"]) == ["a"]
    assert ids(said_on=["2023-05-01"]) == ["b"]
    _, ignored = table_rows("claims", claims, {"whose": ["XXX"], "colour": ["red"]})
    assert {part.name for part in ignored} == {"whose", "colour"}


def test_a_list_in_a_cell_answers_to_each_of_its_codes():
    rows = frame(
        "statements",
        {"statement_id": "a", "topics": "sco;ukraine"},
        {"statement_id": "b", "topics": "nato"},
    )
    found, ignored = table_rows("statements", rows, {"topic": ["ukraine"]})
    assert list(found["statement_id"]) == ["a"]
    assert ignored == ()


def test_a_word_for_a_blank_is_in_its_number_column_again():
    schema = SCHEMAS["claims"]
    rows = frame("claims", {"claim_id": "a"}, {"claim_id": "b", "best": 7})
    rows["best_blank"] = ["withheld", ""]
    out = contract_rows(rows, schema)
    assert list(out.columns) == [field["name"] for field in schema["fields"]]
    assert list(out["best"]) == ["withheld", 7]
    again = pd.read_csv(io.BytesIO(table_bytes(out, "csv")), keep_default_na=False)
    assert list(again["best"]) == ["withheld", "7"]
    assert [r["best"] for r in json.loads(table_bytes(out, "json"))] == ["withheld", 7]
    assert list(pd.read_parquet(io.BytesIO(table_bytes(out, "parquet")))["best"]) == [
        "withheld",
        "7",
    ]


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_json_and_parquet_hold_the_same_cells_as_the_table(name):
    rows = contract_rows(getattr(loaded(), name), SCHEMAS[name])
    records = json.loads(table_bytes(rows, "json"))
    parquet = pd.read_parquet(io.BytesIO(table_bytes(rows, "parquet")))
    assert len(records) == len(parquet) == len(rows)
    assert list(parquet.columns) == list(rows.columns)


def test_what_sipri_does_not_let_go_is_left_out_and_says_so():
    data = loaded()
    kept, withheld = for_bulk("indicators", data.indicators, data)
    assert withheld is not None
    assert withheld.rows == len(data.indicators) - len(kept) > 0
    assert not set(kept["source_id"]) & withheld_sources(data.sources)
    votes, none = for_bulk("votes", data.votes, data)
    assert none is None
    assert len(votes) == len(data.votes)


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    folder = tmp_path_factory.mktemp("package")
    zipfile.ZipFile(io.BytesIO(package_zip(loaded(), BASE))).extractall(folder)
    return folder


def test_the_package_is_whole_and_its_hashes_hold(package):
    described = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    for resource in described["resources"]:
        content = (package / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert resource["bytes"] == len(content)
    names = {path.name for path in package.iterdir()}
    assert {
        "README.md",
        "CODEBOOK.md",
        "LICENCES.md",
        "SOURCES.md",
        "CITATION.bib",
        "CITATION.cff",
    } <= names
    assert "SIPRI" in (package / "README.md").read_text(encoding="utf-8")


def test_the_package_validates(package):
    report = Package(str(package / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "note"])[:5]


def test_the_same_package_is_the_same_file():
    assert package_zip(loaded(), BASE) == package_zip(loaded(), BASE)


def test_the_data_of_a_deck_are_the_rows_on_its_slides_with_their_sources():
    deck = briefing("casualty-claims")
    archive = zipfile.ZipFile(io.BytesIO(deck_zip(deck.slides, BASE, deck.name)))
    for s in deck.slides:
        name = f"{s.number:02d}-{s.link.view}.csv"
        assert archive.read(name) == csv_bytes(s.answer.rows)
    sources = archive.read("SOURCES.md").decode()
    assert all(f"`{source}`" in sources for s in deck.slides for source in s.answer.source_ids)


@pytest.mark.parametrize("write", [statements_feed, claims_feed])
def test_a_feed_is_atom_with_entries_that_lead_back(write):
    root = ElementTree.fromstring(write(loaded(), BASE))
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == 60
    ids = [entry.find(f"{ATOM}id").text for entry in entries]
    assert len(set(ids)) == 60
    days = [entry.find(f"{ATOM}updated").text for entry in entries]
    assert days == sorted(days, reverse=True)
    for entry in entries[:5]:
        link = read_link(entry.find(f"{ATOM}link").get("href"))
        assert ask(link).ignored == ()
    assert root.find(f"{ATOM}link[@rel='self']").get("href").startswith(BASE)


def test_changes_are_a_feed_too():
    answer = ask(read_link("/since?since=2026-05-01"))
    root = ElementTree.fromstring(changes_feed(answer.rows, answer.data, BASE))
    titles = [entry.find(f"{ATOM}title").text for entry in root.findall(f"{ATOM}entry")]
    assert any(title.startswith("Claim superseded") for title in titles)


def test_a_changes_title_says_who_what_and_how_many_and_its_summary_is_in_sentences():
    answer = ask(read_link("/since?since=2026-05-01"))
    root = ElementTree.fromstring(changes_feed(answer.rows, answer.data, BASE))
    titles = [entry.find(f"{ATOM}title").text for entry in root.findall(f"{ATOM}entry")]
    number = "374,000–643,000, put at 490,000 Russian soldiers killed"
    assert f"The Economist: {number}" in titles
    assert not [title for title in titles if title.startswith("New ")]
    for entry in root.findall(f"{ATOM}entry"):
        before, mark, _ = entry.find(f"{ATOM}summary").text.partition("Source: ")
        assert mark
        assert not before or re.search(r"[.!?…][”’\"']? $", before), before


def test_a_slide_that_opens_one_row_takes_that_row_alone():
    deck = briefing("samarkand")
    archive = zipfile.ZipFile(io.BytesIO(deck_zip(deck.slides, BASE, deck.name)))
    opened = [s for s in deck.slides if s.row]
    assert len(opened) == 5
    for s in opened:
        rows = pd.read_csv(io.BytesIO(archive.read(f"{s.number:02d}-statements.csv")))
        assert list(rows["statement_id"]) == [s.row]
    statements = opened[0].answer.data.statements.set_index("statement_id")
    shown = set(statements.loc[[s.row for s in opened], "source_id"])
    shown |= {source for s in deck.slides if not s.row for source in s.answer.source_ids}
    listed = pd.read_csv(io.BytesIO(archive.read("sources.csv")))["source_id"]
    assert set(listed) == shown


def test_a_citation_names_the_finding_the_day_and_the_version():
    day = pd.Timestamp("2022-09-15")
    cited = ("50% of {all} & more_", f"{BASE}/members?asof=2022-09-15", "1.2.0", day, day)
    text = view_citation(*cited)
    assert "as known on 15 September 2022" in text
    assert "data version 1.2.0" in text
    bibtex = view_bibtex(*cited)
    assert r"50\% of (all) \& more\_" in bibtex
    assert bibtex.count("{") == bibtex.count("}")
    (item,) = json.loads(view_csl(*cited))
    assert item["URL"].endswith("asof=2022-09-15")
    assert item["note"] == "as known on 2022-09-15"


LINKS = [
    "/",
    "/members?country=KGZ",
    "/casualties?whose=RUS",
    "/casualties?claim=economist-2026-08-22-rus-mil-killed",
    "/statements",
    "/statements?statement=modi-2022-09-16-not-an-era-of-war",
    "/soundness",
    "/compare",
    "/relations",
    "/votes",
    "/meetings",
    "/readouts",
    "/article",
    "/since",
    "/briefing?deck=samarkand",
    "/downloads",
    "/about",
    "/casualties?asof=1996-04-26",
]


@pytest.mark.parametrize("address", LINKS)
def test_the_head_of_a_page_tells_its_own_finding(address):
    shown = slide(address)
    head = head_of(shown, shown.title, BASE)
    tags = head_html(head)
    assert f'<link rel="canonical" href="{BASE}' in tags
    assert 'property="og:image" content="https://observatory.example/card.png?view=/' in tags
    data = json.loads(re.search(r'ld\+json">(.*)</script>', tags)[1])
    assert data[0]["@type"] == "Dataset"
    kinds = {part["@type"] for part in data}
    assert ("Claim" in kinds) == (
        address.startswith(("/casualties", "/soundness")) and "1996" not in address
    )


def test_a_claim_in_a_head_says_where_it_stands_and_makes_no_body_of_a_person(dataset):
    retracted = dataset.claims[dataset.claims["status"] == "retracted"]["claim_id"].iloc[0]
    shown = slide(f"/casualties?claim={retracted}")
    (claim,) = [part for part in head_of(shown, "", BASE).linked_data if part["@type"] == "Claim"]
    assert claim["creativeWorkStatus"] == "Retracted by the claimant"
    assert claim["author"]["@type"] == "Thing"


def test_a_head_shows_hostile_text_literally():
    head = default_head('https://x"><script>alert(1)</script>')
    assert "<script>" not in head_html(head)
    shown = slide("/members")
    tags = head_html(head_of(shown, "</title><script>x</script>", BASE))
    assert tags.count("<script") == 1
    assert tags.count("</script>") == 1


@pytest.mark.parametrize("address", LINKS)
def test_the_picture_of_a_link_is_of_the_size_chats_want(address):
    content = card_png(slide(address))
    assert Image.open(io.BytesIO(content)).size == (1200, 630)
    assert 8_000 < len(content) < 300_000
    assert content != default_card()


def test_a_deck_in_one_file_asks_for_nothing_outside():
    deck = briefing("today")
    page = deck_html(deck.slides, BASE, deck.name)
    markup = re.sub(r"<script.*?</script>", "", page, flags=re.S)
    fetched = re.findall(r'(?:src|href)="([^"]+)"', re.sub(r"<a [^>]*>", "", markup))
    assert all(address.startswith("data:") for address in fetched), fetched
    assert page.count("plotly.js v") == 1


def test_a_slide_shows_hostile_words_literally():
    deck = briefing("members.title-<script>alert(1)</script>")
    page = deck_html(deck.slides, BASE, linked=Linked("assets/", "data/geo/"))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_the_description_names_every_view_with_its_parameters():
    described = open_api(BASE, loaded(), lambda view: ask(Link(view)).parameters)
    asked = described["paths"]["/data/views/casualties.csv"]["get"]["parameters"]
    assert {"whose", "claim", "asof"} <= {p["name"] for p in asked}
    assert "/data/claims.parquet" in described["paths"]
    assert described["openapi"].startswith("3.1")
    assert json.loads(json.dumps(described)) == described


def test_a_link_without_a_view_is_none_of_ours():
    assert read_link("https://elsewhere.example/unknown").view == "unknown"
    assert Link("").text == "/"


def test_a_row_of_a_data_file_is_quoted_nowhere(dataset):
    files = set(dataset.sources[dataset.sources["kind"] == "dataset"]["source_id"])
    rows = dataset.claims[dataset.claims["source_id"].isin(files)]
    claim = rows[rows["words"].str.contains(",deaths,", regex=False)].iloc[0]
    shown = slide(f"/casualties?claim={claim['claim_id']}")
    feed = claims_feed(loaded(), BASE, claim["said_on"] - pd.Timedelta(days=1)).decode()
    head = json.dumps(head_of(shown, "", BASE).linked_data)
    page = deck_html([shown], BASE)
    for text in (feed, head, page):
        assert ",deaths," not in text
    assert claim_number(claim) in head
