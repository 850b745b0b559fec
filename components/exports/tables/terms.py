"""What may be handed on in bulk, and what may not: decided by each source's own terms."""

from dataclasses import dataclass

import pandas as pd

from data import Dataset

WITHHELD_LICENCE = "non-commercial-attribution"
WITHHELD_PUBLISHER = "SIPRI"
NOT_WHOLE = "Stockholm International Peace Research Institute"
EXCERPTS = ("sipri-2026-04-27-press-milex", "sipri-2026-04-factsheet-milex")
"""Single figures quoted from a press release and a fact sheet: citation, not a data set."""

WHY = (
    "SIPRI allows excerpts of its data sets for non-commercial use with attribution, and asks "
    "for permission to hand on more (sipri.org/databases/terms). Whole tables here go out "
    "under CC BY 4.0, which allows commercial use, so the rows of SIPRI's data sets are left "
    "out of them. The views show them, as excerpts, with the source."
)
NON_COMMERCIAL = (
    "Voting records are © United Nations, https://digitallibrary.un.org: free for "
    "non-commercial use with this acknowledgement. They are included under these terms, not "
    "under CC BY 4.0."
)


@dataclass(frozen=True)
class Withheld:
    """How many rows of a table are left out of bulk files, and why."""

    table: str
    rows: int
    why: str


def withheld_sources(sources: pd.DataFrame) -> set[str]:
    """Name the sources whose rows may be shown but not handed on as whole tables."""
    by_sipri = sources["publisher"].str.contains(WITHHELD_PUBLISHER, regex=False) | sources[
        "publisher"
    ].str.contains(NOT_WHOLE, regex=False)
    restricted = by_sipri & (sources["licence"] == WITHHELD_LICENCE)
    return set(sources.loc[restricted, "source_id"]) - set(EXCERPTS)


def for_bulk(name: str, rows: pd.DataFrame, data: Dataset) -> tuple[pd.DataFrame, Withheld | None]:
    """Give the rows of a table that may be handed on, and what was left out."""
    if "source_id" not in rows or name == "sources":
        return rows, None
    kept = rows[~rows["source_id"].isin(withheld_sources(data.sources))]
    missing = len(rows) - len(kept)
    return kept, Withheld(name, missing, WHY) if missing else None
