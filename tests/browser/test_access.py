"""For everyone: axe's rules on every view, and the keyboard alone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.test_every_view import PATHS

GRAVE = {"serious", "critical"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_serious(visit, path, scheme):
    page = visit(path, scheme=scheme).page
    report = Axe().run(page)
    grave = [
        (found["id"], [node["html"][:160] for node in found["nodes"][:4]])
        for found in report.response["violations"]
        if found["impact"] in GRAVE
    ]
    assert not grave


def test_a_country_opens_by_keyboard_alone(visit):
    seen = visit("/members")
    page = seen.page
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.getAttribute('role')") == "combobox":
            break
    page.keyboard.type("Kazakh")
    page.keyboard.press("Enter")
    page.wait_for_url("**country=KAZ*")
    seen.settle()
    expect(page.get_by_role("heading", name="Kazakhstan")).to_be_visible()
