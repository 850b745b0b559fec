"""All that the tables hold on one state, for its page."""

from dataclasses import dataclass

import pandas as pd

from components.figures.sco_wording import value_words, words_for
from data import Dataset
from data.questions.indicators import indicator_codes, rank_among, series_of
from data.questions.meetings import gatherings, of_country
from data.questions.offices import office_holders_on
from data.questions.statements import holds_code

LATEST = 2
"""Statements shown on a country's page."""


@dataclass(frozen=True, kw_only=True)
class CountryPage:
    """What the page of one state shows on one day.

    ``indicators``: ``indicator, name, in_full, latest, year, rank, trend, source_id``, ``trend`` a
    list of numbers. ``claims``: ``conflict, name, count``, the casualty claims of conflicts to
    which the state is a party.
    """

    country: str
    name: str
    history: pd.DataFrame
    office_holders: pd.DataFrame
    indicators: pd.DataFrame
    votes: pd.DataFrame
    meetings: pd.DataFrame
    statements: pd.DataFrame
    claims: pd.DataFrame

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Every source the page rests on."""
        frames = (self.history, self.office_holders, self.indicators, self.votes, self.meetings)
        return tuple(code for frame in frames for code in frame["source_id"])


def country_page(
    data: Dataset, country: str, history: pd.DataFrame, on: pd.Timestamp, members: list[str]
) -> CountryPage:
    """Gather the page of ``country`` as of ``on``; ``members`` are whom it is ranked among."""
    statements = data.statements[holds_code(data.statements["country"], country)]
    statements = statements[statements["said_on"] <= on]
    met = of_country(gatherings(data.meetings, data.summits), country)
    met = met[met["held_from"] <= on]
    resolutions = data.resolutions[data.resolutions["adopted_on"] <= on]
    facts = resolutions[["resolution", "title", "adopted_on", "text_url"]]
    cast = data.votes[data.votes["country"] == country][["resolution", "vote", "source_id"]]
    votes = facts.merge(cast, on="resolution", how="left").fillna({"vote": "", "source_id": ""})
    votes = votes.assign(cast=votes["vote"].map(lambda vote: words_for("vote", vote)))
    return CountryPage(
        country=country,
        name=str(data.countries.set_index("country")["name"][country]),
        history=history,
        office_holders=office_holders_on(data.offices, country, on),
        indicators=_indicators(data, country, on, members),
        votes=votes.sort_values("adopted_on", ascending=False),
        meetings=met.assign(participants=met["participants"].str.replace(";", ", ")),
        statements=statements.sort_values(
            ["said_on", "statement_id"], ascending=[False, True]
        ).head(LATEST),
        claims=_claims(data, country),
    )


def _indicators(data: Dataset, country: str, on: pd.Timestamp, members: list[str]) -> pd.DataFrame:
    """Give the newest value of every indicator up to the year of ``on``, its rank and trend."""
    known = data.indicators[data.indicators["year"] <= on.year]
    rows = []
    for code in indicator_codes(known):
        series = series_of(known, code)
        own = series.rows[series.rows["country"] == country]
        if own.empty:
            continue
        having = own.dropna(subset=["value"])
        last = own.iloc[-1] if having.empty else having.iloc[-1]
        rank = rank_among(series, country, members)
        words = value_words(last["value"], series.unit)
        if having.empty:
            words = words_for("reason", last["reason"])
        elif own["value"].isna().iloc[-1]:
            newest = own.iloc[-1]
            words += f" ({newest['year']}: {words_for('reason', newest['reason'])})"
        rows.append(
            {
                "indicator": code,
                "name": words_for("short_indicator", code),
                "in_full": words_for("indicator", code),
                "latest": words,
                "year": str(last["year"]),
                "rank": f"{rank[0]} of {rank[1]}" if rank else "",
                "trend": [float(f"{value:.3g}") for value in having["value"]],
                "source_id": last["source_id"],
            }
        )
    columns = ["indicator", "name", "in_full", "latest", "year", "rank", "trend", "source_id"]
    return pd.DataFrame(rows, columns=columns)


def _claims(data: Dataset, country: str) -> pd.DataFrame:
    party = data.conflicts[holds_code(data.conflicts["parties"], country)]
    counts = data.claims["conflict"].value_counts()
    return party[["conflict", "name"]].assign(count=party["conflict"].map(counts).fillna(0))
