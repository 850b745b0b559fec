"""A briefing in a real browser: presented with keys only, carried along, framed elsewhere."""

import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import expect

from components.exports.html.deck import deck_html
from components.exports.slides.bodies import RangeBody
from components.exports.slides.map_body import MapBody
from components.exports.slides.reading import body_of
from tests.links import briefing, loaded

DECKS = ["samarkand", "casualty-claims", "today"]
READY = "html[data-ready=yes]"
HERE = re.compile(r"\bhere\b")


@pytest.fixture
def page(server, chromium):
    """A fresh page that records what it asks for and what goes wrong."""
    context = chromium.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    page.asked, page.wrong = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda m: page.wrong.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    yield page
    context.close()


def outside(page, server: str) -> list[str]:
    return [url for url in page.asked if not url.startswith((server, "data:", "blob:"))]


def title(page) -> str:
    return page.locator(".slide.here h2").inner_text()


def test_present_is_driven_by_keys_alone(page, server):
    deck = briefing("samarkand")
    page.goto(f"{server}/briefing?deck=samarkand&present=1")
    page.wait_for_selector(READY, state="attached")
    assert page.locator("[data-testid=stApp]").count() == 0
    assert title(page) == deck.slides[0].title
    for key, place in [("ArrowRight", 1), (" ", 2), ("PageDown", 3), ("ArrowLeft", 2), ("End", 9)]:
        page.keyboard.press(key)
        assert title(page) == deck.slides[place].title
        assert page.url.endswith(f"#{place + 1}")
    page.keyboard.press("s")
    dialog = page.get_by_role("dialog", name="Says who?")
    expect(dialog).to_be_visible()
    assert dialog.get_by_role("link").count() > 0
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("n")
    notes = page.get_by_role("dialog", name="Presenter notes")
    expect(notes).to_contain_text("Known on: 2022-09-30")
    # It opens at its beginning, whatever takes the focus.
    expect(notes.get_by_role("heading")).to_be_in_viewport()
    page.keyboard.press("Escape")
    page.keyboard.press("h")
    expect(page.get_by_role("dialog", name="Keys")).to_contain_text("presenter notes")
    page.keyboard.press("Escape")
    page.keyboard.press("Home")
    assert title(page) == deck.slides[0].title
    assert outside(page, server) == []
    assert page.wrong == []


def test_a_bar_opens_by_keys_who_says_it(page, server):
    page.goto(f"{server}/briefing?deck=casualty-claims&present=1")
    page.wait_for_selector(READY, state="attached")
    bars = page.locator(".slide.here .bars button")
    claimant = bars.nth(1).locator(".name").inner_text().split(",")[0]
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(bars.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Says who?").locator("li.asked")).to_contain_text(
        claimant
    )


LETTERS = """() => {
  const slide = document.querySelector('.slide.here');
  const seen = (node) => node.getClientRects().length && !node.closest('dialog, .hint, .spoken');
  const own = (node) => [...node.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
  const body = slide.querySelector('.body');
  const foot = slide.querySelector('.foot').getBoundingClientRect().top;
  return {
    small: [...slide.querySelectorAll('*')].filter((n) => own(n) && seen(n))
      .map((n) => [parseFloat(getComputedStyle(n).fontSize), n.textContent.trim().slice(0, 40)]),
    over: body.scrollHeight - body.clientHeight,
    low: Math.max(...[...body.children].filter(seen)
      .map((n) => n.getBoundingClientRect().bottom)) - foot,
    wide: [...body.querySelectorAll('*')].filter(seen)
      .filter((n) => n.getBoundingClientRect().right > innerWidth + 1).length,
  };
}"""


@pytest.mark.parametrize("name", DECKS)
def test_every_slide_fits_a_projector_in_type_that_a_room_reads(page, server, name):
    page.goto(f"{server}/briefing?deck={name}&present=1")
    page.wait_for_selector(READY, state="attached")
    for _ in range(page.locator(".slide").count()):
        for part in ("h2", ".source", ".asof"):
            line = page.locator(f".slide.here {part}")
            box = line.bounding_box()
            assert box["y"] >= 0
            assert box["y"] + box["height"] <= 720
            assert line.evaluate("node => parseFloat(getComputedStyle(node).fontSize)") >= 28, part
            assert line.evaluate("node => node.scrollWidth <= node.clientWidth"), part
        found = page.evaluate(LETTERS)
        assert [text for size, text in found["small"] if size < 20] == [], title(page)
        assert found["over"] <= 1, title(page)
        assert found["low"] <= 1, title(page)
        assert found["wide"] == 0, title(page)
        page.keyboard.press("ArrowRight")
    assert page.wrong == []


def test_present_works_on_a_phone(chromium, server):
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(f"{server}/briefing?deck=casualty-claims&present=1")
    page.wait_for_selector(READY, state="attached")
    first = title(page)
    page.get_by_role("button", name="Next").tap()
    expect(page.locator(".slide").nth(1)).to_have_class(HERE)
    assert title(page) != first
    page.get_by_role("button", name="Says who?").tap()
    expect(page.get_by_role("dialog", name="Says who?")).to_be_visible()
    for name in DECKS:
        page.goto(f"{server}/briefing?deck={name}&present=1")
        page.wait_for_selector(READY, state="attached")
        for place in range(page.locator(".slide").count()):
            expect(page.locator(".slide").nth(place)).to_have_class(HERE)
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
            found = page.evaluate(LETTERS)
            assert found["wide"] == 0, title(page)
            # What a phone has no room for is scrolled to, and a line says that there is more.
            assert page.locator(".slide.here .hint").is_visible() == (found["over"] > 8)
            assert min(size for size, _ in found["small"]) >= 11, title(page)
            page.get_by_role("button", name="Next").tap()
    context.close()


SIZED = """() => [...document.querySelectorAll('.chart')]
  .map((chart) => [chart.layout.font.size, chart.layout.margin, chart.data.length])"""


def test_a_deck_is_ready_when_its_first_map_has_come_and_is_drawn_as_the_page_is_turned(
    page, server
):
    deck = f"{server}/briefing?deck=members~votes&present=1"
    upright = {"width": 390, "height": 844}
    page.set_viewport_size(upright)
    page.goto(deck)
    page.wait_for_selector(READY, state="attached")
    as_turned = page.evaluate(SIZED)
    page.set_viewport_size({"width": 1280, "height": 720})
    held = []
    page.route("**/data/geo/**", lambda route: held.append(route))
    page.reload()
    # Whatever needs no map could be drawn by now.
    page.wait_for_timeout(3000)
    expect(page.locator(".chart[data-drawn=begun]")).to_have_count(1)
    assert len(held) == 1
    assert page.locator(READY).count() == 0
    assert page.evaluate("document.querySelector('.chart').layout.font.size") != as_turned[0][0]
    page.set_viewport_size(upright)
    held[0].continue_()
    page.wait_for_selector(READY, state="attached")
    page.wait_for_function(
        "() => [...document.querySelectorAll('.chart')].every(c => c.dataset.drawn === 'done')"
    )
    assert page.evaluate(SIZED) == as_turned
    assert page.wrong == []


DRAWN = """() => [...document.querySelectorAll('.chart')].map((chart) => chart.querySelectorAll(
  '.main-svg .points path, .main-svg .js-line, .main-svg .choroplethlayer path, .main-svg .point'
).length)"""


@pytest.mark.parametrize("name", DECKS)
def test_the_file_opens_from_disk_without_a_network_and_draws_every_chart(chromium, tmp_path, name):
    deck = briefing(name)
    file = tmp_path / "briefing.html"
    file.write_text(deck_html(deck.slides, "https://observatory.example", deck.name), "utf-8")
    context = chromium.new_context(viewport={"width": 1280, "height": 720}, offline=True)
    page = context.new_page()
    asked, wrong = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(file.as_uri())
    page.wait_for_selector(READY, state="attached")
    assert [url for url in asked if not url.startswith(("data:", "blob:"))] == [file.as_uri()]
    # Every chart has marks of its own, and every list of claims a bar for each claim.
    marks = page.evaluate(DRAWN)
    bodies = [body_of(slide) for slide in deck.slides]
    lists = [len(body.bars) for body in bodies if isinstance(body, RangeBody)]
    assert len(marks) > 0 or name == "casualty-claims"
    assert all(marks), marks
    assert len(lists) > 0
    bars = "nodes => nodes.map(node => node.querySelectorAll('button .track i').length)"
    drawn = page.locator(".bars:has(button)").evaluate_all(bars)
    assert len(drawn) == len(lists)
    assert all(parts >= claims for parts, claims in zip(drawn, lists, strict=True))
    maps = page.locator(".map .choroplethlayer path").all()
    if any(isinstance(body, MapBody) for body in bodies):
        assert sum(len(shape.get_attribute("d") or "") > 50 for shape in maps) >= 25
    assert wrong == []
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") == len(deck.slides)
    # On an A4 sheet nothing runs into the foot or over the edge.
    page.set_viewport_size({"width": 1047, "height": 718})
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.wait_for_function(
        "() => [...document.querySelectorAll('.chart')].every(c => c.dataset.drawn === 'done')"
    )
    for slide in page.locator(".slide").all():
        foot = slide.locator(".foot").bounding_box()
        for part in slide.locator(".body > *:visible").all():
            box = part.bounding_box()
            assert box["y"] + box["height"] <= foot["y"] + 2
            assert box["x"] + box["width"] <= 1047 + 1
    context.close()


@pytest.fixture
def another_site(server, tmp_path):
    """Address of another origin, whose pages frame ours."""
    for name in ("members?embed=1", "members"):
        # An icon of its own, or the browser asks that site for one it does not have.
        head = '<!doctype html><head><link rel="icon" href="data:,"></head>'
        frame = f'{head}<iframe src="{server}/{name}" width="800" height="560"></iframe>'
        (tmp_path / f"{name.replace('?', '-')}.html").write_text(frame, "utf-8")
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://localhost:{site.server_port}"
        site.shutdown()


def test_one_chart_stands_in_another_sites_page(page, another_site):
    page.goto(f"{another_site}/members-embed=1.html")
    frame = page.frame_locator("iframe")
    expect(frame.locator(".chart .main-svg").first).to_be_attached(timeout=30_000)
    expect(frame.get_by_text("Sources:")).to_be_visible()
    assert page.wrong == []


def test_few_bars_leave_no_hole_and_the_rest_is_a_link_away(page, server):
    page.goto(f"{server}/casualties?whose=UKR&embed=1")
    page.wait_for_selector(READY, state="attached")
    title, bars, note, foot = (
        page.locator(part).first.bounding_box() for part in ("header", ".bars", ".more", ".foot")
    )
    for above, below in [(title, bars), (bars, note), (note, foot)]:
        assert below["y"] - above["y"] - above["height"] < 48
    door = page.get_by_role("link", name="more figures are in the data")
    with page.expect_popup() as full:
        door.click()
    expect(full.value).to_have_url(f"{server}/casualties?whose=UKR")


def test_the_dashboard_itself_does_not_stand_in_another_sites_page(page, another_site):
    with page.expect_event("console", lambda message: "frame-ancestors" in message.text):
        page.goto(f"{another_site}/members.html")


def test_share_gives_link_citation_code_and_a_place_in_a_deck(visit):
    seen = visit("/casualties?whose=UKR&deck=members")
    seen.page.get_by_role("button", name="Share").first.click()
    seen.settle()
    codes = seen.page.get_by_role("dialog").locator("code")
    expect(codes.first).to_have_text(f"{seen.url}/casualties?whose=UKR")
    seen.page.get_by_text("stays as it is today").click()
    seen.settle()
    expect(codes.first).to_contain_text("asof=20")
    seen.page.get_by_role("tab", name="BibTeX").click()
    expect(seen.page.get_by_text("@misc").first).to_be_visible()
    seen.page.get_by_text("QR code for the room").click()
    expect(seen.page.get_by_role("dialog").locator("img")).to_be_visible()
    seen.page.get_by_text("Add to the briefing (1 so far)").click()
    seen.page.wait_for_url("**/briefing?deck=members~casualties.whose-UKR*")
    assert seen.outside == []
    assert seen.errors == []


def test_a_deck_is_edited_in_the_link_and_back_undoes_it(visit):
    seen = visit("/briefing?deck=members~statements~casualties")
    seen.page.get_by_role("button", name="Drop").nth(1).click()
    seen.page.wait_for_url("**/briefing?deck=members~casualties")
    seen.settle()
    seen.page.get_by_role("button", name="Later").first.click()
    seen.page.wait_for_url("**/briefing?deck=casualties~members")
    seen.settle()
    seen.page.go_back()
    seen.page.wait_for_url("**/briefing?deck=members~casualties")
    seen.settle()
    box = seen.page.get_by_role("textbox", name="Add a view")
    box.fill("/statements?speaker=Narendra Modi")
    box.press("Enter")
    seen.page.wait_for_url("**statements.speaker-Narendra*")


@pytest.mark.parametrize(
    ("button", "end", "start"),
    [
        ("PowerPoint", ".pptx", b"PK"),
        ("One HTML file", ".html", b"<!doctype html>"),
        ("Data behind it", ".zip", b"PK"),
    ],
)
def test_one_click_takes_the_deck_along(visit, button, end, start):
    seen = visit("/briefing?deck=samarkand")
    with seen.page.expect_download() as kept:
        seen.page.get_by_role("button", name=button).click()
    # A file names the deck and the data version: it is read long after it was taken.
    stem = "samarkand-data" if end == ".zip" else "samarkand"
    assert kept.value.suggested_filename == f"sco-observatory-{stem}-{loaded().version}{end}"
    assert Path(kept.value.path()).read_bytes().startswith(start)


def test_present_opens_from_the_briefing_page(visit):
    seen = visit("/briefing?deck=today")
    with seen.page.context.expect_page() as opened:
        seen.page.get_by_role("link", name="Present").click()
    opened.value.wait_for_selector(READY, state="attached")
    assert "present=1" in opened.value.url
