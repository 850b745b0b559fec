"""The page of one state: status, leaders, size, votes, meetings, words, claims."""

import pandas as pd
import streamlit as st

from components.answers.country import CountryPage
from components.figures.headlines.votes import cast_words
from components.figures.sco_wording import words_for
from components.figures.wording import day, escape_markdown, plural, shorten
from components.widgets.member_card import member_card
from components.widgets.member_links import go_to
from components.widgets.source_card import source_line
from data import Dataset

NEWEST = 2
"""Votes and meetings named one by one; the views behind them hold all."""


def show_country(data: Dataset, page: CountryPage, on: pd.Timestamp) -> None:
    """Draw the page of a state on the day ``on``."""
    member_card(data, page.country, page.history)
    left, right = st.columns(2)
    with left:
        _office_holders(data, page, on)
    with right:
        _claims(page)
    _indicators(page)
    left, right = st.columns(2)
    with left:
        _votes(page)
    with right:
        _meetings(page)
    _statements(page)


def _office_holders(data: Dataset, page: CountryPage, on: pd.Timestamp) -> None:
    st.markdown(f"**Who spoke for it on {day(on)}**")
    for row in page.office_holders.itertuples():
        since = day(row.held_from, row.precision)
        st.markdown(
            f"{words_for('role', row.role)}: {escape_markdown(row.person)}, "
            f"{escape_markdown(row.office)}, since {since}"
        )
        # Notes were written on the day of review: under an earlier day they tell of its future.
        if row.note and on >= data.reviewed_on:
            st.caption(escape_markdown(row.note))
        source_line(data, row.source_id)
    if page.office_holders.empty:
        st.caption("No office holder of that day is known.")


def _claims(page: CountryPage) -> None:
    st.markdown("**Casualty claims of conflicts it is party to**")
    for row in page.claims.itertuples():
        words = f"{escape_markdown(row.name)}: {plural(int(row.count), 'claim')}"
        go_to("casualties", words, conflict=row.conflict)
    if page.claims.empty:
        st.caption("It is party to no conflict counted here.")


def _indicators(page: CountryPage) -> None:
    if page.indicators.empty:
        st.caption("None of the statistics used here had been published by that day.")
        return
    st.dataframe(
        page.indicators[["name", "latest", "year", "rank", "trend", "in_full"]],
        hide_index=True,
        column_config={
            "name": "Indicator",
            "latest": "Newest value",
            "year": "Year",
            "rank": "Rank among members",
            "trend": st.column_config.LineChartColumn("By year"),
            "in_full": "Measured as",
        },
        key="country-indicators",
        alt=f"Indicators of {page.name}: newest value, rank among members, and values by year",
    )
    go_to("compare", "Compare the members", icon=":material/bar_chart:")


def _votes(page: CountryPage) -> None:
    st.markdown("**Votes on Ukraine at the General Assembly**")
    if page.votes.empty:
        st.caption("No resolution had been voted on by that day.")
        return
    st.markdown(f"{plural(len(page.votes), 'resolution')}: {cast_words(page.votes['vote'])}.")
    for row in page.votes.head(NEWEST).itertuples():
        words = f"{row.resolution}, {day(row.adopted_on)}: {row.cast.lower()}"
        go_to("votes", escape_markdown(words), resolution=row.resolution)
    go_to("votes", "Who votes with whom", icon=":material/how_to_vote:")


def _meetings(page: CountryPage) -> None:
    st.markdown("**Meetings of its leader**")
    if page.meetings.empty:
        st.caption("No meeting by that day is known.")
        return
    st.markdown(f"{plural(len(page.meetings), 'meeting')} by that day.")
    for row in page.meetings.head(NEWEST).itertuples():
        place = f", {row.city}" if row.city else ""
        words = f"{day(row.held_from, row.held_on_precision)}{place}: {row.occasion}"
        go_to("meetings", escape_markdown(shorten(words, 80)), meeting=row.identifier, year="all")
    go_to("meetings", "On the map", icon=":material/flight:", country=page.country, year="all")


def _statements(page: CountryPage) -> None:
    st.markdown("**Latest statements**")
    for row in page.statements.itertuples():
        st.markdown(f"“{escape_markdown(shorten(row.text, 160))}”")
        said_on = day(row.said_on, row.said_on_precision)
        words = f"{escape_markdown(row.speaker)}, {said_on}: source and context"
        go_to("statements", words, statement=row.statement_id)
    if page.statements.empty:
        st.caption("No statement of its leaders by that day is known.")
