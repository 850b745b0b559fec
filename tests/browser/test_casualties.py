"""The casualties view as a reader uses it: by mouse, by keyboard, by link, and rewound."""

import re

import pytest
from playwright.sync_api import expect

ASKED = "/casualties?whose=UKR&population=military&measure=killed&to=2022-12-31"


def test_every_mark_opens_its_own_row(visit, dataset):
    seen = visit("/casualties?conflict=india-china-2020")
    marks = seen.page.locator(".stPlotlyChart .scatterlayer .trace .point")
    expect(marks.nth(2)).to_be_attached()
    count = marks.count()
    claims = dataset.claims.set_index("claim_id")
    opened = set()
    for place in range(0, count, 2):
        seen.page.locator(".stPlotlyChart .scatterlayer .trace .point").nth(place).click(force=True)
        seen.page.wait_for_function(
            "before => !before.includes(new URL(location).searchParams.get('claim'))",
            arg=[*opened, None],
        )
        seen.settle()
        claim_id = re.search(r"claim=([a-z0-9-]+)", seen.page.url).group(1)
        opened.add(claim_id)
        expect(
            seen.page.get_by_role("heading", name=claims.loc[claim_id, "claimant"]).last
        ).to_be_visible()
    assert len(opened) >= 3


def test_a_claim_opens_by_keyboard(visit):
    seen = visit(ASKED)
    box = seen.page.get_by_role("combobox", name=re.compile("Open a claim"))
    # A list closes when the page still scrolls to the field that opened it; typing opens it too.
    box.scroll_into_view_if_needed()
    box.focus()
    seen.page.keyboard.press("ArrowDown")
    seen.page.keyboard.type("Zaluzhnyi")
    # A long list is narrowed to what was typed.
    expect(seen.page.get_by_role("option").first).to_contain_text("Zaluzhnyi")
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_url("**claim=*zaluzhnyi*")
    seen.settle()
    expect(seen.page.get_by_text("heroes").first).to_be_visible()


def test_a_briefer_sees_each_claimants_words(visit):
    page = visit(ASKED).page
    words = page.get_by_role("listitem").filter(has_text=re.compile("Shoigu|Zaluzhnyi|Podolyak"))
    expect(words.first).to_be_visible()
    assert words.count() >= 3
    for place in range(words.count()):
        assert words.nth(place).get_by_role("link").get_attribute("href").startswith("http")


@pytest.mark.parametrize("path", ["/", "/members", "/casualties", "/statements", "/soundness"])
def test_a_rewound_view_says_so_and_the_navigation_keeps_the_day(visit, path):
    seen = visit(f"{path}?asof=2022-09-15")
    band = seen.page.locator("[data-testid=stAlert]").first
    expect(band).to_contain_text("You are reading what was known on 15 September 2022")
    seen.page.get_by_role("button", name="About", exact=True).click()
    seen.page.get_by_role("menuitem", name="About and sources").click()
    seen.page.wait_for_url("**/about?asof=2022-09-15")
    seen.settle()
    expect(seen.page.locator("[data-testid=stAlert]").first).to_contain_text("15 September 2022")


@pytest.mark.parametrize("chart", ["time", "drift"])
def test_the_other_pictures_are_drawn(visit, chart):
    seen = visit(f"/casualties?chart={chart}")
    points = seen.page.locator(".stPlotlyChart .scatterlayer .point")
    expect(points.first).to_be_attached()
    assert points.count() >= 4
    assert seen.outside == []
    assert seen.errors == []


def test_powers_of_ten_are_offered_where_the_spread_is_wide(visit):
    page = visit("/casualties?to=2022-09-30&from=2022-03-01").page
    expect(page.get_by_text("Powers of ten")).to_be_visible()
    page = visit("/casualties").page
    expect(page.get_by_text("Powers of ten")).to_have_count(0)


def test_the_picture_has_words_for_who_cannot_see_it(visit):
    page = visit(ASKED).page
    chart = "[data-testid=stPlotlyChart]"
    named = page.locator(f"{chart} [aria-label], {chart}[aria-label]")
    said = named.first.get_attribute("aria-label")
    assert re.search(r"\d+ claims? side by side", said)
    assert "times the lowest" in said


def test_the_question_stays_when_what_was_known_changes(visit):
    page = visit("/casualties").page
    field = page.get_by_role("combobox", name="Question")
    asked = field.input_value()
    assert "claims)" in asked
    page.get_by_role("button", name="Known on").click()
    year = page.get_by_role("dialog").get_by_role("spinbutton").first
    year.click()
    expect(year).to_be_focused()
    page.keyboard.type("20230315")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.wait_for_url(re.compile("asof=2023-03-15"))
    # The count in its words is that of the day; the question is the reader's.
    expect(field).not_to_have_value(asked)
    question = re.escape(asked.partition(" (")[0])
    expect(field).to_have_value(re.compile(rf"^{question} \("))
    page.get_by_text("Over time", exact=True).click()
    page.wait_for_url(re.compile("chart=time"))
    expect(page.get_by_text("This app has encountered an error")).to_have_count(0)
    assert "whose=RUS&" in f"{page.url}&"
