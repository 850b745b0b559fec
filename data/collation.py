"""Two texts laid beside each other, word by word, as they are printed."""

import unicodedata
from difflib import SequenceMatcher

from data.words import Piece, pieces


def aligned(reference: str, wording: str) -> list[tuple[str, str, bool]]:
    """Lay two texts beside each other: runs of each, and whether they are the same words."""
    # Pieces count the characters of composed text.
    reference, wording = (unicodedata.normalize("NFC", text) for text in (reference, wording))
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
