"""Who needs whom: what any two members sell, say and vote, and how unequal it is."""

from dataclasses import dataclass

import pandas as pd

from components.address import Address
from components.answers.answer import Answer, Column, Picture
from components.answers.members import read_on
from components.figures.dependence_bars import dependence_bars
from components.figures.headlines.relations import (
    dependence_alt,
    dependence_message,
    dependence_sentence,
    figures_message,
    ratio_words,
    size_words,
    trade_message,
)
from components.figures.sco_wording import words_for
from components.figures.trade_lines import trade_lines
from components.figures.wording import day
from data import Dataset
from data.questions.meetings import between, gatherings, travel_between
from data.questions.members import member_codes
from data.questions.relations import names_of, ratios, said_about
from data.questions.trade import between_pair, dependence, goods_by_year
from data.questions.votes import pair_agreement

DEFAULT = ("CHN", "RUS")
SAID = 2
"""Statements of each side about the other that are shown."""
COLUMNS = (
    Column("period", "Period"),
    Column("what", "What"),
    Column("who", "Who sells to whom"),
    Column("shown", "Value"),
    Column("by", "By whose account"),
    Column("measure_note", "As published"),
    Column("url", "Source", "link"),
)


@dataclass(frozen=True, kw_only=True)
class Relations(Answer):
    """Adds the pair, its sizes side by side, votes, meetings, and what each said of the other.

    ``alike`` is the number of resolutions on which both voted alike, and that compared.
    ``travel`` counts the meetings at ``a``, at ``b`` and elsewhere. ``needs`` are the rows of
    ``questions.trade.dependence`` that are drawn.
    """

    on: pd.Timestamp
    a: str
    b: str
    choices: tuple[str, ...]
    needs: pd.DataFrame
    sizes: pd.DataFrame
    alike: tuple[int, int]
    meetings: pd.DataFrame
    travel: dict[str, int]
    said: dict[str, pd.DataFrame]
    words: dict[str, str]


def relations(address: Address, data: Dataset, known_on: pd.Timestamp | None) -> Relations:
    """Answer ``/relations``."""
    on = read_on(address, data, known_on)
    names = data.countries.set_index("country")["name"]
    codes = sorted(member_codes(data.memberships, on), key=lambda code: str(names[code]))
    a, b = _pair(address, codes)
    traded = data.trade[data.trade["period_to"] <= on]
    measured = data.indicators[data.indicators["year"] <= on.year]
    voted = data.resolutions.loc[data.resolutions["adopted_on"] <= on, "resolution"]
    needs = dependence(traded, measured, a, b)
    goods = goods_by_year(traded, a, b)
    met = gatherings(data.meetings, data.summits)
    met = met[met["held_from"] <= on]
    spoken = {
        side: said_about(
            data.statements[data.statements["said_on"] <= on],
            side,
            names_of(names, data.offices, other, on),
        ).head(SAID)
        for side, other in ((a, b), (b, a))
    }
    pair_meetings = between(met, a, b)
    rows = _rows(between_pair(traded, a, b), names, data)
    return Relations(
        view="relations",
        data=data,
        known_on=known_on,
        title=dependence_sentence(needs, names, a, b),
        subtitle=f"{names[a]} and {names[b]}: what each needs of the other, figures to {day(on)}",
        pictures=(
            Picture(
                key="dependence",
                figure=dependence_bars(needs, names, a, b),
                alt=dependence_alt(needs, names, a, b),
                note="Bars are shares of each side's own total, so they can be compared although "
                "the two economies differ in size. Trade can exceed a GDP: goods pass through."
                if needs["value"].notna().any()
                else "",
                message=dependence_message(needs, names, a, b)
                or figures_message(len(rows), names, a, b),
                measured=f"What {names[a]} and {names[b]} need of each other: shares of each "
                "side's own total"
                if needs["value"].notna().any()
                else f"Figures to {day(on)}",
            ),
            Picture(
                key="trade",
                figure=trade_lines(goods, names, a, b),
                alt=f"Goods traded between {names[a]} and {names[b]} by year, "
                f"{len(goods)} published values.",
                note="Two states' statistics of one trade differ and are never joined; a line "
                "breaks where a year or the source's measure is missing."
                if len(goods)
                else "",
                message=trade_message(goods, names, a, b),
                measured="Billion US dollars a year, by whose account",
            ),
        ),
        rows=rows,
        columns=COLUMNS,
        noun="figure",
        source_ids=(
            *rows["source_id"],
            *needs.loc[needs["source_id"] != "", "source_id"],
            *pair_meetings["source_id"],
            *(code for frame in spoken.values() for code in frame["source_id"]),
        ),
        on=on,
        a=a,
        b=b,
        choices=tuple(codes),
        needs=needs,
        sizes=_sizes(measured, a, b, names),
        alike=pair_agreement(data.votes[data.votes["resolution"].isin(voted)], a, b),
        meetings=pair_meetings,
        travel=travel_between(met, a, b),
        said=spoken,
        words={side: str(names[side]) for side in (a, b)},
    )


def _pair(address: Address, codes: list[str]) -> tuple[str, str]:
    """Read two different members; the default pair is the largest by trade that is held."""
    a = address.one("a", codes, DEFAULT[0])
    fallback = DEFAULT[1] if a != DEFAULT[1] else DEFAULT[0]
    b = address.one("b", codes, fallback)
    if a == b:
        address.ignore("b", b, "is the same state as a")
        b = fallback
    return a, b


def _sizes(indicators: pd.DataFrame, a: str, b: str, names: pd.Series) -> pd.DataFrame:
    found = ratios(indicators, a, b)
    return pd.DataFrame(
        {
            "what": [words_for("short_indicator", code) for code in found["indicator"]],
            "year": found["year"].map(lambda year: "" if pd.isna(year) else str(year)),
            "of_a": [
                size_words(
                    row.a, row.a_low, row.unit, _own_year(row.year, row.a_year), row.a_reason
                )
                for row in found.itertuples()
            ],
            "of_b": [
                size_words(
                    row.b, row.b_low, row.unit, _own_year(row.year, row.b_year), row.b_reason
                )
                for row in found.itertuples()
            ],
            "ratio": [
                ratio_words(
                    row.a,
                    row.b,
                    str(names[a]),
                    str(names[b]),
                    ranged=pd.notna(row.a_low) or pd.notna(row.b_low),
                )
                if pd.notna(row.year)
                else "no year in which both have a value"
                for row in found.itertuples()
            ],
            "in_full": [words_for("indicator", code) for code in found["indicator"]],
        }
    )


def _own_year(shared: object, own: object) -> object:
    """Give the year of one side where both sides have none in common."""
    return own if pd.isna(shared) else pd.NA


def _rows(rows: pd.DataFrame, names: pd.Series, data: Dataset) -> pd.DataFrame:
    """Put every figure on trade, energy and arms into words, newest first."""
    rows = rows.sort_values(["period_to", "commodity"], ascending=[False, True])
    return rows.assign(
        period=[_period(row) for row in rows.itertuples()],
        what=rows["commodity"].map(lambda code: words_for("commodity", code)),
        who=[
            f"{names[row.exporter]} and {names[row.importer]}, both ways"
            if row.flow == "total"
            else f"{names[row.exporter]} to {names[row.importer]}"
            for row in rows.itertuples()
        ],
        shown=[
            f"{row.value:,.4g} {words_for('trade_unit', row.unit)}" for row in rows.itertuples()
        ],
        by=[names.get(code, "another publisher") for code in rows["reporter"]],
        url=rows["source_id"].map(data.sources.set_index("source_id")["url"]),
    )


def _period(row: object) -> str:
    start, end = row.period_from, row.period_to  # type: ignore[attr-defined]
    kind = row.period_kind  # type: ignore[attr-defined]
    if kind == "calendar_year":
        return f"{start:%Y}"
    if kind == "fiscal_year":
        return f"{start:%Y}-{end:%y}"
    return f"{start:%b %Y}" if kind == "month" else f"{start:%b %Y} to {end:%b %Y}"
