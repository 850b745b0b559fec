"""Every view in a real Chromium that reaches no other host."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import expect

from components.navigation import VIEWS
from tests.browser.looking import lasting, sideways, wait_for_lines

PATHS = ["/", *(f"/{path.stem}" for path in sorted(VIEWS.glob("*.py")) if path.stem != "overview")]


def has_colours(picture: bytes, at_least: int) -> bool:
    """Say whether a screenshot shows more than a blank ground."""
    image = Image.open(io.BytesIO(picture)).convert("RGB").resize((160, 100))
    return len({pixel for _, pixel in image.getcolors(160 * 100)}) >= at_least


@pytest.mark.parametrize("path", PATHS)
def test_a_view_asks_no_other_host_and_logs_no_error(visit, path):
    seen = visit(path)
    expect(seen.page.get_by_role("heading").first).to_be_visible()
    seen.page.wait_for_load_state("networkidle")
    assert seen.outside == []
    assert seen.errors == []


@pytest.mark.parametrize("path", ["/", "/members"])
def test_the_status_map_is_drawn(visit, path):
    shapes = ".stPlotlyChart .choroplethlayer path"
    wait_for_lines(visit(path).page, shapes, longer=50, at_least=25)


def test_disputed_areas_are_hatched_from_the_base_map(visit):
    hatching = ".stPlotlyChart .rivers path"
    wait_for_lines(visit("/members").page, hatching, longer=500, at_least=1)


def test_the_map_of_places_is_drawn(visit):
    page = visit("/statements").page
    canvas = page.locator("[data-testid=stDeckGlJsonChart] canvas").first
    expect(canvas).to_be_visible()
    canvas.scroll_into_view_if_needed()
    for _ in range(240):
        if has_colours(canvas.screenshot(), 40):
            return
        page.wait_for_timeout(250)
    pytest.fail("the canvas stayed blank")


def test_a_click_on_a_country_goes_into_the_link_and_back_takes_it_out(visit):
    seen = visit("/members")
    # China's shape comes first; its middle is China.
    seen.page.locator(".stPlotlyChart .choroplethlayer path").first.click(force=True)
    seen.page.wait_for_url("**/members?country=*")
    seen.settle()
    expect(seen.page.get_by_role("link", name="What its leaders said")).to_be_visible()
    seen.page.go_back()
    expect(seen.page).not_to_have_url(re.compile("country="))
    seen.settle()
    expect(seen.page.get_by_role("link", name="What its leaders said")).to_have_count(0)


def test_a_link_opens_the_same_view_for_somebody_else(visit):
    first = visit("/members")
    first.page.get_by_role("combobox", name=re.compile("Country")).click()
    first.page.get_by_role("option", name="Belarus").click()
    first.page.wait_for_url("**country=BLR*")
    first.settle()
    second = visit(first.page.url.removeprefix(first.url), width=390, height=844)
    expect(second.page.get_by_role("heading", name="Belarus")).to_be_visible()


def test_a_click_on_a_claim_opens_its_card(visit, dataset):
    seen = visit("/casualties")
    mark = seen.page.locator(".stPlotlyChart .scatterlayer .point").last
    mark.click(force=True)
    seen.page.wait_for_url("**claim=*")
    seen.settle()
    claim_id = seen.page.url.split("claim=")[1].split("&")[0]
    words = dataset.claims.set_index("claim_id").loc[claim_id, "words"]
    expect(seen.page.get_by_text(words[:30]).first).to_be_visible()


def test_a_tab_is_named_after_its_view(visit):
    page = visit("/casualties").page
    expect(page).to_have_title("Who says what · SCO Observatory")
    page.get_by_test_id("stTopNavLink").filter(has_text="Overview").click()
    expect(page).to_have_title("Overview · SCO Observatory")


def test_what_was_ignored_is_said(visit):
    page = visit("/casualties?whose=MARS&asof=never").page
    warning = page.locator("[data-testid=stAlert]").first
    expect(warning).to_contain_text("Part of this link was ignored")
    expect(warning).to_contain_text("MARS")
    expect(warning).to_contain_text("never")


def test_hostile_text_in_a_link_is_shown_and_does_nothing(visit):
    page = visit("/statements?q=<img src=x onerror=alert(1)>:red[x]$y$&speaker=**bold**").page
    expect(page.locator("[data-testid=stMain] img[src=x]")).to_have_count(0)
    expect(page.locator("[data-testid=stAlert] strong")).to_have_count(0)


@pytest.mark.parametrize("path", PATHS)
def test_a_phone_shows_a_view_without_scrolling_sideways(visit, path):
    """The dark scheme, and a window drawn narrow, are in ``test_access.py``."""
    page = visit(path, width=390, height=844).page
    assert lasting(page, lambda: sideways(page)) == []


@pytest.mark.parametrize(("scheme", "dark"), [("light", False), ("dark", True)])
def test_the_page_follows_the_readers_scheme(visit, scheme, dark):
    page = visit("/about", scheme=scheme).page
    ground = page.evaluate(
        "() => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
    )
    red = int(ground.split("(")[1].split(",")[0])
    assert (red < 100) is dark


def test_the_download_holds_the_rows_on_the_page(visit):
    seen = visit("/members?country=IND")
    with seen.page.expect_download() as waiting:
        seen.page.get_by_role("button", name="Download these 27 rows as CSV").click()
    lines = waiting.value.path().read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1 + 27
    assert lines[0].startswith("country,status,valid_from")


def test_the_menu_of_a_telephone_makes_way_for_the_page_that_was_chosen(visit):
    page = visit("/", width=390, height=844).page
    page.get_by_test_id("stExpandSidebarButton").click()
    menu = page.get_by_test_id("stSidebar")
    expect(menu).to_have_css("width", "300px")
    menu.get_by_test_id("stSidebarNavLink").filter(has_text="Votes").click()
    page.wait_for_url("**/votes")
    expect(page.get_by_test_id("stExpandSidebarButton")).to_be_visible()
    expect(menu).not_to_be_in_viewport()
