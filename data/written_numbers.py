"""Numbers as words print them: in digits, in thousands or millions, or spelled out."""

import contextlib
import re
from functools import lru_cache


@lru_cache(maxsize=10_000)
def carries(words: str, number: int, language: str = "en") -> bool:
    """Say whether words carry a number: in digits, in thousands or millions, or spelled out.

    ``language``: ISO 639-1 code of the words, for the spelling.
    """
    joined = re.sub(r"(?<=\d)[ ,.'\u00a0\u202f\u2009’](?=\d{3}(?!\d))", "", words)
    written = {float(m.replace(",", ".")) for m in re.findall(r"\d+(?:[.,]\d+)?", joined)}
    written |= {float(m) for m in re.findall(r"\d{4,}", joined)}  # cells of a table, comma between
    if any(number in (value, value * 1e3, value * 1e4, value * 1e6) for value in written):
        return True
    plain = re.sub(r"[^\w]+", " ", words.casefold()).split()
    return any(
        _holds(plain, re.sub(r"[^\w]+", " ", spelled.casefold()).replace(" and ", " ").split())
        for spelled in _spellings(number, language)
    )


def _spellings(number: int, language: str) -> list[str]:
    # Sixty modules of languages, which no other view needs.
    from num2words import num2words

    spelled = [num2words(number)]
    with contextlib.suppress(NotImplementedError, OverflowError):
        spelled.append(num2words(number, lang=language))
    return spelled


def _holds(words: list[str], wanted: list[str]) -> bool:
    """Say whether ``wanted`` stands in ``words`` as a run."""
    return any(words[n : n + len(wanted)] == wanted for n in range(len(words)))
