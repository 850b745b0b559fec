"""Sentences about how far casualty claims lie apart."""

import pandas as pd

from components.figures.wording import claim_number, listed, plural, thousands, times
from data.questions.claims import Gap


def gap_sentence(spread: Gap, counted: str) -> str:
    """Say how far the claims lie apart and who says which end. No verdict, average or sum."""
    low, high = spread.lowest, spread.highest
    if spread.ratio == 1:
        return f"All {spread.count} claims on {counted} give {thousands(low['lowest'])}"
    sentence = (
        f"The highest claim of {counted} is {times(spread.ratio)} the lowest: "
        f"{high['claimant']} says {claim_number(high)}, {low['claimant']} {claim_number(low)}"
    )
    named = spread.named_lists[spread.named_lists["claim_id"] != low["claim_id"]]
    if len(named):
        lists = [f"{row['claimant']} hold {claim_number(row)}" for _, row in named.iterrows()]
        sentence += f"; lists of names alone: {listed(lists[:2])}"
    return sentence


def no_gap_sentence(rows: pd.DataFrame, counted: str) -> str:
    """Say what there is where fewer than two claims can be compared."""
    with_number = rows[rows["lowest"].notna()]
    if rows.empty:
        return f"No claim of {counted} holds for this period"
    if with_number.empty:
        return f"{plural(len(rows), 'claim')} of {counted}, none with a number"
    newest = with_number.sort_values("said_on").iloc[-1]
    return f"{newest['claimant']} says {claim_number(newest)} {counted}; no other claim to compare"


def claims_alt(rows: pd.DataFrame, spread: Gap | None, counted: str) -> str:
    """Give the range, the number of claims and both ends with their claimants."""
    sentence = gap_sentence(spread, counted) if spread else no_gap_sentence(rows, counted)
    return f"{plural(len(rows), 'claim')} side by side, by counting basis. {sentence}."
