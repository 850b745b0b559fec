"""What the marks at places of meetings stand for, on a map of any library."""

from components.figures.palette import MEETING_RGBA, SUMMIT_RGBA, VIRTUAL_RGBA
from components.figures.sco_wording import words_for


def places_key() -> list[tuple[str, list[int]]]:
    """List what the marks at places stand for, with their colours as numbers."""
    return [
        (words_for("meeting_kind", "summit"), SUMMIT_RGBA),
        ("Other meeting", MEETING_RGBA),
        ("By video", VIRTUAL_RGBA),
    ]
