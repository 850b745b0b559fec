"""Which claims answer a question, and which of them are set against each other."""

from dataclasses import dataclass, replace

import pandas as pd
from slugify import slugify

from data.questions.claim_gaps import MOST_APART, days_comparable, rivals

BASIS_ORDER = [
    "named_list",
    "verified_incidents",
    "statistical_model",
    "intelligence_estimate",
    "official_statement",
    "media_report",
]
WINDOW = pd.Timedelta(days=183)
"""How far back an open conflict's claims are shown."""


@dataclass(frozen=True)
class Question:
    """A question about casualties: whose people, who is counted, what is counted, when.

    ``since`` and ``until`` bound the day a figure holds for. An empty ``basis`` or
    ``claimants`` (slugs) means any. ``comparable``: how far apart the days may lie to which
    two totals run (see ``days_comparable``). ``ended``: the last day of the conflict, None while
    it goes on; a total that runs further than it counts the whole conflict.
    """

    conflict: str
    whose: str
    population: str
    measure: str
    since: pd.Timestamp
    until: pd.Timestamp
    basis: tuple[str, ...] = ()
    claimants: tuple[str, ...] = ()
    comparable: pd.Timedelta = MOST_APART
    ended: pd.Timestamp | None = None


def claimant_slug(claimant: str) -> str:
    """Give the stable code of a claimant in links."""
    return slugify(claimant, max_length=48, word_boundary=True)


def holds_on(claims: pd.DataFrame) -> pd.Series:
    """Give the day each figure holds for: the last day it covers, else the day it was said."""
    return claims["covers_to"].fillna(claims["said_on"])


def with_bounds(claims: pd.DataFrame) -> pd.DataFrame:
    """Add what a picture of claims needs.

    ``lowest`` and ``highest``: the outermost numbers a claimant gave (``Int64``, NA where the
    claim has no number); ``holds_on``; ``claimant_slug``.
    """
    numbers = claims[["low", "best", "high"]]
    return claims.assign(
        lowest=numbers.min(axis=1).astype("Int64"),
        highest=numbers.max(axis=1).astype("Int64"),
        holds_on=holds_on(claims),
        claimant_slug=claims["claimant"].map(claimant_slug),
    )


def asked_about(claims: pd.DataFrame, question: Question) -> pd.DataFrame:
    """List the claims on the question's people and measure, whenever made, by whomever."""
    return claims[
        (claims["conflict"] == question.conflict)
        & (claims["whose"] == question.whose)
        & (claims["population"] == question.population)
        & (claims["measure"] == question.measure)
    ]


def claims_on(claims: pd.DataFrame, question: Question) -> pd.DataFrame:
    """List the claims that answer ``question``, grouped by basis, then claimant, then day.

    Columns of ``with_bounds``, and three flags: ``aside``, a figure that covers only part or no
    longer stands; ``other_period``, one that cannot be set against the compared ones because it
    runs to another time (see ``rivals``); ``latest``, of the rest, the claimant's newest figure
    on this basis. Only latest figures are compared.
    """
    rows = with_bounds(asked_about(claims, question))
    rows = rows[(rows["holds_on"] >= question.since) & (rows["holds_on"] <= question.until)]
    if question.basis:
        rows = rows[rows["basis"].isin(question.basis)]
    if question.claimants:
        rows = rows[rows["claimant_slug"].isin(question.claimants)]
    rank = rows["basis"].map(BASIS_ORDER.index)
    rows = rows.assign(rank=rank).sort_values(
        ["rank", "claimant", "holds_on", "said_on", "claim_id"], kind="stable"
    )
    aside = (rows["scope"] != "cumulative") | (rows["status"] != "stands") | rows["lowest"].isna()
    together = rivals(rows[~aside], question.comparable, question.ended)
    newest = rows[rows.index.isin(together)].groupby(["basis", "claimant"])["claim_id"].last()
    return rows.assign(
        aside=aside,
        other_period=~aside & ~rows.index.isin(together),
        latest=rows["claim_id"].isin(set(newest)),
    ).drop(columns="rank")


def over_time(claims: pd.DataFrame, question: Question, clock: str) -> pd.DataFrame:
    """List every claim on the question's people and measure, whenever made, in lines.

    Columns of ``with_bounds``, and two: ``on``, the day by the chosen ``clock`` (``covers``:
    the day the figure holds for; ``said``: the day it was said); ``line``, a name shared by
    the figures of one claimant on one basis and series, which a picture connects.
    """
    rows = with_bounds(asked_about(claims, question))
    if question.basis:
        rows = rows[rows["basis"].isin(question.basis)]
    if question.claimants:
        rows = rows[rows["claimant_slug"].isin(question.claimants)]
    on = rows["said_on"] if clock == "said" else rows["holds_on"]
    line = rows["claimant"] + "|" + rows["basis"] + "|" + rows["series"] + "|" + rows["scope"]
    return rows.assign(on=on, line=line).sort_values(["line", "on", "said_on", "claim_id"])


def drift(rows: pd.DataFrame) -> pd.DataFrame:
    """List the figures that one claimant has published more than once for the same day.

    ``rows`` as of ``with_bounds``. Adds ``quantity``, a name shared by the versions of one
    figure; each has at least two days of saying and two different numbers.
    """
    dated = rows[rows["covers_to"].notna() & rows["lowest"].notna()]
    quantity = (
        dated["claimant"]
        + "|"
        + dated["scope"]
        + "|"
        + dated["covers_from"].dt.strftime("%Y-%m-%d").fillna("")
        + "|"
        + dated["covers_to"].dt.strftime("%Y-%m-%d")
    )
    dated = dated.assign(quantity=quantity, shown=dated["best"].fillna(dated["lowest"]))
    versions = dated.groupby("quantity")[["said_on", "shown"]].transform("nunique")
    kept = dated[(versions > 1).all(axis=1)].drop(columns="shown")
    return kept.sort_values(["quantity", "said_on", "claim_id"])


def others_on(claims: pd.DataFrame, claim: pd.Series, near: pd.Timedelta) -> pd.DataFrame:
    """List what other claimants say on a claim's question for a day no further off than ``near``.

    One row a claimant and basis, the figure nearest in time; columns of ``with_bounds``, and
    ``times``: how many times its outermost number exceeds this claim's (below 1: falls short).
    """
    same = claims
    for column in ("conflict", "whose", "population", "measure", "scope"):
        same = same[same[column] == claim[column]]
    rows = with_bounds(same[same["status"] == "stands"])
    own = with_bounds(claim.to_frame().T.astype(claims.dtypes.to_dict())).iloc[0]
    rows = rows[(rows["claimant"] != claim["claimant"]) & rows["lowest"].notna()]
    apart = (rows["holds_on"] - own["holds_on"]).abs()
    rows = rows.assign(apart=apart)[apart <= near].sort_values(["apart", "claim_id"])
    rows = rows.groupby(["claimant", "basis"]).head(1)
    if pd.isna(own["highest"]) or rows.empty:
        return rows.assign(times=float("nan"))
    higher = rows["lowest"] > own["highest"]
    ratio = (rows["highest"] / own["highest"]).where(higher, rows["lowest"] / own["lowest"])
    return rows.assign(times=ratio.astype("float64")).sort_values("times", ascending=False)


def revisions_of(claims: pd.DataFrame, claim_id: str) -> pd.DataFrame:
    """List a claim with the figures it replaced and those that replaced it, earliest first."""
    by_id = claims.set_index("claim_id", drop=False)
    chain = {claim_id}
    while True:
        earlier = {by_id.loc[i, "supersedes"] for i in chain if i in by_id.index} - {""}
        later = set(claims.loc[claims["supersedes"].isin(chain), "claim_id"])
        if earlier | later <= chain:
            return claims[claims["claim_id"].isin(chain)].sort_values(["said_on", "claim_id"])
        chain |= earlier | later


def choices(claims: pd.DataFrame, **fixed: str) -> pd.DataFrame:
    """Count the claims by whose, population and measure, most first, within ``fixed`` values."""
    for column, value in fixed.items():
        claims = claims[claims[column] == value]
    keys = ["whose", "population", "measure"]
    counts = claims.groupby(keys, as_index=False).size()
    return counts.sort_values(["size", *keys], ascending=[False, True, True, True])


def default_period(asked: pd.DataFrame, conflict: pd.Series) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Give the first and last day of the period in which to show the claims on a question.

    Parameters
    ----------
    asked
        Every claim on the question's people and measure.
    conflict
        Its row of ``conflicts.csv``.

    An ended conflict is shown as a whole, from its first day to its newest claim; one that
    goes on, over the half year that ends with the question's newest claim.
    """
    days = holds_on(asked)
    newest = days.max() if len(days) else conflict["from"]
    if pd.notna(conflict["to"]):
        return conflict["from"], newest
    return max(newest - WINDOW, conflict["from"]), newest


def within(question: Question, conflict: pd.Series) -> Question:
    """Give the question with what its conflict's row says of how far totals may lie apart."""
    ended = conflict["to"] if pd.notna(conflict["to"]) else None
    return replace(question, comparable=days_comparable(conflict, question.until), ended=ended)


def default_question(claims: pd.DataFrame, conflicts: pd.DataFrame) -> Question | None:
    """Give the question that most claims answer, in its default period; None without claims."""
    if claims.empty:
        return None
    conflict = str(claims["conflict"].value_counts().index[0])
    most = choices(claims, conflict=conflict).iloc[0]
    row = conflicts.set_index("conflict").loc[conflict]
    whole = Question(
        conflict, most["whose"], most["population"], most["measure"], row["from"], row["from"]
    )
    since, until = default_period(asked_about(claims, whole), row)
    return within(replace(whole, since=since, until=until), row)
