"""Whether a print keeps the words of a quotation: one published, deterministic rule.

The rule fails closed. What cannot be shown to be the same words is never called so, and a near
match is looked at word by word, because a sentence and its negation are almost alike. It says
nothing about truth, context, tone, or whether a translation is good.
"""

import unicodedata
from collections import Counter
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from data.words import (
    NAMES,
    NEGATING_PREFIXES,
    NEGATIONS,
    NUMBER_WORDS,
    QUALIFIERS,
    SMALL_WORDS,
    STOPS,
    TWO_WORD_NAMES,
    Piece,
    pieces,
)

BADGES = ("verbatim", "normalised", "translation", "paraphrase", "altered", "not_found")
NEAR = 0.8
"""From this share of common words on, a print is a near match: any operative word counts."""
FOUND = 0.5
"""Below this share the words count as not found."""
TRIMMED = frozenset(",.;:—，。；：、।،")
"""Signs that may come or go at either end: a full stop ends every sentence anyhow."""

AROUND = "the record stands whole in it, with more words around it"


@dataclass(frozen=True)
class Comparison:
    """A badge out of ``BADGES``, and why it was given."""

    badge: str
    reasons: tuple[str, ...] = ()


def compare(
    reference: str,
    wording: str,
    *,
    reference_language: str = "",
    language: str = "",
    rendering: bool = False,
) -> Comparison:
    """Judge a print of a quotation against its reference.

    Parameters
    ----------
    reference, wording
        The words held to be the record, and the words as printed.
    reference_language, language
        ISO 639-1 codes; where they are blank, different scripts tell different languages.
    rendering
        Both texts are translations out of a third language: unlike words are then no
        alteration, but negations, numbers and names still have to agree.
    """
    ours, theirs = pieces(reference), pieces(wording)
    if not _words(ours) or not _words(theirs):
        return Comparison("not_found", ("nothing to compare",))
    if reference_language and language:
        foreign = reference_language != language
    else:
        foreign = _script(reference) != _script(wording)
    if foreign:
        return Comparison("translation", ("the two texts are in different languages",))
    place = _excerpt(ours, theirs)
    if place is not None:
        if _loses_turn(ours, place, len(_trim(theirs))):
            return Comparison("altered", ("the sentence is cut short of its turn",))
        exact = " ".join(wording.split()) in " ".join(reference.split())
        return Comparison("verbatim" if exact and wording.strip() == wording else "normalised")
    return _unlike(ours, theirs, rendering)


def _unlike(ours: list[Piece], theirs: list[Piece], rendering: bool) -> Comparison:
    """Judge texts that are not the same words."""
    left, right = [p.folded for p in ours], [p.folded for p in theirs]
    in_order = Indel.normalized_similarity(left, right)
    near = max(in_order, fuzz.token_sort_ratio(" ".join(left), " ".join(right)) / 100)
    shared = _share(ours, theirs)
    if max(near, shared) < FOUND and not (rendering and shared >= FOUND / 2):
        return Comparison("not_found", ("too few words in common",))
    reasons = list(_operative(ours, theirs, rendering))
    if not reasons and not rendering and (near >= NEAR or _few_differ(ours, theirs)):
        reasons += _near_match(ours, theirs)
    around = _excerpt(theirs, ours) is not None
    if around:
        reasons = [*reasons, AROUND] if reasons else []
    if reasons:
        return Comparison("altered", tuple(reasons))
    if rendering:
        return Comparison("translation", ("another translation of the original",))
    why = AROUND if around else "other words; none that the rule tests"
    return Comparison("paraphrase", (why,))


def _operative(ours: list[Piece], theirs: list[Piece], rendering: bool) -> list[str]:
    """Name the tested words that differ: negations, numbers, names and their order.

    A rendering may print less of a passage: a name it lacks is then no alteration.
    """
    reasons = []
    if sum(map(_is_negation, ours)) != sum(map(_is_negation, theirs)):
        reasons.append("a negation differs")
    elif _turned_by_prefix(ours, theirs):
        reasons.append("a word became its opposite")
    if _numbers(ours) != _numbers(theirs):
        reasons.append("a number differs")
    mine, yours = _names(ours), _names(theirs)
    lacking = set(mine) - set(yours) if not rendering else set()
    if lacking or set(yours) - set(mine):
        reasons.append("a name differs")
    elif [name for name in mine if name in yours] != yours:
        reasons.append("names stand in another order")
    return reasons


def _near_match(ours: list[Piece], theirs: list[Piece]) -> list[str]:
    """Name what differs in an almost equal text: words, their order, or sentence ends."""
    left, right = Counter(_spellings(ours)), Counter(_spellings(theirs))
    if set((left - right) + (right - left)) - SMALL_WORDS:
        return ["an operative word differs"]
    kept = [[w for w in _spellings(side) if w not in SMALL_WORDS] for side in (ours, theirs)]
    if kept[0] != kept[1]:
        return ["the words stand in another order"]
    stops = [[p.folded for p in _trim(side) if p.folded in STOPS] for side in (ours, theirs)]
    return ["sentences are joined or parted"] if stops[0] != stops[1] else []


def _excerpt(ours: list[Piece], theirs: list[Piece]) -> int | None:
    """Give the place where the print stands in the reference without a gap, or None."""
    whole, part = [p.folded for p in ours], [p.folded for p in _trim(theirs)]
    for start in range(len(whole) - len(part) + 1):
        if whole[start : start + len(part)] == part:
            return start
    return None


def _loses_turn(ours: list[Piece], start: int, length: int) -> bool:
    """Say whether words of turn are left out of the sentences from which the print was cut."""
    before, after = ours[:start], ours[start + length :]
    opening = next((i for i in range(len(before), 0, -1) if before[i - 1].folded in STOPS), 0)
    closing = next((i for i, piece in enumerate(after) if piece.folded in STOPS), len(after))
    if start and start == opening and ours[start - 1].folded in STOPS:
        before = []
    ends_whole = length and ours[start + length - 1].folded in STOPS
    rest = before[opening:] + ([] if ends_whole else after[: closing + 1])
    turns = QUALIFIERS | {"?", "？", "؟"}
    return any(_is_negation(piece) or piece.folded in turns for piece in rest)


def _trim(found: list[Piece]) -> list[Piece]:
    start, end = 0, len(found)
    while start < end and found[start].folded in TRIMMED:
        start += 1
    while end > start and found[end - 1].folded in TRIMMED:
        end -= 1
    return found[start:end]


def _words(found: list[Piece]) -> list[str]:
    return [p.folded for p in found if p.kind != "sign"]


def _spellings(found: list[Piece]) -> list[str]:
    """Fold British and American spellings together."""
    return [w.replace("isation", "ization").replace("our", "or") for w in _words(found)]


def _few_differ(ours: list[Piece], theirs: list[Piece]) -> bool:
    """Say whether one word has been put for another, or two have come or gone."""
    left, right = Counter(_words(ours)), Counter(_words(theirs))
    return ((left - right) + (right - left)).total() <= 2


def _turned_by_prefix(ours: list[Piece], theirs: list[Piece]) -> bool:
    left, right = set(_words(ours)), set(_words(theirs))
    return any(
        prefix + word in more
        for less, more in ((left - right, right - left), (right - left, left - right))
        for word in less
        for prefix in NEGATING_PREFIXES
    )


def _is_negation(piece: Piece) -> bool:
    return piece.folded in NEGATIONS or piece.folded.endswith("n't")


def _numbers(found: list[Piece]) -> Counter[str]:
    """Count the numbers, in figures or words, by value."""
    numbers: Counter[str] = Counter()
    for piece in found:
        parts = piece.folded.split("-")
        if piece.kind == "number":
            numbers[piece.folded] += 1
        elif all(part in NUMBER_WORDS for part in parts):
            numbers.update(NUMBER_WORDS[part] for part in parts)
    return numbers


def _names(found: list[Piece]) -> list[str]:
    """Give the names in the order of their first mention."""
    text = " ".join(p.folded.removesuffix("'s") for p in found if p.kind == "word")
    for long, short in TWO_WORD_NAMES.items():
        text = text.replace(long, short)
    return list(dict.fromkeys(NAMES[word] for word in text.split() if word in NAMES))


def _share(ours: list[Piece], theirs: list[Piece]) -> float:
    """Measure the share of the shorter text's words that the longer one has as well."""
    left, right = Counter(_words(ours)), Counter(_words(theirs))
    return sum((left & right).values()) / min(left.total(), right.total())


def _script(text: str) -> str:
    """Name the script of most letters: the character block's first word in Unicode's names."""
    letters = [unicodedata.name(c, "?").split()[0] for c in text if c.isalpha()]
    return Counter(letters).most_common(1)[0][0] if letters else ""
