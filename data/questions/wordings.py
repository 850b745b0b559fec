"""The prints of a statement, each with its badge."""

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from data.wordings import Comparison


def judged(wordings: pd.DataFrame, statement: pd.Series) -> "list[tuple[pd.Series, Comparison]]":
    """Compare every stored print of a statement with it, in the order of publication.

    A print in the language it was said in is held against the original where that was seen;
    any other against the text.
    """
    rows = wordings[wordings["statement_id"] == statement["statement_id"]]
    rows = rows.sort_values(["published_on", "wording_id"], na_position="last")
    return [(row, judge(row, statement)) for _, row in rows.iterrows()]


def judge(wording: pd.Series, statement: pd.Series) -> "Comparison":
    """Compare one stored print with its statement."""
    # Imported late: a first page compares nothing, and should not wait for what does.
    from data.wordings import compare

    if _of_the_original(wording, statement):
        return compare(
            statement["original_text"],
            wording["text"],
            reference_language=statement["original_language"],
            language=wording["language"],
        )
    return compare(
        statement["text"],
        wording["text"],
        reference_language=statement["language"],
        language=wording["language"],
        rendering=is_rendering(wording, statement),
    )


def reference_of(wording: pd.Series, statement: pd.Series) -> str:
    """Give the text that a print can be laid beside word by word; blank where none is in reach."""
    if _of_the_original(wording, statement):
        return str(statement["original_text"])
    return str(statement["text"]) if wording["language"] == statement["language"] else ""


def _of_the_original(wording: pd.Series, statement: pd.Series) -> bool:
    """Say whether a print stands in the language of an original that was seen."""
    spoken = statement["original_language"]
    return bool(statement["original_text"]) and (
        wording["language"] == spoken != statement["language"]
    )


def is_rendering(wording: pd.Series, statement: pd.Series) -> bool:
    """Say whether print and statement are two translations out of a third language."""
    return bool(
        wording["relation"] == "translation"
        and wording["language"] == statement["language"] != statement["original_language"]
    )
