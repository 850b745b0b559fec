"""Which passages are in which language: a page in English holds words in forty others."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import pandas as pd

from data import Dataset

ENGLISH = "en"
QUOTATION_MARKS = "“” "
Row: TypeAlias = Mapping[str, Any] | pd.Series


def foreign_passages(data: Dataset) -> dict[str, str]:
    """Give the language (ISO 639-1) of each passage that is not in English, by the passage.

    Passages are originals of statements and readouts, prints, the words of claims, and titles of
    sources, as ``passage`` gives them. One that stands in two languages is left out.
    """
    found: dict[str, str] = {}
    for text, language in _passages(data):
        key = passage(text)
        if key:
            found[key] = language if found.get(key, language) == language else ENGLISH
    return {key: language for key, language in found.items() if language not in ("", ENGLISH)}


def passage(text: str) -> str:
    """Give a passage without the quotation marks around it and with single spaces."""
    return " ".join(text.split()).strip(QUOTATION_MARKS)


def words_language(claim: Row, source: Row) -> str:
    """Give the language of a claim's words: that of its source, where the claim names no other."""
    return str(claim["words_language"] or source["language"])


def title_language(source: Row) -> str:
    """Give the language of a source's title: that of the page, where the row names no other."""
    return str(source["title_language"] or source["language"])


def _passages(data: Dataset) -> Iterator[tuple[str, str]]:
    for table in (data.statements, data.readouts):
        yield from zip(table["text"], table["language"], strict=True)
        yield from zip(table["original_text"], table["original_language"], strict=True)
    yield from zip(data.wordings["text"], data.wordings["language"], strict=True)
    for source in data.source_of.values():
        yield source["title"], title_language(source)
    claims = data.claims[["words", "words_language", "source_id"]]
    for claim in claims.to_dict("records"):
        yield claim["words"], words_language(claim, data.source_of[claim["source_id"]])
