"""What of a link had no effect, in words: the same on a page, a presented deck, an embed page."""

from collections.abc import Callable, Sequence

from components.address import Ignored
from components.figures.wording import shorten

SAID_AT_MOST = 40
"""Parameters that are named one by one."""


def ignored_words(
    ignored: Sequence[Ignored],
    literal: Callable[[str], str] = str,
    at_most: int = SAID_AT_MOST,
) -> str:
    """Name each parameter that was ignored, its value and why; blank where none was.

    ``literal`` makes text safe for where the words are written; ``at_most`` are named.
    """
    said = [
        f"{literal(shorten(part.name, 40))} = “{literal(shorten(part.value, 60))}” "
        f"{literal(part.why)}"
        for part in ignored[:at_most]
    ]
    if len(ignored) > at_most:
        said.append(f"{len(ignored) - at_most} more")
    return f"Part of this link was ignored: {'; '.join(said)}." if said else ""
