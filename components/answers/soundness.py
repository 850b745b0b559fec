"""Where the claims themselves look doubtful, by rule, and what is already explained."""

from dataclasses import dataclass

import pandas as pd

from components.address import Address
from components.answers.answer import Answer, Column, Picture
from components.figures.counted_bars import counted_bars
from components.figures.headlines.claims import rules_alt, soundness_title
from components.figures.palette import EXPLAINED, OPEN_FINDING
from components.figures.wording import claim_number, question_words
from data import Dataset
from data.questions.soundness import RULES, findings

# Who and what first: a rule is long and the same in row upon row, and hid both on a phone.
COLUMNS = (
    Column("claimant", "Claimant"),
    Column("claim", "Claim"),
    Column("looks_for", "Rule"),
    Column("said_on", "Said on", "date"),
    Column("found", "What was found"),
    Column("explained", "Explained"),
    Column("url", "Source", "link"),
)


@dataclass(frozen=True, kw_only=True)
class Soundness(Answer):
    """Adds the rule and the claim chosen, and the counts by rule: found, and explained."""

    rule: str
    claim: str
    counts: pd.DataFrame


def soundness(address: Address, data: Dataset, known_on: pd.Timestamp | None) -> Soundness:
    """Answer ``/soundness``."""
    looks_for = {rule.code: rule.looks_for for rule in RULES}
    rule = address.one("rule", looks_for)
    claim = address.one("claim", data.claims["claim_id"])
    found = findings(data)
    counts = pd.DataFrame(
        [
            (code, words, int((found["rule"] == code).sum()), _explained(found, code))
            for code, words in looks_for.items()
        ],
        columns=["rule", "looks_for", "found", "explained"],
    )
    shown = found[found["rule"] == rule] if rule else found
    claims = data.claims.set_index("claim_id", drop=False).loc[shown["claim_id"]]
    rows = shown.assign(
        looks_for=shown["rule"].map(looks_for),
        claimant=claims["claimant"].to_numpy(),
        claim=[
            f"{claim_number(row)} {question_words(row['whose'], row['population'], row['measure'])}"
            for _, row in claims.iterrows()
        ],
        said_on=claims["said_on"].to_numpy(),
        source_id=claims["source_id"].to_numpy(),
    )
    return Soundness(
        view="soundness",
        data=data,
        known_on=known_on,
        title=soundness_title(found, len(looks_for), len(data.claims)),
        subtitle="A finding is a place to look, not a verdict: contested figures often do this",
        pictures=(
            Picture(
                key="rules",
                figure=counted_bars(_by_rule(counts), COLOURS, "No rule finds anything."),
                alt=rules_alt(counts),
            ),
        ),
        rows=rows.assign(url=rows["source_id"].map(data.sources.set_index("source_id")["url"])),
        columns=COLUMNS,
        noun="finding",
        identifier="claim_id",
        picks="claim",
        source_ids=tuple(rows["source_id"]),
        rule=rule,
        claim=claim,
        counts=counts,
    )


COLOURS = {"Explained": EXPLAINED, "Open": OPEN_FINDING}


def _by_rule(counts: pd.DataFrame) -> pd.DataFrame:
    """Part the findings of each rule into those explained and those open, the most first."""
    found = counts[counts["found"] > 0].set_index("looks_for")
    parted = pd.DataFrame(
        {"Explained": found["explained"], "Open": found["found"] - found["explained"]}
    )
    return parted.loc[found["found"].sort_values(ascending=False, kind="stable").index]


def _explained(found: pd.DataFrame, code: str) -> int:
    return int(((found["rule"] == code) & (found["explained"] != "")).sum())
