"""The page of one state: status, leaders, size, votes, meetings, words, claims."""

import pandas as pd
import streamlit as st

from components.answers.country import CountryPage
from components.figures.power_wording import words_for
from components.figures.wording import day, escape_markdown, plural, shorten
from components.widgets.member_card import member_card
from components.widgets.member_links import go_to
from components.widgets.source_card import source_line
from data import Dataset


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
        if row.note:
            st.caption(escape_markdown(row.note))
        source_line(data, row.source_id)
    if page.office_holders.empty:
        st.caption("No office holder of that day is in the table.")


def _claims(page: CountryPage) -> None:
    st.markdown("**Casualty claims of conflicts it is party to**")
    for row in page.claims.itertuples():
        words = f"{escape_markdown(row.name)}: {plural(int(row.count), 'claim')}"
        go_to("casualties", words, conflict=row.conflict)
    if page.claims.empty:
        st.caption("It is party to no conflict of the ledger.")


def _indicators(page: CountryPage) -> None:
    if page.indicators.empty:
        st.caption("No edition of the statistics held here had appeared by that day.")
        return
    st.dataframe(
        page.indicators[["name", "latest", "year", "rank", "trend"]],
        hide_index=True,
        column_config={
            "name": "Indicator",
            "latest": "Newest value",
            "year": "Year",
            "rank": "Rank among members",
            "trend": st.column_config.LineChartColumn("By year"),
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
    st.dataframe(
        page.votes[["adopted_on", "resolution", "cast", "text_url"]],
        hide_index=True,
        height=240,
        column_config={
            "adopted_on": st.column_config.DateColumn("Day", format="YYYY-MM-DD"),
            "resolution": "Resolution",
            "cast": "Vote",
            "text_url": st.column_config.LinkColumn("Text", display_text="open"),
        },
        key="country-votes",
        alt=f"Votes of {page.name} on {plural(len(page.votes), 'resolution')}",
    )
    go_to("votes", "Who votes with whom", icon=":material/how_to_vote:")


def _meetings(page: CountryPage) -> None:
    st.markdown("**Meetings of its leader**")
    if page.meetings.empty:
        st.caption("No meeting by that day is in the table.")
        return
    st.dataframe(
        page.meetings[["held_from", "city", "participants", "occasion"]],
        hide_index=True,
        height=240,
        column_config={
            "held_from": st.column_config.DateColumn("Day", format="YYYY-MM-DD"),
            "city": "City",
            "participants": "Leaders",
            "occasion": "Occasion",
        },
        key="country-meetings",
        alt=f"{plural(len(page.meetings), 'meeting')} of the leader of {page.name}",
    )
    go_to("meetings", "On the map", icon=":material/flight:", country=page.country, year="all")


def _statements(page: CountryPage) -> None:
    st.markdown("**Latest statements**")
    for row in page.statements.itertuples():
        st.markdown(f"“{escape_markdown(shorten(row.text, 220))}”")
        said_on = day(row.said_on, row.said_on_precision)
        words = f"{escape_markdown(row.speaker)}, {said_on}: source and context"
        go_to("statements", words, statement=row.statement_id)
    if page.statements.empty:
        st.caption("No statement of its leaders by that day is in the table.")
