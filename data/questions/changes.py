"""What changed between two states of knowledge: the ledger then, and the ledger now."""

import pandas as pd

from data import Dataset

CHANGES = ["new", "corrected", "retracted", "superseded", "began", "ended"]
"""Kinds of change, in the order a briefing takes them."""
COLUMNS = ["change", "table", "row_id", "on", "who", "what", "source_id"]


def changes_between(then: Dataset, now: Dataset) -> pd.DataFrame:
    """List what ``now`` says and ``then`` did not: claims, statements and memberships.

    Returns
    -------
    DataFrame
        ``change`` (one of ``CHANGES``), ``table``, ``row_id``, ``on`` (the day of the change),
        ``who``, ``what`` (in the words of the source), ``source_id``; newest first.
    """
    parts = [
        _new("claims", then.claims, now.claims, "claim_id", "claimant", "words"),
        _changed_claims(then, now),
        _new("statements", then.statements, now.statements, "statement_id", "speaker", "text"),
        _memberships(then, now),
    ]
    found = [part for part in parts if len(part)]
    if not found:
        return pd.DataFrame({name: pd.Series(dtype=_dtype(name)) for name in COLUMNS})
    rows = pd.concat(found, ignore_index=True)[COLUMNS]
    rank = rows["change"].map(CHANGES.index)
    return (
        rows.assign(rank=rank)
        .sort_values(["on", "rank", "table", "row_id"], ascending=[False, True, True, True])
        .drop(columns="rank")
        .reset_index(drop=True)
    )


def _dtype(name: str) -> str:
    return "datetime64[us]" if name == "on" else "str"


def _new(
    table: str, then: pd.DataFrame, now: pd.DataFrame, identifier: str, who: str, what: str
) -> pd.DataFrame:
    """List the rows of a table that were not held then; the last three name columns of it."""
    rows = now[~now[identifier].isin(then[identifier])]
    return rows.assign(
        change="new",
        table=table,
        row_id=rows[identifier],
        on=rows["said_on"],
        who=rows[who],
        what=rows[what],
    )


def _changed_claims(then: Dataset, now: Dataset) -> pd.DataFrame:
    """List known claims whose status changed, on the day their successor was said."""
    before = then.claims.set_index("claim_id")["status"]
    rows = now.claims[now.claims["claim_id"].isin(before.index)]
    rows = rows[(rows["status"] != rows["claim_id"].map(before)) & (rows["status"] != "stands")]
    successors = now.claims[now.claims["supersedes"] != ""].drop_duplicates("supersedes")
    said = successors.set_index("supersedes")["said_on"]
    on = said.reindex(rows["claim_id"]).to_numpy()
    return rows.assign(
        change=rows["status"],
        table="claims",
        row_id=rows["claim_id"],
        on=pd.Series(on, index=rows.index).fillna(rows["said_on"]),
        who=rows["claimant"],
        what=rows["words"],
    )


def _memberships(then: Dataset, now: Dataset) -> pd.DataFrame:
    """List statuses that began or ended in between."""
    keys = ["country", "status", "valid_from"]
    known = set(then.memberships[keys].itertuples(index=False, name=None))
    held = now.memberships
    identity = [tuple(row) for row in held[keys].itertuples(index=False, name=None)]
    is_new = pd.Series([key not in known for key in identity], index=held.index, dtype=bool)
    began = held[is_new]
    open_then = then.memberships[then.memberships["valid_to"].isna()]
    were_open = set(open_then[keys].itertuples(index=False, name=None))
    has_ended = pd.Series([key in were_open for key in identity], index=held.index, dtype=bool)
    ended = held[has_ended & held["valid_to"].notna()]
    both = pd.concat(
        [
            began.assign(change="began", on=began["decided_on"].fillna(began["valid_from"])),
            ended.assign(change="ended", on=ended["valid_to"]),
        ]
    )
    return both.assign(
        table="memberships",
        row_id=both["country"],
        who=both["country"],
        what=both["status"],
    )
