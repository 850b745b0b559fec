"""The card of one state: what it has been to the SCO, and since when."""

import pandas as pd
import streamlit as st

from components.figures.wording import day, escape_markdown, label
from components.widgets.page import link_to
from components.widgets.source_card import source_line
from data import Dataset


def member_card(data: Dataset, country: str, history: pd.DataFrame) -> None:
    """Show every status a state has held, each with its instrument and source.

    ``history``: rows of ``memberships.csv``, earliest first.
    """
    name = data.country_names[country]
    with st.container(border=True):
        st.header(escape_markdown(name), anchor=False)
        if history.empty:
            st.caption("No status in the SCO was known on this day.")
        for row in history.itertuples():
            ended = "today" if pd.isna(row.valid_to) else day(row.valid_to)
            st.markdown(
                f"**{label('status', row.status)}**, {day(row.valid_from)} to {ended}  \n"
                f"{escape_markdown(row.instrument)}"
            )
            if row.note:
                st.caption(escape_markdown(row.note))
            source_line(data, row.source_id)
        with st.container(horizontal=True):
            link_to("statements", "What its leaders said", country=country)
            link_to("members", "Permalink", icon=":material/link:", country=country)
