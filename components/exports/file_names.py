"""Names of files that readers keep: whose they are, what they hold, of which data version."""

import pandas as pd

OWNER = "sco-observatory"


def file_name(stem: str, suffix: str, version: str, known_on: pd.Timestamp | None = None) -> str:
    """Name a file so that it can be told apart from last year's in a folder of downloads.

    Parameters
    ----------
    stem
        What it holds; blank for the whole.
    suffix
        With its dot.
    version, known_on
        Of the data; the day of knowledge where they are rewound.
    """
    known = f"known-on-{known_on:%Y-%m-%d}" if known_on is not None else ""
    parts = [OWNER, stem, version, known]
    return f"{'-'.join(part for part in parts if part)}{suffix}"
