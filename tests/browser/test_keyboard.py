"""The three journeys with the keyboard alone: explore, share, present."""

import re

import pytest
from playwright.sync_api import Page, expect

FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const box = at.getBoundingClientRect();
  // Streamlit frames the field around an input; anything else has an outline of its own.
  const outlined = (e, style = getComputedStyle(e)) =>
    style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  let framed = outlined(at);
  const field = at.matches('input, textarea, [role=slider], [role=combobox], [role=radio]');
  for (let e = at, steps = 0; field && e && steps < 6; e = e.parentElement, steps += 1) {
    const style = getComputedStyle(e);
    framed ||= outlined(e) || style.boxShadow !== 'none' || (steps > 0
      && e.matches(':focus-within') && parseFloat(style.borderTopWidth) > 0);
  }
  const label = at.getAttribute('aria-label') || at.innerText || at.tagName;
  return {
    name: label.replace(/\\s+/g, ' ').trim().slice(0, 200), tag: at.tagName, framed,
    href: at.getAttribute('href'),
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""


def tab_to(page: Page, name: str, *, at_most: int = 120, key: str = "Tab") -> dict:
    """Press Tab until the element of this name has the focus, seen at every step."""
    passed = []
    for _ in range(at_most):
        page.keyboard.press(key)
        focus = page.evaluate(FOCUS)
        if focus is None:
            continue
        passed.append(focus["name"][:40])
        assert focus["inside"], f"the focus is out of sight: {focus}"
        assert focus["framed"], f"the focus cannot be seen: {focus}"
        if re.search(name, focus["name"]):
            return focus
    raise AssertionError(f"Tab does not reach {name!r}; it passed {passed}")


def test_an_analyst_explores_without_a_mouse(visit):
    seen = visit("/")
    page = seen.page
    tab_to(page, "^Skip to main content", at_most=1)
    page.keyboard.press("Enter")
    tab_to(page, "^balance Compare the claims, and open each one")
    page.keyboard.press("Enter")
    page.wait_for_url("**/casualties*")
    seen.settle()
    tab_to(page, "^Open a claim")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**claim=*")
    seen.settle()
    expect(page.get_by_text("Source", exact=True)).to_be_visible()
    for _ in range(20):
        source = tab_to(page, ".")
        if source["tag"] == "A" and source["href"].startswith("http"):
            break
    assert source["href"].startswith("http")
    tab_to(page, "^format_quote Cite")
    page.keyboard.press("Enter")
    cite = page.get_by_role("dialog", name="Cite the source")
    expect(cite.locator("code")).to_be_visible()
    page.keyboard.press("Escape")
    expect(cite).to_be_hidden()
    page.go_back()
    seen.settle()
    assert "claim=" not in page.url


def test_a_journalist_shares_a_view_without_a_mouse(visit):
    seen = visit("/members?country=KAZ")
    page = seen.page
    tab_to(page, "^share Share")
    page.keyboard.press("Enter")
    opened = page.get_by_role("dialog", name="Share this view")
    link = opened.locator("code").first
    expect(link).to_be_visible()
    seen.settle()
    tab_to(page, "^stays up to date", at_most=3)
    page.keyboard.press("ArrowRight")
    page.keyboard.press(" ")
    expect(link).to_contain_text("country=KAZ&asof=")
    seen.settle()
    address = link.inner_text()
    page.keyboard.press("Escape")
    expect(opened).to_be_hidden()
    other = visit(address.removeprefix(seen.url), width=390, height=844)
    expect(other.page.get_by_role("heading", name="Kazakhstan")).to_be_visible()


def test_what_a_button_opens_takes_the_focus_and_gives_it_back(visit):
    seen = visit("/casualties?claim=us-officials-2022-03-10-ukr-mil-killed")
    page = seen.page
    within = "() => document.querySelector('[role=dialog]')?.contains(document.activeElement)"
    for name in ("Share", "Known on", "Cite"):
        button = page.get_by_role("button", name=name).last
        button.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("dialog")).to_be_focused()
        seen.settle()
        for _ in range(12):
            page.keyboard.press("Tab")
            assert page.evaluate(within), f"Tab leads out of what {name} opens"
        # The calendar of a date takes the first one.
        for _ in range(2 if name == "Known on" else 1):
            page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(button).to_be_focused()
        # It keeps it, too, when the page has come to rest.
        page.wait_for_timeout(300)
        expect(seen.settle().page.get_by_role("button", name=name).last).to_be_focused()


def test_a_day_of_knowledge_is_typed_and_the_focus_comes_back(visit):
    seen = visit("/members")
    page = seen.page
    tab_to(page, "^history Known on")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_focused()
    tab_to(page, "^year, Day", at_most=3)
    page.keyboard.type("20221231")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.wait_for_url("**/members?asof=2022-12-31")
    expect(page.get_by_text("You are reading what was known on 31 December 2022")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("button", name="Known on")).to_be_focused()


def without_letters(deck: Page) -> None:
    """Turn a deck's single letters off by keys, and see that they do nothing any more (2.1.4)."""
    tab_to(deck, "^Keys")
    deck.keyboard.press("Enter")
    tab_to(deck, "^INPUT", at_most=2)
    deck.keyboard.press(" ")
    deck.keyboard.press("Escape")
    for again in (False, True):
        if again:
            deck.reload()
            deck.wait_for_selector("html[data-ready=yes]", state="attached")
        for key in ("s", "?", "n", "h"):
            deck.keyboard.press(key)
            expect(deck.get_by_role("dialog")).to_have_count(0)
        here = deck.url
        assert here.endswith(",keys=off")
        deck.keyboard.press("ArrowRight")
        expect(deck).not_to_have_url(here)


def test_the_letters_of_the_timeline_can_be_turned_off(visit):
    seen = visit("/statements")
    page = seen.page
    tab_to(page, "^Keys F, P, N, L")
    page.keyboard.press(" ")
    page.wait_for_url("**/statements?keys=off")
    seen.settle()
    page.evaluate(
        """() => new MutationObserver(() => { window.ran = true; }).observe(
          document.querySelector('[data-testid=stApp]'),
          { attributeFilter: ['data-test-script-state'] })"""
    )
    # A field takes letters for itself: from a button they would be heard.
    tab_to(page, "^Help for Keys", at_most=2)
    # The letter r is Streamlit's own, and would run the page again.
    for key in "nlfpr":
        page.keyboard.press(key)
    tab_to(page, "Next", key="Shift+Tab", at_most=4)
    page.wait_for_timeout(500)
    assert page.evaluate("() => window.ran") is None
    page.keyboard.press("Enter")
    page.wait_for_url("**/statements?keys=off&statement=jiang-2001-06-15-concept")
    seen.settle()
    # Off is off in what a link on the page leads to as well.
    page.get_by_role("link", name="Permalink").click()
    page.wait_for_url("**/statements?keys=off&statement=*")


def test_an_officer_presents_without_a_mouse(visit):
    seen = visit("/briefing?deck=casualty-claims")
    page = seen.page
    tab_to(page, "^play_arrow Present$")
    with page.context.expect_page() as opening:
        page.keyboard.press("Enter")
    deck = opening.value
    deck.wait_for_selector("html[data-ready=yes]", state="attached")
    first = deck.locator(".slide.here h2").inner_text()
    deck.keyboard.press("ArrowRight")
    expect(deck.locator(".slide.here h2")).not_to_have_text(first)
    deck.keyboard.press("s")
    says = deck.get_by_role("dialog", name="Says who?")
    expect(says).to_be_visible()
    source = tab_to(deck, ".", at_most=4)
    assert source["href"].startswith("http")
    deck.keyboard.press("Escape")
    expect(says).to_be_hidden()
    # The bar that touch uses comes up for Tab as well, and gives its place back.
    for name in ("Previous", "Says who", "Notes", "Keys", "Next"):
        tab_to(deck, f"^{name}", at_most=2)
    deck.keyboard.press("Enter")
    without_letters(deck)
    deck.close()
    tab_to(page, "^download PowerPoint")
    with page.expect_download() as kept:
        page.keyboard.press("Enter")
    assert "casualty-claims" in kept.value.suggested_filename


@pytest.mark.parametrize("path", ["/members", "/statements"])
def test_no_view_holds_the_keyboard_fast(visit, path):
    page = visit(path).page
    for _ in range(200):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None:
            return
    raise AssertionError(f"after 200 steps the focus is still on {focus}")


def test_a_country_opens_by_keyboard_alone(visit):
    seen = visit("/members")
    tab_to(seen.page, "^Country")
    seen.page.keyboard.type("Kazakh")
    expect(seen.page.get_by_role("option").first).to_contain_text("Kazakhstan")
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_url("**country=KAZ*")
    seen.settle()
    expect(seen.page.get_by_role("heading", name="Kazakhstan")).to_be_visible()
