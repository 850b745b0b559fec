"""The passages in another language as a page shows them, to be told by their first signs."""

from components.figures.marking import words_with_differences
from components.figures.source_names import source_name
from data import Dataset
from data.collation import aligned
from data.questions.passages import ENGLISH, foreign_passages, passage, title_language
from data.questions.wordings import reference_of

FIRST_SIGNS = 16
"""As many, and the length, tell a passage from every other text of a page."""


def key_of(words: str) -> str:
    """Give what tells a passage: its length in signs, and the first of them."""
    return f"{len(words)}:{words[:FIRST_SIGNS]}"


def shown_passages(data: Dataset) -> dict[str, str]:
    """Give the language of each foreign passage by the words that a page shows for it.

    A title stands behind its publisher, and a print between the words that it lacks.
    """
    found = foreign_passages(data)
    for source in data.source_of.values():
        language = title_language(source)
        if language != ENGLISH:
            found[passage(source_name(source))] = language
    statements = data.statements.set_index("statement_id", drop=False)
    for _, wording in data.wordings[data.wordings["language"] != ENGLISH].iterrows():
        reference = reference_of(wording, statements.loc[wording["statement_id"]])
        if reference:
            shown = words_with_differences(aligned(reference, wording["text"]))
            found[passage(shown)] = wording["language"]
    return found
