"""Where the view of a slide is found again: its address, or in words where it has none."""

from components.answers.briefing import Slide


def address_of(slide: Slide, base_url: str) -> str:
    """Give the whole address of a slide's view; blank where the dashboard's own is not known."""
    return f"{base_url}{slide.link.text}" if base_url else ""


def address_words(slide: Slide, base_url: str) -> str:
    """Say where a slide's view is found: its address, else which view of the dashboard it is."""
    return address_of(slide, base_url) or f"View {slide.link.text} of the dashboard"
