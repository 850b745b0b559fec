"""Which words are in which language."""

import unicodedata
from collections import Counter
from dataclasses import replace

import pandas as pd
import pytest

from data.questions.passages import foreign_passages, passage, title_language, words_language
from tests.frames import frame

SCRIPTS = {
    **{code: {"CYRILLIC"} for code in ("be", "bg", "kk", "ky", "mk", "ru", "tg", "uk")},
    **{code: {"ARABIC"} for code in ("ar", "fa", "ur")},
    **{code: {"DEVANAGARI"} for code in ("hi", "mr")},
    "bn": {"BENGALI"},
    "el": {"GREEK"},
    "hy": {"ARMENIAN"},
    "ja": {"CJK", "HIRAGANA", "KATAKANA"},
    "ko": {"HANGUL"},
    "ta": {"TAMIL"},
    "uz": {"LATIN", "CYRILLIC"},
    "zh": {"CJK"},
}


def script_of(text: str) -> str:
    """Name the script of most of the letters."""
    letters = [unicodedata.name(sign, "").split()[0] for sign in text if sign.isalpha()]
    return Counter(letters).most_common(1)[0][0] if letters else ""


def pairs(table: pd.DataFrame, text: str, language: str) -> list[tuple[str, str]]:
    return list(table[[text, language]].itertuples(index=False, name=None))


def test_every_passage_is_in_a_script_of_its_language(dataset):
    told = [
        *pairs(dataset.statements, "original_text", "original_language"),
        *pairs(dataset.statements, "text", "language"),
        *pairs(dataset.readouts, "original_text", "original_language"),
        *pairs(dataset.wordings, "text", "language"),
        *((row["title"], title_language(row)) for row in dataset.source_of.values()),
        *(
            (row["words"], words_language(row, dataset.source_of[row["source_id"]]))
            for row in dataset.claims.to_dict("records")
        ),
    ]
    wrong = [
        f"{language}: {text}"
        for text, language in told
        if (script := script_of(text)) and script not in SCRIPTS.get(language, {"LATIN"})
    ]
    assert wrong == []


def test_a_passage_has_the_language_of_its_row_or_else_of_its_source(dataset):
    rows = {
        "sources": [
            {"source_id": "ru", "title": "Заголовок статьи", "language": "ru"},
            {"source_id": "uk", "title": "Ours", "language": "uk", "title_language": "en"},
        ],
        "claims": [
            {"claim_id": "a", "words": "“убиты 7”", "source_id": "ru"},
            {"claim_id": "b", "words": "seven dead", "words_language": "en", "source_id": "ru"},
        ],
        "statements": [
            {"statement_id": "s", "original_text": "新时代", "original_language": "zh"},
        ],
        "readouts": [
            {"readout_id": "r", "original_text": "a  b", "original_language": "tr"},
            {"readout_id": "q", "original_text": "a b", "original_language": "uz"},
        ],
        "wordings": [{"wording_id": "w", "text": "Ça va", "language": "fr"}],
    }
    data = replace(dataset, **{table: frame(table, *made) for table, made in rows.items()})
    assert foreign_passages(data) == {
        "Заголовок статьи": "ru",
        "убиты 7": "ru",
        "新时代": "zh",
        "Ça va": "fr",
    }


@pytest.mark.parametrize("shown", ["“ a  b ”", "a b", " a\n b"])
def test_marks_and_spaces_around_a_passage_do_not_count(shown):
    assert passage(shown) == "a b"
