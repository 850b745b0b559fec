"""Rows as a CSV file that no spreadsheet runs as formulas."""

import pandas as pd

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(rows: pd.DataFrame) -> bytes:
    """Write rows as UTF-8 CSV (RFC 4180); a cell that a spreadsheet would run gets a leading ``'``.

    The guard follows OWASP's advice on CSV injection. Dates are ISO, a blank stays blank.
    """
    safe = rows.copy()
    for column in safe.columns:
        if pd.api.types.is_datetime64_any_dtype(safe[column]):
            safe[column] = safe[column].dt.strftime("%Y-%m-%d")
        elif not pd.api.types.is_numeric_dtype(safe[column]):
            safe[column] = safe[column].map(_guarded)
    text: str = safe.to_csv(index=False, lineterminator="\r\n")
    return text.encode("utf-8")


def _guarded(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell
