"""Rules that look for trouble in the claims themselves, and what they find.

A finding is a place to look, not a verdict: many are how contested figures behave. Those that
are real and explained stand in ``explained_findings.csv`` with the reason, and are shown as
explained.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import pandas as pd

from data import Dataset
from data.questions.claims import with_bounds
from data.written_numbers import carries

QUESTION = ["conflict", "whose", "population", "measure"]
CLOSE = pd.Timedelta(days=3)
DIFFERS = 1.25
"""Two values of one claimant this many times apart on close dates are worth a look."""
SAME_NUMBER_WITHIN = pd.Timedelta(days=92)
LARGE = 1000
"""Below this, equal numbers and straight lines are chance."""
STALE = pd.Timedelta(days=365)
STEP_WITHIN = pd.Timedelta(days=45)

Finding = tuple[str, str]
"""A claim_id, and what was found, in words."""


@dataclass(frozen=True)
class Rule:
    """A rule by its code, what it looks for, and how it looks."""

    code: str
    looks_for: str
    find: Callable[[Dataset], list[Finding]]


@lru_cache(maxsize=4)
def findings(dataset: Dataset) -> pd.DataFrame:
    """Apply every rule, once a dataset: what a reader filters by changes none of them.

    Returns
    -------
    pandas.DataFrame
        ``rule, claim_id, found, explained``: a row a finding; ``explained`` is the reason on
        record, or ``""``.
    """
    rows = [
        (rule.code, claim_id, found) for rule in RULES for claim_id, found in rule.find(dataset)
    ]
    frame = pd.DataFrame(rows, columns=["rule", "claim_id", "found"]).astype("str")
    reasons = dataset.explained_findings.set_index(["rule", "claim_id"])["reason"].to_dict()
    keys = zip(frame["rule"], frame["claim_id"], strict=True)
    return frame.assign(explained=[reasons.get(key, "") for key in keys])


def _standing(dataset: Dataset) -> pd.DataFrame:
    claims = with_bounds(dataset.claims)
    claims = claims.assign(best_shown=claims["best"].fillna(claims["lowest"]))
    return claims[(claims["status"] == "stands") & claims["lowest"].notna()]


def _in_order(rows: pd.DataFrame, same: list[str]) -> list[list[Any]]:
    """List the rows alike in ``same``, each list by the days that its figures hold for.

    Sorted once and cut, not sorted group by group: hundreds of groups are of one row.
    """
    ordered = rows.sort_values(["holds_on", "said_on", "claim_id"])
    wanted = ["claim_id", "holds_on", "best_shown", "lowest", "highest"]
    groups: dict[int, list[Any]] = {}
    numbers = ordered.groupby(same, dropna=False).ngroup()
    for number, row in zip(numbers, ordered[wanted].itertuples(), strict=True):
        groups.setdefault(int(number), []).append(row)
    return [groups[number] for number in sorted(groups)]


def _two_values(dataset: Dataset) -> list[Finding]:
    """Two values of one claimant for one thing on the same day, or nearly.

    Figures of a part are compared only where they cover the same days.
    """
    found = []
    rows = _standing(dataset)
    part = rows["scope"] != "cumulative"
    rows = rows.assign(
        span_from=rows["covers_from"].where(part), span_to=rows["covers_to"].where(part)
    )
    same = [*QUESTION, "claimant", "scope", "basis", "span_from", "span_to"]
    for series in _in_order(rows, same):
        for one, other in pairwise(series):
            apart = other.holds_on - one.holds_on
            low, high = sorted([int(one.best_shown), int(other.best_shown)])
            overlap = one.lowest <= other.highest and other.lowest <= one.highest
            if apart <= CLOSE and not overlap and high > DIFFERS * max(low, 1):
                days = "on one day" if not apart.days else f"{apart.days} days apart"
                days = "1 day apart" if apart.days == 1 else days
                words = f"{low:,} and {high:,}, {days}"
                found.append((other.claim_id, words))
    return found


def _falls(dataset: Dataset) -> list[Finding]:
    """A later cumulative figure below an earlier one of the same series."""
    found = []
    rows = _standing(dataset)
    rows = rows[(rows["scope"] == "cumulative")]
    for series in _in_order(rows, [*QUESTION, "claimant", "basis"]):
        top, of_day = -1, ""
        for row in series:
            if int(row.highest) < top:
                found.append((row.claim_id, f"{int(row.highest):,}, after {top:,} {of_day}"))
            if int(row.lowest) > top:
                top, of_day = int(row.lowest), f"to {row.holds_on:%Y-%m-%d}"
    return found


def _killed_as_casualties(dataset: Dataset) -> list[Finding]:
    """The same large number, here as killed, there as killed and wounded; or a misreport."""
    rows = _standing(dataset)
    rows = rows.assign(number=rows["best_shown"])
    rows = rows[rows["number"] >= LARGE]
    killed = rows[rows["measure"] == "killed"]
    more = rows[rows["measure"].isin(["killed_and_wounded", "killed_wounded_missing_captured"])]
    pairs = killed.merge(
        more, on=["conflict", "whose", "population", "number"], suffixes=("", "_more")
    )
    near = (pairs["said_on"] - pairs["said_on_more"]).abs() <= SAME_NUMBER_WITHIN
    reported = [
        (
            row.claim_id,
            f"{int(row.number):,} stands as {row.measure_more.replace('_', ' ')} in the words of "
            f"{row.claimant_more}, {row.said_on_more:%Y-%m-%d}",
        )
        for row in pairs[near].itertuples()
    ]
    pages = _pages(dataset)
    misprints = dataset.claim_sources[dataset.claim_sources["relation"] == "misreports"]
    return reported + [
        (row.claim_id, f"printed differently by {pages.get(row.source_id, row.source_id)}")
        for row in misprints.itertuples()
    ]


def _straight_line(dataset: Dataset) -> list[Finding]:
    """A value that lies exactly on the line between its neighbours in the series."""
    found = []
    rows = _standing(dataset)
    rows = rows[(rows["series"] != "") & rows["best"].notna()]
    for _, group in rows.groupby(["series", *QUESTION]):
        ordered = group.sort_values(["holds_on", "claim_id"]).drop_duplicates("holds_on")
        days = (ordered["holds_on"] - ordered["holds_on"].min()).dt.days.to_list()
        numbers = [int(v) for v in ordered["best"]]
        for place in range(1, len(numbers) - 1):
            (d0, d1, d2), (n0, n1, n2) = (
                days[place - 1 : place + 2],
                numbers[place - 1 : place + 2],
            )
            line = n0 + (n2 - n0) * (d1 - d0) / (d2 - d0)
            if n2 - n0 >= LARGE and n1 not in (n0, n2) and abs(n1 - line) < 0.5:
                found.append(
                    (
                        ordered["claim_id"].iloc[place],
                        f"{n1:,} is on the line from {n0:,} to {n2:,}",
                    )
                )
    return found


def _circular(dataset: Dataset) -> list[Finding]:
    """A claim that rests on another one: the two are not independent."""
    links = dataset.claim_links[dataset.claim_links["relation"].isin(["rests_on", "repeats"])]
    claims = dataset.claims.set_index("claim_id")
    said = claims["claimant"] + ", " + claims["said_on"].dt.strftime("%Y-%m-%d")
    return [
        (row.claim_id, f"{row.relation.replace('_', ' ')} {said[row.related_claim_id]}")
        for row in links.itertuples()
    ]


def _pages(dataset: Dataset) -> dict[str, str]:
    """Name each source by its publisher and title."""
    sources = dataset.sources
    named = sources["publisher"] + ": " + sources["title"]
    return dict(zip(sources["source_id"], named, strict=True))


def _source_lacks_number(dataset: Dataset) -> list[Finding]:
    """A source whose words do not carry the number, or that was found not to."""
    found = []
    languages = dataset.sources.set_index("source_id")["language"]
    for _, claim in with_bounds(dataset.claims).iterrows():
        numbers = {int(v) for v in (claim["low"], claim["best"], claim["high"]) if pd.notna(v)}
        language = languages.get(claim["source_id"], "en")
        if numbers and not any(carries(claim["words"], number, language) for number in numbers):
            written = ", ".join(f"{number:,}" for number in sorted(numbers))
            found.append((claim["claim_id"], f"{written} does not stand in the words quoted"))
    missing = dataset.claim_sources[dataset.claim_sources["relation"] == "not_found"]
    pages = _pages(dataset)
    return found + [
        (row.claim_id, f"not found in {pages.get(row.source_id, row.source_id)}")
        for row in missing.itertuples()
    ]


def _method_step(dataset: Dataset) -> list[Finding]:
    """The first figure of a series made public once its method had changed."""
    found = []
    rows = _standing(dataset).sort_values(["said_on", "claim_id"])
    for change in dataset.method_changes.itertuples():
        since = rows["said_on"] - change.changed_on
        near = rows[(rows["series"] == change.series) & since.between(pd.Timedelta(0), STEP_WITHIN)]
        for claim_id in near["claim_id"].head(1):
            found.append((claim_id, f"{change.what} ({change.changed_on:%Y-%m-%d})"))
    return found


def _stale(dataset: Dataset) -> list[Finding]:
    """A series without a new figure for a year, on a conflict that goes on."""
    running = set(dataset.conflicts.loc[dataset.conflicts["to"].isna(), "conflict"])
    rows = _standing(dataset)
    rows = rows[rows["conflict"].isin(running) & (rows["series"] != "")]
    last = rows.sort_values(["said_on", "claim_id"]).groupby("series").tail(1)
    old = last[last["said_on"] < dataset.reviewed_on - STALE]
    return [
        (row.claim_id, f"last figure of the series: {row.said_on:%Y-%m-%d}")
        for row in old.itertuples()
    ]


RULES = (
    Rule("two_values", "One claimant, two values for the same thing on close dates", _two_values),
    Rule("falls", "A later total below an earlier one", _falls),
    Rule(
        "killed_as_casualties",
        "A figure that others print as something else",
        _killed_as_casualties,
    ),
    Rule("straight_line", "A value on a straight line between its neighbours", _straight_line),
    Rule("circular", "One claim rests on another", _circular),
    Rule("source_lacks_number", "A source that does not carry the number", _source_lacks_number),
    Rule("method_step", "A step caused by a change of method", _method_step),
    Rule("stale", "A series with no new figure for a year", _stale),
)
