"""Words in another language, marked for screen readers and browsers (WCAG 3.1.2)."""

import html
from collections.abc import Mapping

from data.questions.passages import ENGLISH, passage


def in_language(words: str, language: str) -> str:
    """Write words as HTML that says their language (ISO 639-1) where it is not the page's.

    Words from right to left keep to themselves: a number after them is not drawn into them.
    """
    shown = html.escape(words)
    if not is_foreign(language):
        return shown
    return f'<span lang="{html.escape(language)}" dir="auto">{shown}</span>'


def is_foreign(language: str) -> bool:
    """Say whether a language is known and is not that of the page."""
    return language not in ("", ENGLISH)


def known_passage(words: str, languages: Mapping[str, str]) -> str:
    """Write words as HTML in their language, by ``questions.passages.foreign_passages``."""
    return in_language(words, languages.get(passage(words), ""))
