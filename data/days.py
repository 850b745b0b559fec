"""Days as tables, contract and links write them: YYYY-MM-DD, and in no other way."""

import re
from datetime import date

WRITTEN_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_day(text: str) -> date:
    """Read a day. ISO weeks and days without hyphens, which Python takes as well, are none.

    Raises
    ------
    ValueError
        If the text is no day that exists, written YYYY-MM-DD.
    """
    if WRITTEN_DAY.fullmatch(text) is None:
        raise ValueError(text)
    return date.fromisoformat(text)
