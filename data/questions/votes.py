"""How states voted at the General Assembly, and how often alike."""

from itertools import combinations

import pandas as pd

VOTES = ["yes", "no", "abstain", "not_voting"]
"""What a record can name; a vote that no source names is blank."""
CAST = ["yes", "no", "abstain"]
"""What counts as taking part: not voting is not abstention, and is compared with nothing."""


def vote_matrix(votes: pd.DataFrame, resolutions: pd.DataFrame, codes: list[str]) -> pd.DataFrame:
    """Set every resolution against every state of ``codes``.

    Returns one row a resolution, newest first, with a column a state: the vote, or ``""``
    where no source names the state's vote.
    """
    order = resolutions.sort_values(["adopted_on", "resolution"], ascending=[False, True])
    named = votes[votes["country"].isin(codes)]
    cast = named.set_index(["resolution", "country"])["vote"].to_dict()
    return pd.DataFrame(
        [
            [cast.get((resolution, code), "") for code in codes]
            for resolution in order["resolution"]
        ],
        index=pd.Index(order["resolution"], name="resolution"),
        columns=pd.Index(codes, name="country"),
        dtype="str",
    )


def agreement(votes: pd.DataFrame, codes: list[str]) -> pd.DataFrame:
    """Count for every pair of states on how many resolutions they voted alike.

    Only resolutions on which both voted yes or no or abstained are compared.

    Returns ``a, b, alike, compared``, one row a pair, in the order of ``codes``.
    """
    cast = votes[votes["vote"].isin(CAST)]
    of_state = {
        code: cast[cast["country"] == code].set_index("resolution")["vote"] for code in codes
    }
    rows = []
    for a, b in combinations(codes, 2):
        both = pd.concat([of_state[a], of_state[b]], axis=1, join="inner", keys=["a", "b"])
        rows.append((a, b, int((both["a"] == both["b"]).sum()), len(both)))
    return pd.DataFrame(rows, columns=["a", "b", "alike", "compared"])


def pair_agreement(votes: pd.DataFrame, a: str, b: str) -> tuple[int, int]:
    """Count the resolutions on which ``a`` and ``b`` voted alike, and those compared."""
    row = agreement(votes, [a, b]).iloc[0]
    return int(row["alike"]), int(row["compared"])


def roll(votes: pd.DataFrame, resolution: str, codes: list[str]) -> pd.DataFrame:
    """List the votes of ``codes`` on one resolution: against first, then abstaining.

    One row a state; ``vote`` is blank where no source names it.
    """
    cast = votes[votes["resolution"] == resolution].set_index("country")
    rows = cast.reindex(codes)[["vote", "source_id", "note"]].fillna("")
    rows.index.name = "country"
    rows = rows.reset_index()
    rank = rows["vote"].map({"no": 0, "abstain": 1, "not_voting": 2, "": 3, "yes": 4})
    return rows.assign(rank=rank).sort_values(["rank", "country"]).drop(columns="rank")
