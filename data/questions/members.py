"""Who belonged to the SCO, how, and since when."""

import pandas as pd

STATUS_ORDER = ["shanghai_five", "member", "observer", "dialogue_partner", "sco_partner"]


def members_on(memberships: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """List every status that held on ``day``, one row a state, members first.

    ``valid_from`` is inclusive and ``valid_to`` exclusive: on the day of a change only the
    new status holds.
    """
    began = memberships["valid_from"] <= day
    ended = memberships["valid_to"].notna() & (memberships["valid_to"] <= day)
    rows = memberships[began & ~ended]
    rank = rows["status"].map(STATUS_ORDER.index)
    return (
        rows.assign(rank=rank).sort_values(["rank", "valid_from", "country"]).drop(columns="rank")
    )


def status_history(memberships: pd.DataFrame, country: str) -> pd.DataFrame:
    """List every status ``country`` has held, earliest first."""
    return memberships[memberships["country"] == country].sort_values("valid_from")


def status_counts(standing: pd.DataFrame) -> dict[str, int]:
    """Count the states in each status; every status has a count, 0 where none holds it."""
    counts = standing["status"].value_counts()
    return {status: int(counts.get(status, 0)) for status in STATUS_ORDER}
