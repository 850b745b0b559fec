"""Names of files that readers keep: whose they are, what they hold, of which data version."""

import pandas as pd

from components.answers.answer import Answer
from components.answers.briefing import Briefing

OWNER = "sco-observatory"


def file_name(stem: str, suffix: str, version: str, known_on: pd.Timestamp | None = None) -> str:
    """Name a file so that it can be told apart from last year's in a folder of downloads.

    Parameters
    ----------
    stem
        What it holds; blank for the whole.
    suffix
        With its dot.
    version, known_on
        Of the data; the day of knowledge where they are rewound.
    """
    known = f"known-on-{known_on:%Y-%m-%d}" if known_on is not None else ""
    parts = [OWNER, stem, version, known]
    return f"{'-'.join(part for part in parts if part)}{suffix}"


def view_file_name(answer: Answer, suffix: str) -> str:
    """Name a file of a view's rows."""
    return file_name(answer.view or "overview", suffix, answer.data.version, answer.known_on)


def deck_file_name(deck: Briefing, suffix: str) -> str:
    """Name a file of a deck: a ready deck by its own name, one of a reader's own ``briefing``."""
    stem = deck.deck if deck.name else "briefing"
    held = f"{stem}-data" if suffix == ".zip" else stem
    return file_name(held, suffix, deck.data.version, deck.known_on)
