"""Members, votes, relations and meetings as an analyst uses them: by clicks and by keyboard."""

import re
import time

from playwright.sync_api import expect

from tests.browser.looking import click_where, wait_for_lines
from tests.browser.test_every_view import has_colours

TWO_MINUTES = 120


def test_who_voted_against_and_how_much_of_their_trade_is_with_russia(visit):
    """The analyst's question, from the front page, by clicks alone."""
    started = time.monotonic()
    seen = visit("/")
    seen.page.get_by_role("button", name="The SCO", exact=True).click()
    seen.page.get_by_role("menuitem", name="Votes").click()
    seen.page.wait_for_url("**/votes*")
    seen.settle()
    click_where(
        seen.page.locator(".ytick text", has_text="ES-11/1 "),
        seen.page.locator(".xtick text", has_text="CHN").first,
    )
    seen.page.wait_for_url("**resolution=ES-11*")
    seen.settle()
    expect(
        seen.page.get_by_role("heading", name=re.compile("2 against, 7 abstained"))
    ).to_be_visible()
    table = seen.page.locator("[data-testid=stDataFrame]").first
    expect(table).to_be_visible()
    said = table.locator("table").first.text_content()
    for words in ("Belarus", "Against", "India", "Abstained", "10% (2023)", "24% (2023)"):
        assert words in said, words
    assert time.monotonic() - started < TWO_MINUTES
    link = seen.page.get_by_role("link", name="Record and text")
    assert link.get_attribute("href").startswith("https://digitallibrary.un.org/record/")


def test_a_mark_in_the_matrix_opens_its_resolution(visit):
    seen = visit("/votes")
    seen.page.locator(".stPlotlyChart .scatterlayer .point").first.click(force=True)
    seen.page.wait_for_url("**resolution=*")
    seen.settle()
    expect(seen.page.get_by_role("link", name="Permalink")).to_be_visible()


def test_a_square_of_the_agreement_matrix_leads_to_the_relation(visit):
    seen = visit("/votes")
    seen.page.locator(".stPlotlyChart").nth(1).locator(".point").nth(1).click(force=True)
    seen.page.wait_for_url("**pair=*")
    seen.settle()
    seen.page.get_by_role("link", name=re.compile("who needs whom")).click()
    seen.page.wait_for_url("**/relations?*a=*")
    seen.settle()
    expect(seen.page.get_by_role("heading").first).to_be_visible()


def test_the_time_machine_steps_by_button_and_by_keyboard(visit):
    seen = visit("/members")
    seen.page.get_by_role("button", name="Previous change").click()
    seen.page.wait_for_url("**on=2025-09-01*")
    seen.settle()
    expect(seen.page.get_by_text("Dialogue partner → SCO partner (14)").first).to_be_visible()
    expect(
        seen.page.get_by_role("link", name=re.compile("Trend: SCO member states"))
    ).to_be_visible()
    expect(seen.page.get_by_role("link", name=re.compile("24.kg"))).to_be_visible()
    slider = seen.page.get_by_role("slider").first
    slider.focus()
    seen.page.keyboard.press("ArrowLeft")
    seen.page.wait_for_url("**on=2024-07-04*")
    seen.settle()
    expect(
        seen.page.get_by_role("heading", name=re.compile("10 members, 2 observers"))
    ).to_be_visible()
    seen.page.go_back()
    seen.page.wait_for_url("**on=2025-09-01*")


def test_play_goes_on_only_while_it_is_on(visit):
    seen = visit("/members?on=2001-06-15")
    seen.page.wait_for_timeout(3000)
    assert "on=2001-06-15" in seen.page.url
    seen.page.get_by_text("Play", exact=True).click()
    seen.page.wait_for_url("**on=2004-06-17*", timeout=90_000)
    seen.page.wait_for_url("**on=2005-07-05*", timeout=90_000)
    seen.page.get_by_text("Play", exact=True).click()
    switched_off = seen.page.url
    seen.settle()
    # A step that was under way may still come, but no second one, and then none.
    days = [switched_off]
    for _ in range(3):
        seen.page.wait_for_timeout(2500)
        days.append(seen.settle().page.url)
    assert len(set(days)) <= 2
    assert days[-2] == days[-1]


def test_borders_are_chosen_in_the_link_and_stand_in_the_legend(visit):
    seen = visit("/members")
    seen.page.get_by_text("De facto", exact=True).click()
    seen.page.wait_for_url("**borders=de-facto*")
    seen.settle()
    expect(seen.page.locator(".legendtext", has_text="De facto (Natural Earth)")).to_be_visible()
    wait_for_lines(seen.page, ".stPlotlyChart .choroplethlayer path", longer=50, at_least=20)
    assert seen.outside == []
    assert seen.errors == []


def test_journeys_are_drawn_flat_and_on_a_globe(visit):
    for path in ("/meetings", "/meetings?earth=globe"):
        seen = visit(path)
        canvas = seen.page.locator("[data-testid=stDeckGlJsonChart] canvas").first
        expect(canvas).to_be_visible()
        for _ in range(240):
            if has_colours(canvas.screenshot(), 40):
                break
            seen.page.wait_for_timeout(250)
        else:
            raise AssertionError(f"the canvas of {path} stayed blank")
        assert seen.outside == []
        assert seen.errors == []


def test_a_country_leads_on_to_everything_held_on_it(visit):
    page = visit("/members?country=KAZ&on=2022-09-15").page
    for words in ("Compare the members", "Who votes with whom", "On the map"):
        expect(page.get_by_role("link", name=words)).to_be_visible()
    expect(page.get_by_text("Kassym-Jomart Tokayev").first).to_be_visible()
