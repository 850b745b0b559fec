"""Links as a chat, a script and another site see them."""

import html
import io
import json
import random
import re
import time
import zipfile
from pathlib import Path
from urllib.parse import quote

import httpx
import pandas as pd
import pytest
from PIL import Image
from pptx import Presentation

from components.answers.briefing import headline, slide_of
from components.deck import Item
from components.exports.file_names import deck_file_name
from components.figures.wording import day
from components.link import read_link
from components.server import unfurl
from tests.answers.test_links import hostile
from tests.http.test_server import PAGES
from tests.links import ask, briefing, loaded
from tests.serving import once_warm

FILES = ["/export/deck.pptx", "/export/deck.html", "/export/data.zip"]


def get(server: str, address: str, *, told: bool = False, **options) -> httpx.Response:
    return once_warm(lambda: httpx.get(f"{server}{address}", timeout=60, **options), told=told)


def content_of(page: str, name: str) -> str:
    found = re.search(rf'<meta (?:name|property)="{name}" content="([^"]*)"', page)
    assert found, f"no {name}"
    return html.unescape(found[1])


OWN = {
    "": "country=KAZ",
    "members": "country=KGZ&on=2010-01-01",
    "compare": "indicator=gdp_current_usd&state=CHN&state=IND",
    "relations": "a=IND&b=RUS",
    "votes": "resolution=ES-11/1",
    "meetings": "year=2022",
    "casualties": "whose=UKR&population=civilian&measure=killed",
    "statements": "statement=modi-2022-09-16-not-an-era-of-war",
    "readouts": "meeting=2022-09-15-xi-putin",
    "article": "finding=paraphrase",
    "soundness": "rule=falls",
    "briefing": "deck=samarkand",
    "since": "since=2022-09-16",
    "downloads": "asof=2022-09-15",
    "about": "asof=2022-09-15",
}
"""Parameters of each view's own."""


@pytest.mark.parametrize("view", PAGES)
def test_the_link_of_a_view_unfurls_with_its_own_title_sentence_and_picture(ask_app, view):
    default = ask_app("/card.png").content
    for query in ("", "asof=2022-09-15", OWN[view]):
        link = f"/{view}{'?' if query else ''}{query}"
        answer = ask_app(link)
        assert answer.status_code == 200
        page, shown = answer.text, ask(read_link(link))
        slide = slide_of(1, Item(read_link(link)), None, lambda _, shown=shown: shown)
        finding = headline(shown, slide.row)
        assert content_of(page, "og:title") == content_of(page, "twitter:title") == finding
        assert f"<title>{html.escape(finding)} · SCO Observatory</title>" in page
        said = content_of(page, "og:description")
        assert said == content_of(page, "description") == content_of(page, "twitter:description")
        known = "15 September 2022" if "asof" in query else day(shown.data.reviewed_on)
        assert f"Known on {known}" in said
        assert "Source: none" not in said or shown.rows.empty
        assert 60 < len(said) <= 420
        canonical = html.unescape(re.search(r'<link rel="canonical" href="([^"]*)"', page)[1])
        assert canonical == content_of(page, "og:url") == f"http://sco.example{link}"
        described = json.loads(re.search(r'ld\+json">(.*?)</script>', page, re.S)[1])
        assert described[0]["@type"] == "Dataset"
        assert described[0]["url"] == canonical
        assert described[0]["name"] == finding
        for file in described[0]["distribution"]:
            rows = ask_app(file["contentUrl"].removeprefix("http://sco.example"))
            assert rows.headers["content-type"].startswith(file["encodingFormat"])
        assert content_of(page, "og:image").startswith("http://sco.example/card.png?view=/")
        if query == "asof=2022-09-15" and OWN[view] == query:
            continue
        picture = ask_app(content_of(page, "og:image").removeprefix("http://sco.example"))
        assert picture.headers["content-type"] == "image/png"
        assert Image.open(io.BytesIO(picture.content)).size == (1200, 630)
        assert len(picture.content) < 300_000
        assert picture.content != default


SLOW = 10
"""Seconds that an answer takes which is given up after a twentieth of one."""


def test_tags_and_pictures_that_take_too_long_give_way_to_the_default(ask_app, monkeypatch):
    ask_app("/members")
    monkeypatch.setattr(unfurl, "SECONDS", 0.05)
    monkeypatch.setattr(unfurl, "slide_for", lambda _: time.sleep(SLOW))
    unfurl._head.cache_clear()
    unfurl._picture.cache_clear()
    begun = time.monotonic()
    page = ask_app("/members?country=TJK").text
    assert content_of(page, "og:title") == "SCO Observatory"
    picture = ask_app("/card.png?view=/members&country=TJK").content
    assert picture == ask_app("/card.png").content
    assert time.monotonic() - begun < SLOW, "it waited for what takes too long"


def test_an_answer_that_breaks_leaves_the_page_and_its_default_tags(ask_app, monkeypatch):
    def broken(_):
        raise ValueError("no such thing")

    monkeypatch.setattr(unfurl, "slide_for", broken)
    unfurl._head.cache_clear()
    answer = ask_app("/members?country=UZB")
    assert answer.status_code == 200
    assert content_of(answer.text, "og:title") == "SCO Observatory"


def test_the_page_still_starts_streamlit(server):
    page = get(server, "/casualties?whose=UKR").text
    assert '<div id="root"></div>' in page
    assert page.count("<title>") == 1


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?view=",
        "?view=/nowhere",
        "?view=/../../etc/passwd",
        "?view=/casualties&whose=%3Cscript%3E",
        "?view=/members&asof=9999-99-99",
        "?view=/casualties&" + "q=" + "x" * 5000,
        *(f"?view=/{view}&asof=%F0%9F%92%A5" for view in PAGES),
    ],
)
def test_a_hostile_query_draws_the_default_picture(ask_app, query):
    answer = ask_app(f"/card.png{query}")
    assert answer.status_code == 200
    assert answer.content == ask_app("/card.png?view=/nowhere").content
    assert answer.content != ask_app("/card.png?view=/").content


def test_marks_that_chats_add_do_not_change_what_unfurls(server):
    page = get(server, "/members?country=KGZ&utm_source=chat&fbclid=1", told=True).text
    assert content_of(page, "og:url") == f"{server}/members?country=KGZ"
    page = get(server, "/members?deck=today&country=KGZ", told=True).text
    assert content_of(page, "og:url") == f"{server}/members?country=KGZ"


def test_a_host_that_is_none_does_not_get_into_the_page(server):
    page = get(server, "/members", headers={"Host": 'x"><script>'})
    assert page.status_code in (200, 400)
    assert 'x"><script>' not in page.text


def test_only_an_embed_page_may_be_framed_by_others(server):
    def frames(address: str) -> str:
        policy = get(server, address).headers["content-security-policy"]
        return policy.split("frame-ancestors")[1].split(";")[0].strip()

    assert frames("/members?embed=1") == "*"
    assert frames("/members") == "'self'"
    assert frames("/briefing?present=1&deck=today") == "'self'"
    assert frames("/members?embed=10") == "'self'"


@pytest.mark.parametrize(
    "address",
    ["/members?embed=1", "/members?embed=1&on=x", "/members", "/briefing?present=1&deck=members"],
)
def test_who_asks_for_the_head_of_a_page_gets_the_headers_of_the_page(server, address):
    page = get(server, address, told=True)
    head = once_warm(lambda: httpx.head(f"{server}{address}", timeout=60))
    assert head.status_code == page.status_code
    assert head.content == b""
    for name in ("content-security-policy", "content-type", "content-length", "cache-control"):
        assert head.headers.get(name) == page.headers.get(name), name


@pytest.mark.parametrize(
    ("address", "status", "named"),
    [
        ("/members?embed=1&on=x", 404, "on = “x” is not a date"),
        ("/members?embed=1&onn=2010-01-01", 200, "onn = “2010-01-01” is not a parameter"),
        ("/briefing?present=1&deck=members~zzz", 200, "deck = “zzz” is not a view"),
        ("/briefing?present=1&deck=samarkand~<b>", 200, "deck = “&lt;b&gt;” is not a view"),
        ("/briefing?present=1&deck=members&asof=x", 200, "asof = “x” is not a date"),
        ("/briefing?present=1&deck=members.on-x", 200, "slide 1, members: on-x” is not a date"),
    ],
)
def test_a_page_without_controls_names_what_it_ignored(server, address, status, named):
    answer = get(server, address)
    assert answer.status_code == status
    assert "Part of this link was ignored" in answer.text
    assert named in answer.text


def test_a_page_without_controls_says_nothing_where_nothing_was_ignored(server):
    for address in ("/briefing?present=1&deck=members", "/members?embed=1&deck=votes"):
        assert "ignored" not in get(server, address).text.replace(".ignored", "")
    assert "This deck is empty" in get(server, "/briefing?present=1").text


def test_an_embed_page_holds_one_chart_its_source_and_its_day(server):
    page = get(server, "/members?embed=1&asof=2022-09-15").text
    assert page.count('class="chart"') == 1
    assert "Sources:" in page
    assert "Known on 15 September 2022" in page
    assert f"{server}/members?asof=2022-09-15" in page
    assert get(server, "/members?embed=1&asof=x").status_code == 404


@pytest.mark.parametrize("deck", ["samarkand", "casualties.whose-UKR~members"])
@pytest.mark.parametrize("path", FILES)
def test_every_file_of_a_deck_is_a_plain_address(server, path, deck):
    answer = get(server, path, params={"deck": deck, "asof": "2023-01-01"})
    assert answer.status_code == 200
    # The name that the page's button gives.
    rewound = briefing(deck, asof="2023-01-01")
    name = deck_file_name(rewound, Path(path).suffix)
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert ("samarkand" in name) == (deck == "samarkand")
    assert name.endswith(f"-known-on-2023-01-01{Path(path).suffix}")
    if path.endswith("pptx"):
        slides = Presentation(io.BytesIO(answer.content)).slides
        assert (
            "Known on: 2023-01-01" in slides[1].notes_slide.notes_text_frame.text
            or len(slides) == 2
        )
        assert all("Known on: 202" in s.notes_slide.notes_text_frame.text for s in slides)
    elif path.endswith("zip"):
        assert "SOURCES.md" in zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    tag = {"If-None-Match": answer.headers["etag"]}
    if not path.endswith("pptx"):
        again = get(server, path, params={"deck": deck, "asof": "2023-01-01"}, headers=tag)
        assert again.status_code == 304


def test_a_table_is_filtered_and_rewound_by_its_address(server):
    raw = get(server, "/data/claims.csv?whose=UKR&asof=2022-12-31").content
    rows = pd.read_csv(io.BytesIO(raw), keep_default_na=False)
    assert set(rows["whose"]) == {"UKR"}
    assert rows["said_on"].max() <= "2022-12-31"
    assert len(rows) > 20
    as_json = get(server, "/data/claims.json?whose=UKR&asof=2022-12-31").json()
    assert [row["claim_id"] for row in as_json] == list(rows["claim_id"])
    parquet = get(server, "/data/claims.parquet?whose=UKR&asof=2022-12-31").content
    assert list(pd.read_parquet(io.BytesIO(parquet))["claim_id"]) == list(rows["claim_id"])


def test_what_a_licence_forbids_is_left_out_and_says_so(server):
    answer = get(server, "/data/indicators.csv")
    assert int(answer.headers["x-withheld-rows"].split(";")[0]) > 0
    assert "owid-sipri-milex" not in answer.text
    archive = zipfile.ZipFile(io.BytesIO(get(server, "/data/all.zip").content))
    assert b"owid-sipri-milex" not in archive.read("indicators.csv")


def test_every_address_of_the_description_answers_and_names_the_data_version(server):
    described, version = get(server, "/openapi.json").json(), loaded().version
    assert described["info"]["version"] == version
    assert len(described["paths"]) > 60
    for path, methods in described["paths"].items():
        needed = [p for p in methods["get"]["parameters"] if p.get("required")]
        answer = get(server, path, params={p["name"]: p["example"] for p in needed})
        assert answer.status_code == 200, path
        kind = next(iter(methods["get"]["responses"]["200"]["content"]))
        assert answer.headers["content-type"].startswith(kind), path
        assert answer.headers["x-data-version"] == version, path
        if kept_as := answer.headers.get("content-disposition"):
            assert f"-{version}" in kept_as, path


def test_no_hostile_query_makes_a_server_error(server):
    chance = random.Random(2022)
    paths = ["/", "/casualties", "/briefing", "/card.png", "/data/claims.csv", "/export/data.zip"]
    paths += ["/feeds/changes.atom", "/data/views/statements.json", "/since", "/members"]
    with httpx.Client(base_url=server, timeout=60) as client:
        for _ in range(60):
            path = chance.choice(paths)
            query = quote(hostile(chance).encode("utf-8", "replace"), safe="&=%;~+")
            extra = chance.choice(["", "&embed=1", "&present=1", "&view=/members"])
            # A cold server asks for patience, and only for that: any other failure stays one.
            answer = once_warm(lambda to=f"{path}?{query}{extra}": client.get(to))
            assert answer.status_code < 500, (path, query)
