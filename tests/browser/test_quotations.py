"""Statements in a real Chromium: keys, drags, numbers, and text shown as it is."""

import csv
import shutil
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.conftest import ROOT, start_server

HOSTILE = (
    "**bold** _it_ $x^2$ :red[red] :material/home: [link](javascript:alert(1)) # head `code` "
    "<img src=x onerror=alert(1)><script>alert(1)</script> &amp; 😀🇨🇳 \\ | ~~gone~~ 1. "
)
RIGHT_TO_LEFT = "ما از صلح سخن می‌گوییم ❮نه جنگ❯"
LONG = (HOSTILE * 40)[:4990] + "THE END 5k"


def test_keys_step_through_the_statements(visit):
    seen = visit("/statements")
    expect(seen.page.get_by_role("button", name="Next")).to_be_visible()
    seen.page.keyboard.press("n")
    seen.page.wait_for_url("**statement=jiang-2001-06-15-concept*")
    seen.settle()
    seen.page.keyboard.press("l")
    seen.page.wait_for_url("**statement=xi-putin-2026*")
    seen.settle()
    seen.page.keyboard.press("f")
    seen.page.wait_for_url("**statement=jiang-2001-06-15-concept*")


def test_a_drag_over_the_years_narrows_the_period(visit):
    seen = visit("/statements")
    bars = seen.page.locator(".st-key-years .barlayer .point")
    expect(bars.first).to_be_attached()
    box = seen.page.locator(".st-key-years").bounding_box()
    y = box["y"] + box["height"] / 2
    seen.page.mouse.move(box["x"] + box["width"] * 0.5, y)
    seen.page.mouse.down()
    seen.page.mouse.move(box["x"] + box["width"] * 0.7, y, steps=8)
    seen.page.mouse.up()
    seen.page.wait_for_url("**from=201*to=201*")
    seen.settle()
    expect(seen.page.get_by_role("button", name="Whole period")).to_be_visible()


def test_a_click_on_a_number_looks_closer(visit):
    seen = visit("/statements")
    number = seen.page.locator(".st-key-timeline .textpoint text").nth(10)
    number.scroll_into_view_if_needed()
    box = number.bounding_box()
    seen.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    seen.page.wait_for_url("**from=*to=*country=*")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path",
    ["/statements?statement=xi-2022-09-15-stability", "/article?passage=new-york-times-figure"],
)
def test_axe_finds_nothing_serious_on_a_card(visit, path, scheme):
    report = Axe().run(visit(path, scheme=scheme).page)
    grave = [
        (found["id"], [node["html"][:160] for node in found["nodes"][:4]])
        for found in report.response["violations"]
        if found["impact"] in {"serious", "critical"}
    ]
    assert not grave


@pytest.fixture(scope="module")
def planted(tmp_path_factory) -> Iterator[str]:
    """Serve a copy of the dashboard with hostile statements."""
    folder = tmp_path_factory.mktemp("copy")
    for name in ("components", "data", "dashboard.py", ".streamlit"):
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, folder / name)
    path = folder / "data" / "statements.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for name, text, original in (
        ("planted-markdown", HOSTILE.strip(), RIGHT_TO_LEFT),
        ("planted-long", LONG, ""),
    ):
        row = {**rows[-1], "statement_id": name, "text": text, "original_text": original}
        rows.append({**row, "original_language": "fa", "claim_id": "", "speaker": "<b>S</b> *x*"})
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    process, url = start_server(folder=folder)
    yield url
    process.terminate()
    process.wait(10)


@pytest.mark.parametrize(
    ("statement", "texts"),
    [
        ("planted-markdown", [HOSTILE.strip(), RIGHT_TO_LEFT]),
        ("planted-long", [LONG]),
    ],
)
def test_any_text_is_shown_literally_and_does_nothing(planted, chromium, statement, texts):
    page = chromium.new_page()
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(f"{planted}/statements?statement={statement}")
    card = page.locator(".st-key-statement-card")
    expect(card).to_be_visible(timeout=60_000)
    # The word joiner that parts a code from its colon cannot be seen.
    shown = " ".join(card.inner_text().replace("\u2060", "").split())
    for text in texts:
        assert " ".join(text.split()) in shown
    assert "<b>S</b> *x*" in shown
    assert card.locator("img, script, h1, code:not(pre code), .katex").count() == 0
    assert card.locator("a[href^=javascript]").count() == 0
    assert dialogs == []
    sideways = "() => document.documentElement.scrollWidth - innerWidth"
    assert page.evaluate(sideways) <= 1
    page.close()
