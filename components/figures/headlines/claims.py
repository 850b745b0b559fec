"""Sentences about how far casualty claims lie apart."""

import pandas as pd

from components.figures.wording import (
    DATA_ROW,
    claim_number,
    label,
    listed,
    opening,
    plural,
    short_day,
    thousands,
    times,
)
from data.questions.claim_gaps import Gap

BOTH = 2
LISTS = 3
"""Lists of names that a sentence mentions, the longest first."""


def gap_sentence(spread: Gap, counted: str) -> str:
    """Say how far the claims lie apart and who says which end. No verdict, average or sum."""
    low, high = spread.lowest, spread.highest
    if spread.ratio == 1:
        return f"{opening(_all(spread))} of {counted} give one number: {gap_ends(spread)}"
    sentence = f"{opening(_apart(spread, counted))}: {_attributed(high)} against {_attributed(low)}"
    ends = [low["claim_id"], high["claim_id"]]
    named = spread.named_lists[~spread.named_lists["claim_id"].isin(ends)]
    if len(named):
        longest = named.sort_values("highest", ascending=False).head(LISTS)
        lists = [f"{claim_number(row)} by {row['claimant']}" for _, row in longest.iterrows()]
        sentence += f"; {'a list' if len(lists) == 1 else 'lists'} of names alone: {listed(lists)}"
    return sentence


def gap_message(spread: Gap, counted: str) -> str:
    """Say how far the claims lie apart, without who says which end."""
    if spread.ratio == 1:
        number = thousands(spread.lowest["lowest"])
        return f"{opening(counted)}: {_all(spread)} give {number}"
    if spread.of_some:
        apart = f"claims to about the same day differ by up to {times(spread.ratio)}"
        return f"{opening(counted)}: {apart}"
    return f"{opening(counted)}: {_apart(spread)}"


def _all(spread: Gap) -> str:
    return "both claims" if spread.count == BOTH else f"all {spread.count} claims"


def _apart(spread: Gap, counted: str = "") -> str:
    """Say how many times the low end the high end is, and of which claims they are the ends.

    The ends are two claimants'; where a range at one end reaches beyond the other claimant's,
    neither is the highest or the lowest of all, and the sentence says no such thing.
    """
    low, high = spread.lowest, spread.highest
    claims = f"claims of {counted}" if counted else "claims"
    claim = f"claim of {counted}" if counted else "claim"
    upper = ", at its upper end," if high["lowest"] != high["highest"] else ""
    ratio = times(spread.ratio)
    lower = "the lower end of " if low["lowest"] != low["highest"] else ""
    beyond = low["highest"] > high["highest"] or high["lowest"] < low["lowest"]
    if beyond:
        among = f"of {claims} to about the same day, one" if spread.of_some else f"one {claim}"
        return f"{among}{upper} is {ratio} {lower}another"
    if spread.of_some:
        return f"of {claims} to about the same day, the highest is{upper} {ratio} {lower}the lowest"
    end = "at its upper end, " if upper else ""
    return f"{end}the highest {claim} is {ratio} {lower}the lowest"


def gap_ends(spread: Gap) -> str:
    """Name both ends of the claims, who says them and to which days they run."""
    if spread.ratio == 1:
        return f"{_attributed(spread.highest)} and {_attributed(spread.lowest)}"
    return f"{_attributed(spread.highest)} against {_attributed(spread.lowest)}"


def nothing_beside(scope: str, days: int) -> str:
    """Say that no other claimant has a figure of this scope for about the same day."""
    within = f"on this question for a day within {plural(days, 'day')}"
    if scope == "cumulative":
        return f"No other total {within}."
    part = label("scope", scope).lower()
    return f"No other figure for {part} {within}; totals are left aside."


def narrowed_words(basis: tuple[str, ...], claimants: tuple[str, ...]) -> str:
    """Say which figures alone were asked for; blank where all were."""
    kinds = listed([label("basis", code).lower() for code in basis])
    chosen = f"{plural(len(claimants), 'chosen claimant')}" if claimants else ""
    return " of ".join(part for part in (f"{kinds} only" if kinds else "", chosen) if part)


FLOORS = {"named_list": "names found, a floor", "verified_incidents": "cases verified, a floor"}


def _attributed(claim: pd.Series) -> str:
    """Name a claim's number, who says it, the day it runs to, and whether it is a floor."""
    floor = FLOORS.get(claim["basis"], "")
    about = "; ".join(filter(None, [floor, f"to {short_day(claim['holds_on'])}"]))
    return f"{claim_number(claim)} by {claim['claimant']} ({about})"


def no_gap_sentence(rows: pd.DataFrame, counted: str) -> str:
    """Say what there is where fewer than two claims can be compared."""
    if rows.empty:
        return f"No claim of {counted} holds for this period"
    numbered = rows[rows["lowest"].notna()]
    if numbered.empty:
        return f"{plural(len(rows), 'claim')} of {counted}, none with a number"
    compared = rows[rows["latest"]].sort_values(["holds_on", "said_on"])
    if compared.empty:
        each = "each " if len(numbered) > 1 else ""
        return f"{plural(len(numbered), 'figure')} of {counted}, {each}of a part or another day"
    only = compared.iloc[-1]
    which = "the one total" if len(compared) == 1 else "the newest total"
    sentence = f"No two claimants to compare on {counted}: {which} is {_attributed(only)}"
    further = len(numbered) - len(compared)
    if further:
        sentence += f"; {plural(further, 'further figure')} of a part or another day"
    return sentence


def no_gap_message(rows: pd.DataFrame, counted: str) -> str:
    """Say in short that there are no two claimants to compare, or why there is none at all."""
    if rows["latest"].any() and rows["lowest"].notna().any():
        return f"{opening(counted)}: no two claimants to compare"
    return no_gap_sentence(rows, counted)


def only_claim(rows: pd.DataFrame) -> str:
    """Name the one claim of all there is to count; blank where there is none."""
    compared = rows[rows["latest"] & rows["lowest"].notna()].sort_values(["holds_on", "said_on"])
    if compared.empty:
        return ""
    further = int(rows["lowest"].notna().sum()) - len(compared)
    more = f"; {plural(further, 'further figure')} of a part or another day" if further else ""
    return f"{_attributed(compared.iloc[-1])}{more}"


def over_time_message(rows: pd.DataFrame, counted: str) -> str:
    """Say how many figures by how many claimants a period holds."""
    numbered = rows[rows["lowest"].notna()]
    if numbered.empty:
        return f"No claim of {counted} holds for this period"
    claimants = plural(numbered["claimant"].nunique(), "claimant")
    return f"{plural(len(numbered), 'figure')} of {counted} by {claimants}"


def over_time_ends(rows: pd.DataFrame) -> str:
    """Say from when to when the figures run, and which is the highest; blank for none."""
    numbered = rows[rows["lowest"].notna()]
    if numbered.empty:
        return ""
    highest = numbered.loc[numbered["highest"].astype("int64").idxmax()]
    return (
        f"from {short_day(numbered['on'].min())} to {short_day(numbered['on'].max())}; "
        f"the highest is {claim_number(highest)} by {highest['claimant']}"
    )


def over_time_sentence(rows: pd.DataFrame, counted: str) -> str:
    """Say how many figures by how many claimants a period holds, and the highest of them."""
    ends = over_time_ends(rows)
    return f"{over_time_message(rows, counted)}{', ' if ends else ''}{ends}"


def drift_sentence(rows: pd.DataFrame, counted: str) -> str:
    """Say which figure was revised furthest for the same day by the same claimant."""
    furthest = drift_furthest(rows)
    return f"{drift_message(rows, counted)}{'; furthest: ' if furthest else ''}{furthest}"


def drift_message(rows: pd.DataFrame, counted: str) -> str:
    """Say how many figures were revised for the same day."""
    if rows.empty:
        return f"No figure of {counted} was revised for one day"
    revised = plural(rows["quantity"].nunique(), "figure")
    return f"{revised} of {counted} revised for the same day"


def drift_furthest(rows: pd.DataFrame) -> str:
    """Name the figure that was revised furthest, first and last; blank for none."""
    if rows.empty:
        return ""
    ends = rows.groupby("quantity").agg(first=("highest", "first"), last=("highest", "last"))
    moved = (ends["last"].astype("float64") / ends["first"].astype("float64")).map(
        lambda ratio: max(ratio, 1 / ratio) if ratio else 1.0
    )
    versions = rows[rows["quantity"] == moved.idxmax()]
    first, last = versions.iloc[0], versions.iloc[-1]
    return (
        f"{first['claimant']} said {claim_number(first)} for {short_day(first['covers_to'])}, "
        f"later {claim_number(last)}"
    )


def claims_alt(rows: pd.DataFrame, spread: Gap | None, counted: str) -> str:
    """Give the range, the number of claims and both ends with their claimants."""
    sentence = gap_sentence(spread, counted) if spread else no_gap_sentence(rows, counted)
    return f"{plural(len(rows), 'claim')} side by side, by counting basis. {sentence}."


def quoted(words: str, kind: str) -> str:
    """Quote a claim's words; ``kind`` of its source: a row of a data file is no quotation."""
    if kind == "dataset":
        return DATA_ROW
    return f"“{words}”" if words else ""


def rules_alt(counts: pd.DataFrame) -> str:
    """List the rules with their findings, explained and not."""
    lines = [
        f"{row.looks_for}: {row.found}, {row.explained} explained" for row in counts.itertuples()
    ]
    return f"Bars of findings by rule. {'; '.join(lines)}."


def soundness_title(found: pd.DataFrame, rules: int, claims: int) -> str:
    """Say how many findings the rules make, in how many claims, and how many are explained."""
    if not claims:
        return "No casualty claim was known on this day"
    if found.empty:
        return f"{plural(rules, 'rule')} find nothing to look at in {plural(claims, 'claim')}"
    explained = int((found["explained"] != "").sum())
    touched = found["claim_id"].nunique()
    finding = found["rule"].nunique()
    which = plural(rules, "rule") if finding == rules else f"{finding} of {plural(rules, 'rule')}"
    return (
        f"{which} make {plural(len(found), 'finding')} on {touched:,} of "
        f"{plural(claims, 'claim')}; {explained:,} explained"
    )
