"""Rows as a CSV file that no spreadsheet runs as formulas."""

import pandas as pd

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
"""OWASP's list (CSV injection; ASVS 1.2.10), and the full-width signs that East Asian Excel reads
as the same."""


def csv_bytes(rows: pd.DataFrame) -> bytes:
    """Write rows as UTF-8 CSV (RFC 4180); a cell that a spreadsheet would run gets a leading ``'``.

    Dates are ISO, a blank stays blank.
    """
    safe = rows.copy()
    for column in safe.columns:
        if pd.api.types.is_datetime64_any_dtype(safe[column]):
            safe[column] = safe[column].dt.strftime("%Y-%m-%d")
        elif not pd.api.types.is_numeric_dtype(safe[column]):
            safe[column] = safe[column].map(_guarded)
    text: str = safe.to_csv(index=False, lineterminator="\r\n")
    return text.encode("utf-8")


def runs_nothing(rows: pd.DataFrame) -> bool:
    """Say whether a spreadsheet would run no cell of rows, were they written as they are."""
    text = (rows[c] for c in rows if not pd.api.types.is_numeric_dtype(rows[c]))
    return not any(isinstance(v, str) and v.startswith(FORMULA_STARTS) for c in text for v in c)


def _guarded(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell
