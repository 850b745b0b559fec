"""Statements in a real Chromium: keys, drags and numbers."""

from itertools import pairwise

from playwright.sync_api import expect


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
    seen.page.locator(".st-key-years").scroll_into_view_if_needed()
    box = seen.page.locator(".st-key-years").bounding_box()
    y = box["y"] + box["height"] / 2
    seen.page.mouse.move(box["x"] + box["width"] * 0.5, y)
    seen.page.mouse.down()
    seen.page.mouse.move(box["x"] + box["width"] * 0.7, y, steps=8)
    seen.page.mouse.up()
    seen.page.wait_for_url("**from=201*to=201*")
    seen.settle()
    expect(seen.page.get_by_role("button", name="Whole period")).to_be_visible()


def test_numbers_of_a_timeline_lie_apart_on_a_phone(visit):
    seen = visit("/statements", width=390)
    numbers = seen.page.locator(".st-key-timeline .textpoint text")
    expect(numbers.nth(30)).to_be_attached()
    lanes: dict[int, list[dict]] = {}
    for box in numbers.evaluate_all(
        """(numbers) => numbers.map((number) => {
          const { x, y, width, height } = number.getBoundingClientRect();
          return { x, y, width, height };
        })"""
    ):
        lanes.setdefault(round(box["y"] + box["height"] / 2), []).append(box)
    rows = [sorted(lane, key=lambda box: box["x"]) for lane in lanes.values()]
    assert sum(map(len, rows)) > 30
    gaps = [b["x"] - a["x"] - a["width"] for row in rows for a, b in pairwise(row)]
    assert min(gaps) > 4


def test_a_click_on_a_number_looks_closer(visit):
    seen = visit("/statements")
    seen.page.locator(".st-key-timeline .textpoint text").nth(10).click(force=True)
    seen.page.wait_for_url("**from=*to=*country=*")
