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


def change_days(memberships: pd.DataFrame) -> list[pd.Timestamp]:
    """List the days on which any status began or ended, earliest first."""
    days = pd.concat([memberships["valid_from"], memberships["valid_to"].dropna()])
    return sorted(set(days))


def changes_on(memberships: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """List what changed on ``day``: a row of ``memberships.csv`` for each status that began.

    Column ``before``: the status that ended on that day; blank where there was none. A status
    that ended without a successor is a row with a blank ``status``.
    """
    ended = memberships[memberships["valid_to"] == day].set_index("country")["status"]
    began = memberships[memberships["valid_from"] == day]
    before = [str(ended.get(code, "")) for code in began["country"]]
    rows = began.assign(before=pd.Series(before, index=began.index, dtype="str"))
    lost = memberships[
        (memberships["valid_to"] == day) & ~memberships["country"].isin(began["country"])
    ]
    rows = pd.concat([rows, lost.assign(before=lost["status"], status="")])
    return rows.sort_values(["before", "country"], ascending=[False, True])


def counts_over_time(memberships: pd.DataFrame, until: pd.Timestamp) -> pd.DataFrame:
    """Count the states in each status on every day of change up to ``until``.

    Returns ``day`` and one integer column a status, in the order of ``STATUS_ORDER``; the
    last row stands on ``until``.
    """
    days = [day for day in change_days(memberships) if day <= until]
    days = [*days, until] if days and days[-1] < until else days
    rows = [{"day": day, **status_counts(members_on(memberships, day))} for day in days]
    return pd.DataFrame(rows, columns=["day", *STATUS_ORDER])


def applicants_on(accessions: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """List the states that were seeking another status on ``day``.

    An application is no status: an applicant also has the row that ``members_on`` gives.
    """
    open_ = accessions["closed_on"].isna() | (accessions["closed_on"] > day)
    rows = accessions[(accessions["opened_on"] <= day) & open_]
    return rows.sort_values(["seeks", "country"])


def member_codes(memberships: pd.DataFrame, day: pd.Timestamp) -> list[str]:
    """List the codes of the members on ``day``, alphabetically; the Shanghai Five before 2001."""
    rows = members_on(memberships, day)
    return sorted(rows.loc[rows["status"].isin(["member", "shanghai_five"]), "country"])
