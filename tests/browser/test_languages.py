"""Words in another language are marked with it, on pages, in decks and in tables (WCAG 3.1.2)."""

import pytest
from playwright.sync_api import expect

from tests.browser.languages import IN_THE_PAGES_LANGUAGE, IN_THEIR_DIRECTION, MARKED, TOLD
from tests.browser.looking import lasting

PAGES = [
    ("/statements?statement=putin-2022-09-15-balanced", {"ru", "zh"}),
    # A print in the language spoken, with the words that it lacks and adds.
    ("/statements?statement=zelenskyy-2025-09-23-china-nothing", {"uk"}),
    ("/casualties?claim=iran-government-2025-07-22-irn-all-killed", {"ar"}),
    ("/casualties?conflict=iran-israel-2025&whose=IRN", {"ar", "it", "mk", "ru"}),
    ("/casualties?claim=pak-security-2025-10-15-pak-mil-killed", {"de"}),
    ("/readouts?meeting=2025-09-02-xi-putin", {"zh"}),
    ("/about", {"pl", "ru"}),
]


@pytest.mark.parametrize(("path", "languages"), PAGES)
def test_words_in_another_language_are_marked_with_it(visit, path, languages):
    seen = visit(path)
    seen.page.wait_for_selector(TOLD, state="attached")
    expect(seen.page.locator("[data-testid=stMain] [lang]").first).to_be_attached()
    # The page marks what has come with its next frame.
    assert lasting(seen.page, lambda: seen.page.evaluate(IN_THE_PAGES_LANGUAGE)) == []
    assert lasting(seen.page, lambda: languages - set(seen.page.evaluate(MARKED))) == set()
    assert set(seen.page.evaluate(IN_THEIR_DIRECTION)) <= {"isolate", "plaintext"}
    assert not seen.errors


def test_a_claim_in_another_language_says_in_which(visit):
    seen = visit("/casualties?claim=iran-government-2025-07-22-irn-all-killed")
    expect(seen.page.get_by_text("Words in Arabic")).to_be_visible()


def test_the_mark_goes_with_the_words(visit):
    seen = visit("/readouts?meeting=2025-09-02-xi-putin")
    marked = seen.page.locator("em[lang=zh]").first
    expect(marked).to_be_visible()
    # Streamlit keeps an element and gives it other words.
    held = marked.element_handle()
    held.evaluate("(e) => { e.firstChild.nodeValue = 'Said in English by somebody else'; }")
    seen.page.wait_for_function("(e) => !e.hasAttribute('lang')", arg=held)


def test_a_quotation_set_alone_keeps_its_language(server, chromium):
    page = chromium.new_page()
    page.goto(f"{server}/statements?statement=putin-2022-09-15-balanced&embed=1")
    expect(page.locator(".original [lang=ru]")).to_be_visible()
    assert lasting(page, lambda: page.evaluate(IN_THE_PAGES_LANGUAGE)) == []
    page.close()
