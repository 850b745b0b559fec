"""How a page is looked at while a slow machine still draws it, without missing what is wrong."""

import time
from collections.abc import Callable
from typing import TypeVar

from playwright.sync_api import Locator, Page

Found = TypeVar("Found")
LASTS = 10
"""Seconds after which what is wrong is no longer on its way to being right."""

SIDEWAYS = """() => {
  const area = document.querySelector('[data-testid=stMain]') || document.documentElement;
  return area.scrollWidth - area.clientWidth;
}"""
GROUND = """(dark) => {
  const page = document.querySelector('[data-testid=stApp]') || document.body;
  const [red, , , cover = 1] = getComputedStyle(page).backgroundColor.match(/[\\d.]+/g).map(Number);
  return cover > 0 && (red < 100) === dark;
}"""
LONG_LINES = """([shapes, longer, atLeast]) => [...document.querySelectorAll(shapes)]
  .filter((shape) => (shape.getAttribute('d') || '').length > longer).length >= atLeast"""


def lasting(page: Page, look: Callable[[], Found]) -> Found:
    """Look until nothing is found; give what is still found after ten seconds."""
    until = time.monotonic() + LASTS
    while (found := look()) and time.monotonic() < until:
        page.wait_for_timeout(250)
    return found


def sideways(page: Page) -> list[int]:
    """Give by how many pixels a page scrolls sideways; an empty list where it does not."""
    return [over] if (over := page.evaluate(SIDEWAYS)) > 1 else []


def in_scheme(page: Page, scheme: str) -> None:
    """Show a page light or dark, and wait until its ground is."""
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function(GROUND, arg=scheme == "dark")


def wait_for_lines(page: Page, shapes: str, longer: int, at_least: int) -> None:
    """Wait until so many shapes are drawn by more than so many signs."""
    page.wait_for_function(LONG_LINES, arg=[shapes, longer, at_least])


def click_where(row: Locator, column: Locator) -> None:
    """Click once, as high as the one and as far right as the other."""
    row.scroll_into_view_if_needed()
    held = column.element_handle()
    x, y = row.evaluate(
        """(row, column) => {
          const [side, high] = [column, row].map((mark) => mark.getBoundingClientRect());
          return [side.x + side.width / 2, high.y + high.height / 2];
        }""",
        held,
    )
    row.page.mouse.click(x, y)
