"""Rows of a table by the parameters of a link: ``/data/claims.csv?whose=UKR&asof=2022-12-31``."""

from collections.abc import Mapping, Sequence

import pandas as pd

from components.address import Address, Ignored
from data.questions.claims import holds_on

PERIOD_COLUMNS = {
    "statements": "said_on",
    "meetings": "held_from",
    "summits": "held_from",
    "memberships": "valid_from",
    "resolutions": "adopted_on",
    "wordings": "published_on",
    "sources": "published_on",
    "conflicts": "from",
    "offices": "held_from",
    "trade": "period_from",
}
"""Column that ``from`` and ``to`` bound; of a claim it is the day that its figure holds for."""
SEARCHED = ("text", "original_text", "words", "title")
FIRST, LAST = pd.Timestamp("1900-01-01"), pd.Timestamp("2100-12-31")
SYNONYMS = {"topic": "topics"}
"""Parameters of a view that have another name than the column."""


def table_rows(
    name: str, rows: pd.DataFrame, parameters: Mapping[str, Sequence[str]]
) -> tuple[pd.DataFrame, tuple[Ignored, ...]]:
    """Pick the rows of table ``name`` that the parameters name.

    Each parameter is a column and its value (several values: any of them; a cell that holds
    a list: any of its codes), ``from`` and ``to`` bound the table's day, ``q`` searches its
    words. Nothing falls to a default: what is not named is not filtered.

    Returns
    -------
    tuple
        The rows, and every parameter that could not be followed.
    """
    address = Address({k: v for k, v in parameters.items() if k != "asof"})
    found = rows
    dated = PERIOD_COLUMNS.get(name)
    days = holds_on(rows) if name == "claims" else rows[dated] if dated else None
    for column in rows.columns:
        if column in ("from", "to") or str(column).endswith("_blank"):
            continue
        asked = next((p for p, c in SYNONYMS.items() if c == column and p in parameters), column)
        if asked in parameters:
            cells = _cells(rows[column])
            wanted = address.several(str(asked), {code for codes in cells for code in codes})
            if wanted:
                chosen = set(wanted)
                match = pd.Series([bool(chosen & codes) for codes in cells], index=rows.index)
                found = found[match.loc[found.index]]
    if days is not None:
        since, until = address.day("from", FIRST, LAST), address.day("to", FIRST, LAST)
        if since is not None:
            found = found[days.loc[found.index] >= since]
        if until is not None:
            found = found[days.loc[found.index] <= until]
    searched = [column for column in SEARCHED if column in rows]
    if searched and (words := address.text("q").casefold()):
        hit = pd.Series(False, index=found.index)
        for column in searched:
            hit |= found[column].map(lambda text: words in str(text).casefold()).astype(bool)
        found = found[hit]
    return found, address.ignored


def _cells(column: pd.Series) -> list[set[str]]:
    """List what each cell answers to: its text, each code of a list, a day as ISO."""
    if pd.api.types.is_datetime64_any_dtype(column):
        return [set() if pd.isna(v) else {f"{v:%Y-%m-%d}"} for v in column]
    cells: list[set[str]] = []
    for value in column:
        if pd.isna(value) or value == "":
            cells.append(set())
            continue
        text = f"{value:g}" if isinstance(value, float) else str(value)
        cells.append({text, *text.split(";")} if ";" in text else {text})
    return cells
