"""Words set apart in running text, as Markdown: found by a search, or differing in a print."""

from collections.abc import Callable, Iterator

from components.figures.wording import escape_markdown

AROUND_WORDS = " \t\n\"'“”‘’«»„()[].,;:!?…"
"""Signs that are not marked as a difference at either end of the words that differ."""


def mark_matches(text: str, places: list[tuple[int, int]]) -> str:
    """Escape text for Markdown and mark the places found by a search in it."""
    parts, end = [], 0
    for start, stop in places:
        parts += [escape_markdown(text[end:start]), _marked(text[start:stop], "yellow")]
        end = stop
    return "".join([*parts, escape_markdown(text[end:])])


def mark_differences(runs: list[tuple[str, str, bool]], *, struck: bool = True) -> str:
    """Show a print in Markdown, word by word against its reference.

    Words that only the print has are set on a ground and bold; words it lacks are ``struck``,
    or left out.
    """
    return "".join(MARKS[mark](text) for text, mark in _parts(runs, struck=struck))


def words_with_differences(runs: list[tuple[str, str, bool]]) -> str:
    """Give the words that ``mark_differences`` shows, without the marks."""
    return "".join(text for text, _ in _parts(runs, struck=True))


def _parts(runs: list[tuple[str, str, bool]], *, struck: bool) -> Iterator[tuple[str, str]]:
    """Part a print into runs of words, each with its mark: blank, ``lacks`` or ``adds``."""
    for mine, yours, same in runs:
        if same:
            yield yours, ""
            continue
        if struck and _has_words(mine):
            # Markdown reads ~~ as a strike only beside a space or a word.
            yield from ((" ", ""), (mine.strip(), "lacks"), (" ", ""))
        if not _has_words(yours):
            yield yours, ""
        else:
            before, words, after = _without_signs(yours)
            yield from ((before, ""), (words, "adds"), (after, ""))


def _without_signs(text: str) -> tuple[str, str, str]:
    """Part a run of words from the spaces, quotation marks and stops around it."""
    before = len(text) - len(text.lstrip(AROUND_WORDS))
    words = text.strip(AROUND_WORDS)
    return text[:before], words, text[before + len(words) :]


def _has_words(text: str) -> bool:
    """Say whether there is more than signs: a full stop or a bracket is not worth a mark."""
    return any(sign.isalnum() for sign in text)


def _marked(text: str, colour: str, *, bold: bool = False) -> str:
    words = escape_markdown(text)
    return f":{colour}-background[{f'**{words}**' if bold else words}]"


MARKS: dict[str, Callable[[str], str]] = {
    "": escape_markdown,
    "lacks": lambda text: f"~~{escape_markdown(text)}~~",
    "adds": lambda text: _marked(text, "orange", bold=True),
}
