"""How members voted on Ukraine at the General Assembly, and who votes with whom."""

from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from components.address import Address
from components.answers.answer import Answer, Column, Picture
from components.answers.members import read_on
from components.figures.headlines.votes import (
    agreement_message,
    agreement_title,
    matrix_alt,
    roll_title,
    unnamed_votes,
    votes_message,
)
from components.figures.sco_wording import value_words, words_for
from components.figures.vote_matrix import agreement_matrix, vote_matrix
from components.figures.wording import day, label, plural
from data import Dataset
from data.questions.members import member_codes
from data.questions.trade import trade_shares
from data.questions.votes import agreement, roll
from data.questions.votes import vote_matrix as matrix_of

ROLL_COLUMNS = (
    Column("name", "State"),
    Column("cast", "Vote"),
    Column("then", "In the SCO that day"),
    Column("imports", "Imports from Russia"),
    Column("exports", "Exports to Russia"),
    Column("gdp", "Trade with Russia, of GDP"),
    Column("url", "Source of the vote", "link"),
)
LIST_COLUMNS = (
    Column("resolution", "Resolution"),
    Column("adopted_on", "Adopted", "date"),
    Column("title", "Title"),
    Column("votes_yes", "In favour"),
    Column("votes_no", "Against"),
    Column("votes_abstain", "Abstained"),
    Column("not_voting", "Did not vote"),
    Column("text_url", "Text", "link"),
)
NOT_VOTING = (
    "Not voting is not abstention. Agreement counts only resolutions on which both states voted in "
    "favour, against, or abstained. A blank: no source names the vote."
)


@dataclass(frozen=True, kw_only=True)
class Votes(Answer):
    """Adds the chosen resolution and pair, the states compared, and their votes.

    ``matrix`` has a resolution a row, newest first, and a state a column.
    """

    on: pd.Timestamp
    resolution: str
    resolutions: tuple[str, ...]
    matrix: pd.DataFrame
    pair: tuple[str, ...]
    states: tuple[str, ...]
    choices: tuple[str, ...]


def votes(address: Address, data: Dataset, known_on: pd.Timestamp | None) -> Votes:
    """Answer ``/votes``."""
    on = read_on(address, data, known_on)
    names = data.countries.set_index("country")["name"]
    known = data.resolutions[data.resolutions["adopted_on"] <= on]
    held = data.votes[data.votes["resolution"].isin(known["resolution"])]
    members = member_codes(data.memberships, on)
    choices = sorted(set(data.memberships["country"]), key=lambda code: str(names[code]))
    states = address.several("state", choices) or members
    matrix = matrix_of(held, known, states)
    resolution = address.one("resolution", list(matrix.index))
    pair = address.one("pair", [f"{a}-{b}" for a, b in combinations(states, 2)])
    pairs = agreement(held, states)
    overall = agreement_title(pairs, names, len(known))
    columns: tuple[Column, ...] = LIST_COLUMNS
    rows, title = _list(known), overall
    others = _others_than(states, members)
    measured = (
        f"General Assembly since 2014; members of {day(on)}, whenever they joined"
        f"{unnamed_votes(matrix)}"
    )
    message = votes_message(matrix, plural(len(states), "state" if others else "member"))
    if resolution:
        rows, columns = _roll(data, held, resolution, states), ROLL_COLUMNS
        adopted = known.set_index("resolution")["adopted_on"][resolution]
        title = roll_title(rows, resolution, adopted, "state" if others else "member")
        message, measured = title, str(known.set_index("resolution")["title"][resolution])
    statuses = _statuses(data, known, states)
    return Votes(
        view="votes",
        data=data,
        known_on=known_on,
        title=title,
        subtitle="General Assembly resolutions on Ukraine since 2014; members as of "
        f"{day(on)}, whenever they joined",
        pictures=(
            Picture(
                key="votes-matrix",
                figure=vote_matrix(matrix, known, names, statuses, resolution),
                alt=matrix_alt(matrix, names),
                picks="resolution",
                note=f"{NOT_VOTING} {_key(states, names)}",
                message=message,
                measured=measured,
            ),
            Picture(
                key="votes-agreement",
                figure=agreement_matrix(pairs, states, names),
                alt=f"Per cent of compared votes that were alike, for every pair. {overall}.",
                picks="pair",
                note="Per cent of the resolutions on which both voted, and voted alike.",
                message=agreement_message(pairs, names),
                measured="Per cent of the resolutions on which both voted in favour, against or "
                "abstained, and did so alike",
            ),
        ),
        rows=rows,
        columns=columns,
        noun="state" if resolution else "resolution",
        identifier="country" if resolution else "resolution",
        picks="" if resolution else "resolution",
        source_ids=tuple(set(known["source_id"]) | (set(rows["source_id"]) - {""})),
        on=on,
        resolution=resolution,
        resolutions=tuple(matrix.index),
        matrix=matrix,
        pair=tuple(pair.split("-")) if pair else (),
        states=tuple(states),
        choices=tuple(choices),
    )


def _key(states: list[str], names: pd.Series) -> str:
    """Spell out the codes that head the columns."""
    return f"{', '.join(f'{code} {names[code]}' for code in states)}."


def _others_than(states: list[str], members: list[str]) -> bool:
    """Say whether the states are others than the members of the day."""
    return list(states) != list(members)


def _list(known: pd.DataFrame) -> pd.DataFrame:
    rows = known.sort_values(["adopted_on", "resolution"], ascending=[False, True])
    blank = rows["votes_not_voting"].isna()
    counts = rows["votes_not_voting"].astype("str").mask(blank, "unknown")
    return rows.assign(not_voting=counts)


def _roll(data: Dataset, held: pd.DataFrame, resolution: str, states: list[str]) -> pd.DataFrame:
    """Put the votes on one resolution beside each state's trade with Russia."""
    rows = roll(held, resolution, states)
    adopted = data.resolutions.set_index("resolution")["adopted_on"][resolution]
    statuses = _statuses(data, data.resolutions, states)
    shares = [_share_with_russia(data, code) for code in rows["country"]]
    urls = data.sources.set_index("source_id")["url"]
    return rows.assign(
        name=rows["country"].map(data.countries.set_index("country")["name"]),
        adopted_on=adopted,
        cast=rows["vote"].map(lambda vote: words_for("vote", vote)),
        then=[statuses.get((resolution, code), "no status") for code in rows["country"]],
        imports=[share["imports"] for share in shares],
        exports=[share["exports"] for share in shares],
        gdp=[share["gdp"] for share in shares],
        url=[urls.get(source_id, "") for source_id in rows["source_id"]],
    )


def _share_with_russia(data: Dataset, code: str) -> dict[str, str]:
    """Say how much of a state's trade is with Russia, or why that is not held."""
    if code == "RUS":
        return dict.fromkeys(("imports", "exports", "gdp"), "not applicable")
    said = {}
    for measure, value, period, reason in trade_shares(data.trade, data.indicators, code, "RUS"):
        said[measure] = f"{value_words(value, 'pct')} ({period})" if pd.notna(value) else reason
    return said


def _statuses(
    data: Dataset, resolutions: pd.DataFrame, states: list[str]
) -> dict[tuple[str, str], str]:
    """Say what each state was to the SCO on the day of each vote."""
    found = {}
    memberships = data.memberships[data.memberships["country"].isin(states)]
    for resolution, on in zip(resolutions["resolution"], resolutions["adopted_on"], strict=True):
        ended = memberships["valid_to"].notna() & (memberships["valid_to"] <= on)
        held = memberships[(memberships["valid_from"] <= on) & ~ended]
        for code, status in zip(held["country"], held["status"], strict=True):
            found[(resolution, code)] = label("status", status)
    return found
