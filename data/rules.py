"""Rules that a table schema cannot say: they look across columns, rows and tables."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pandas as pd

from data.contract import Frames
from data.offender import Offender
from data.signs import hidden_in

FIRST_DATA_LINE = 2
UN_MEMBERS = 193
"""Members of the United Nations since 14 July 2011: a full roll names as many."""
PERIODS = {
    "memberships": ("valid_from", "valid_to"),
    "accessions": ("opened_on", "closed_on"),
    "offices": ("held_from", "held_to"),
    "meetings": ("held_from", "held_to"),
    "trade": ("period_from", "period_to"),
    "summits": ("held_from", "held_to"),
    "conflicts": ("from", "to"),
    "claims": ("covers_from", "covers_to"),
}
AHEAD = {"memberships": ("valid_to",), "offices": ("held_to",), "claims": ("covers_to",)}
"""Days that may lie after the review: an end set in advance, and what a projection runs to."""
CODE_LISTS = {
    "countries": ["parties"],
    "conflicts": ["parties", "sco_members_involved"],
    "statements": ["country"],
    "meetings": ["countries"],
}


def broken_rules(frames: Frames, reviewed_on: pd.Timestamp) -> list[Offender]:
    """Name every row that breaks a cross-row rule.

    Parameters
    ----------
    frames
        Typed tables by name, as ``data.contract.read_tables`` returns them.
    reviewed_on
        Day the data were last reviewed: nothing can have been said or published after it.
    """
    offenders = [offender for rule in RULES for offender in rule(frames)]
    return offenders + list(_after_review(frames, reviewed_on))


def _offend(table: str, rows: pd.DataFrame, column: str, rule: str) -> Iterator[Offender]:
    for line, value in zip(rows.index + FIRST_DATA_LINE, rows[column], strict=True):
        yield Offender(f"{table}.csv", int(line), column, _shown(value), rule)


def _shown(value: Any) -> str:
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    return "" if pd.isna(value) else str(value)


def _said_since_the_beginning(frames: Frames) -> Iterator[Offender]:
    """No figure on a conflict is older than the conflict."""
    claims = frames["claims"]
    began = claims["conflict"].map(frames["conflicts"].set_index("conflict")["from"])
    rule = "is before the conflict began"
    yield from _offend("claims", claims[claims["said_on"] < began], "said_on", rule)


def _numbers_in_order(frames: Frames) -> Iterator[Offender]:
    """A claim's low, best and high do not cross."""
    claims = frames["claims"]
    for lower, upper in (("low", "best"), ("best", "high"), ("low", "high")):
        crossed = (claims[lower] > claims[upper]).fillna(False)
        yield from _offend(
            "claims", claims[crossed.astype(bool)], lower, f"{lower} exceeds {upper}"
        )


def _a_number_or_a_word(frames: Frames) -> Iterator[Offender]:
    """A claim carries a number, or a word that says why not."""
    claims = frames["claims"]
    numberless = claims[["low", "best", "high"]].isna().all(axis=1) & (claims["best_blank"] == "")
    rule = "a claim needs a number, or in best one of unknown, none_reported, "
    rule += "not_applicable, withheld"
    yield from _offend("claims", claims[numberless], "best", rule)


def _periods_run_forward(frames: Frames) -> Iterator[Offender]:
    for table, (start, end) in PERIODS.items():
        rows = frames[table]
        yield from _offend(table, rows[rows[start] > rows[end]], end, f"is before {start}")


def _one_status_a_day(frames: Frames) -> Iterator[Offender]:
    """A state holds one status on a day: the next begins no earlier than the last ends."""
    rows = frames["memberships"].sort_values(["country", "valid_from"])
    previous_end = rows.groupby("country")["valid_to"].shift()
    has_previous = rows.groupby("country").cumcount() > 0
    overlapping = has_previous & (previous_end.isna() | (rows["valid_from"] < previous_end))
    rule = "overlaps with the country's earlier status"
    yield from _offend("memberships", rows[overlapping], "valid_from", rule)


def _no_silent_gap(frames: Frames) -> Iterator[Offender]:
    """Where one status ends and none follows on the same day, the note says why."""
    rows = frames["memberships"].sort_values(["country", "valid_from"])
    follows = rows.groupby("country")["valid_from"].shift(-1)
    gap = rows["valid_to"].notna() & (follows != rows["valid_to"]) & (rows["note"] == "")
    rule = "ends without a status that follows, and the note gives no reason"
    yield from _offend("memberships", rows[gap], "valid_to", rule)


def _full_rolls_add_up(frames: Frames) -> Iterator[Offender]:
    """Where every member's vote is held, the votes add up to the official totals."""
    resolutions = frames["resolutions"].set_index("resolution")
    counts = pd.crosstab(frames["votes"]["resolution"], frames["votes"]["vote"])
    full = counts[counts.sum(axis=1) >= UN_MEMBERS]
    for vote in ("yes", "no", "abstain", "not_voting"):
        held = full.get(vote, pd.Series(0, index=full.index))
        official = resolutions[f"votes_{vote}"].reindex(full.index)
        wrong = official.index[(official != held).fillna(False).astype(bool)]
        rows = frames["resolutions"][frames["resolutions"]["resolution"].isin(wrong)]
        rule = "differs from the sum of the recorded roll"
        yield from _offend("resolutions", rows, f"votes_{vote}", rule)


def _codes_are_countries(frames: Frames) -> Iterator[Offender]:
    known = set(frames["countries"]["country"])
    for table, columns in CODE_LISTS.items():
        for column in columns:
            rows = frames[table]
            strange = rows[column].map(
                lambda cell: bool(set(filter(None, cell.split(";"))) - known)
            )
            rule = "holds a code that is not in countries.csv"
            yield from _offend(table, rows[strange.astype(bool)], column, rule)
    claims = frames["claims"]
    strange = ~claims["whose"].isin(known | {"all"})
    yield from _offend("claims", claims[strange], "whose", "is not in countries.csv, nor `all`")


def _places_are_whole(frames: Frames) -> Iterator[Offender]:
    """Latitude and longitude stand together or not at all."""
    for table in ("countries", "summits", "statements"):
        rows = frames[table]
        half = rows["lat"].isna() != rows["lon"].isna()
        yield from _offend(table, rows[half], "lat", "needs both lat and lon, or neither")


def _revisions_are_marked(frames: Frames) -> Iterator[Offender]:
    """A figure that another one replaces no longer stands, and came no later."""
    claims = frames["claims"]
    later = claims[claims["supersedes"] != ""]
    earlier = claims.set_index("claim_id").reindex(later["supersedes"])
    stands = (earlier["status"] == "stands").to_numpy()
    yield from _offend("claims", later[stands], "supersedes", "names a claim that still stands")
    reversed_ = earlier["said_on"].to_numpy() > later["said_on"].to_numpy()
    yield from _offend("claims", later[reversed_], "supersedes", "names a claim said later")


def _one_statement_a_claim(frames: Frames) -> Iterator[Offender]:
    """A figure that a statement carries is one claim, and that claim leads back to it alone."""
    rows = frames["statements"]
    linked = rows[rows["claim_id"] != ""]
    twice = linked[linked["claim_id"].duplicated(keep=False)]
    yield from _offend("statements", twice, "claim_id", "is linked by more than one statement")
    said = frames["claims"].set_index("claim_id")["said_on"]
    day = linked["claim_id"].map(said)
    yield from _offend(
        "statements",
        linked[(day != linked["said_on"]).to_numpy()],
        "claim_id",
        "names a claim said on another day",
    )


def _two_sides_a_meeting(frames: Frames) -> Iterator[Offender]:
    """Accounts can only be laid side by side where two sides published one."""
    rows = frames["readouts"]
    sides = rows.groupby("meeting_id")["side"].transform("nunique")
    yield from _offend("readouts", rows[sides != 2], "meeting_id", "needs two sides' accounts")


def _no_outer_space(frames: Frames) -> Iterator[Offender]:
    for table, rows in frames.items():
        for column in rows.select_dtypes("str"):
            padded = rows[column] != rows[column].str.strip()
            yield from _offend(table, rows[padded], column, "begins or ends with a space")


def _no_hidden_signs(frames: Frames) -> Iterator[Offender]:
    """No cell holds a sign that cannot be seen and changes how the text around it reads."""
    for table, rows in frames.items():
        for column in rows.select_dtypes("str"):
            for line, cell in enumerate(rows[column], start=FIRST_DATA_LINE):
                if rule := hidden_in(cell):
                    yield Offender(f"{table}.csv", line, column, cell, rule)


def _after_review(frames: Frames, reviewed_on: pd.Timestamp) -> Iterator[Offender]:
    """Nothing was said, published, held or read after the review; only ends may lie ahead."""
    for table, rows in frames.items():
        for column in rows.select_dtypes("datetime"):
            if column not in AHEAD.get(table, ()):
                late = rows[rows[column] > reviewed_on]
                rule = f"is after {reviewed_on:%Y-%m-%d}, the day of the last review"
                yield from _offend(table, late, column, rule)
    for column in ("year", "borrowed_from_year"):
        rows = frames["indicators"]
        late = rows[(rows[column] > reviewed_on.year).fillna(False).astype(bool)]
        yield from _offend("indicators", late, column, "is after the year of the last review")


RULES: Iterable[Callable[[Frames], Iterator[Offender]]] = (
    _said_since_the_beginning,
    _numbers_in_order,
    _a_number_or_a_word,
    _periods_run_forward,
    _one_status_a_day,
    _no_silent_gap,
    _full_rolls_add_up,
    _codes_are_countries,
    _places_are_whole,
    _revisions_are_marked,
    _one_statement_a_claim,
    _two_sides_a_meeting,
    _no_outer_space,
    _no_hidden_signs,
)
