"""Read claims from lowest to highest off a picture: which are drawn, which are not, and why."""

from typing import Any

import pandas as pd

from components.answers.answer import Answer
from components.exports.slides.bodies import Bar, RangeBody
from components.figures.palette import QUIET, STAKE
from components.figures.wording import (
    claim_number,
    label,
    listed,
    plural,
    question_words,
    short_day,
    shorten,
)
from data.questions.claims import BASIS_ORDER, with_bounds

MOST_BARS = 14
ELSEWHERE = "The rows of these claims are in the data file of a slide of /casualties."
"""Said where a view draws claims beside rows of another kind."""
OFFICIAL = "official_statement"
FEW = 2
"""Claimants without a comparable figure, up to which parts are drawn beside the rest."""


def claim_ids(traces: list[Any], answer: Answer) -> list[str]:
    """List the claims that every mark with an id stands for; none if a mark stands for another."""
    found = [identity for trace in traces for identity in ids_of(trace)]
    known = set(answer.data.claims["claim_id"])
    return list(dict.fromkeys(found)) if found and set(found) <= known else []


def ids_of(trace: Any) -> list[str]:
    """List what the marks of a trace carry: an id each, blank for none."""
    carried = getattr(trace, "customdata", None)
    return [
        str(c if isinstance(c, str) else next(iter(c))) if c is not None else ""
        for c in ([] if carried is None else carried)
    ]


def read_ranges(ids: list[str], answer: Answer) -> RangeBody | None:
    """Read claims as bars; None where none has a number, or where measures are mixed."""
    claims = answer.data.claims
    of_view = answer.rows if "claim_id" in answer.rows else claims[claims["claim_id"].isin(ids)]
    rows = with_bounds(claims[claims["claim_id"].isin(ids)])
    rows = rows[rows["lowest"].notna()]
    if rows.empty or len(set(rows["measure"])) > 1:
        return None
    rank = rows["basis"].map(BASIS_ORDER.index)
    rows = rows.assign(rank=rank).sort_values(["rank", "claimant", "holds_on", "said_on"])
    elsewhere = of_view[of_view["other_period"]] if "other_period" in of_view else of_view.head(0)
    rows = rows.assign(other_period=rows["claim_id"].isin(set(elsewhere["claim_id"])))
    chosen = _chosen(rows, of_view)
    first = chosen.iloc[0]
    newest = _newest_of_states(chosen)
    bars = tuple(
        _bar(claim, own_newest=claim["claim_id"] in newest)
        for _, claim in chosen.head(MOST_BARS).iterrows()
    )
    return RangeBody(
        bars,
        question_words(first["whose"], first["population"], first["measure"]),
        len(of_view) - len(bars),
        _why(of_view, rows, bars, beyond=max(len(chosen) - MOST_BARS, 0))
        if "claim_id" in answer.rows
        else ELSEWHERE,
    )


def _chosen(rows: pd.DataFrame, of_view: pd.DataFrame) -> pd.DataFrame:
    """Choose each claimant's newest comparable figure; parts beside it where it stands alone."""
    standing = rows[rows["status"] == "stands"]
    newest = standing.groupby(["basis", "claimant"], sort=False)["claim_id"].last()
    if "latest" in of_view and of_view["latest"].any():
        latest = of_view.loc[of_view["latest"].astype(bool), "claim_id"]
        heard = set(rows.loc[rows["claim_id"].isin(latest), "claimant"])
        if len(heard) >= FEW:
            newest = latest
        else:
            others = newest[~newest.index.get_level_values("claimant").isin(heard)]
            newest = pd.concat([latest, others])
    return rows[rows["claim_id"].isin(newest)] if len(newest) else rows


def _newest_of_states(rows: pd.DataFrame) -> set[str]:
    """Give the newest official figure of each state: a side's older one never stands for it."""
    official = rows[(rows["basis"] == OFFICIAL) & (rows["claimant_country"] != "")]
    whole = official[(official["scope"] == "cumulative") & (official["status"] == "stands")]
    newest = whole.sort_values(["holds_on", "said_on"], kind="stable")
    return set(newest.groupby("claimant_country")["claim_id"].last())


def _bar(claim: pd.Series, *, own_newest: bool) -> Bar:
    aside = _apart(claim) != ""
    return Bar(
        claim_id=claim["claim_id"],
        label=f"{shorten(claim['claimant'], 42)}, to {short_day(claim['holds_on'])}",
        low=int(claim["lowest"]),
        best=int(claim["best"]) if pd.notna(claim["best"]) else None,
        high=int(claim["highest"]),
        words=claim_number(claim),
        stake=label("stake", claim["stake"]),
        colour=STAKE.get(claim["stake"], (QUIET, ""))[0],
        basis=label("basis", claim["basis"]),
        aside=aside,
        apart=_apart(claim),
        own_newest=own_newest,
    )


def _apart(claim: pd.Series) -> str:
    words = [
        "a part" if claim["scope"] != "cumulative" else "",
        "not compared" if claim["other_period"] else "",
        label("claim_status", claim["status"]).lower() if claim["status"] != "stands" else "",
    ]
    return ", ".join(word for word in words if word)


def how_to_read_native(body: RangeBody) -> str:
    """Say what the parts of native bars mean, which know no line at the figure put forward."""
    parts = ["Pale: up to the lowest figure the claimant gave"]
    if any(bar.low < bar.high for bar in body.bars):
        parts.append("full colour: from there to the highest")
    if any(bar.best not in (None, bar.low, bar.high) for bar in body.bars):
        parts.append("or to the one put forward, with the highest in a middle tone")
    return f"{'; '.join(parts)}."


def _why(of_view: pd.DataFrame, rows: pd.DataFrame, bars: tuple[Bar, ...], beyond: int) -> str:
    """Say which rows of the view have no bar; blank where all have one."""
    blank = of_view[~of_view["claim_id"].isin(rows["claim_id"])]
    others = len(of_view) - len(bars) - len(blank) - beyond
    parts = [
        f"{others} of a part, of another day or no longer standing" if others else "",
        f"{len(blank)} without a number ({_blanks(blank)})" if len(blank) else "",
        f"{beyond} beyond the {MOST_BARS} that fit" if beyond else "",
    ]
    said = [part for part in parts if part]
    if not said:
        return ""
    left_out = len(of_view) - len(bars)
    words = plural(left_out, "further figure")
    if len(said) == 1:
        return f"In the data file besides: {words}, {said[0].partition(' ')[2]}."
    return f"In the data file besides: {words}: {listed(said)}."


def without_number(rows: pd.DataFrame) -> str:
    """Say which claims have a word and no number, so no mark among numbers; blank for none."""
    if "lowest" not in rows or not rows["lowest"].isna().any():
        return ""
    blank = rows[rows["lowest"].isna()]
    return f"Not drawn: {plural(len(blank), 'figure')} without a number ({_blanks(blank)})."


def _blanks(blank: pd.DataFrame) -> str:
    words = [f"{row['claimant']}: {claim_number(row)}" for _, row in blank.iterrows()]
    return "; ".join(words[:2]) + (f"; and {len(words) - 2} more" if len(words) > 2 else "")
