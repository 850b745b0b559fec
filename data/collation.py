"""Two texts laid beside each other, word by word, as they are printed."""

from difflib import SequenceMatcher
from typing import NamedTuple

from data.words import Piece, pieces


class Difference(NamedTuple):
    """Words that one text has in a place and the other has not; either can be blank."""

    reference: str
    wording: str


def word_differences(reference: str, wording: str) -> tuple[Difference, ...]:
    """List the runs of words that differ, in the order of the texts, as printed."""
    return tuple(
        Difference(mine, yours) for mine, yours, same in aligned(reference, wording) if not same
    )


def aligned(reference: str, wording: str) -> list[tuple[str, str, bool]]:
    """Lay two texts beside each other: runs of each, and whether they are the same words."""
    left, right = pieces(reference), pieces(wording)
    matcher = SequenceMatcher(None, [p.folded for p in left], [p.folded for p in right], False)
    runs = []
    for tag, a, b, c, d in matcher.get_opcodes():
        runs.append((_shown(reference, left, a, b), _shown(wording, right, c, d), tag == "equal"))
    return runs


def _shown(text: str, found: list[Piece], start: int, end: int) -> str:
    """Give the printed run of pieces ``start`` to ``end``, with what stands between them."""
    if start == end:
        return ""
    last = len(text) if end == len(found) else found[end].start
    first = 0 if start == 0 else found[start].start
    return text[first:last]
