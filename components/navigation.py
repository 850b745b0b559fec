"""The views of the dashboard: title, icon and public path of each."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

VIEWS = Path(__file__).parent / "views"
ICON = Path(__file__).parent / "icon.svg"
"""Our own file: a Material symbol as page icon is fetched from a font host."""


def pages() -> list[StreamlitPage]:
    """List the views in the order of the navigation."""
    return [
        st.Page(VIEWS / "overview.py", title="Overview", icon=":material/public:", default=True),
        st.Page(VIEWS / "members.py", title="Members", icon=":material/map:", url_path="members"),
        st.Page(
            VIEWS / "compare.py", title="Compare", icon=":material/bar_chart:", url_path="compare"
        ),
        st.Page(
            VIEWS / "relations.py",
            title="Who needs whom",
            icon=":material/compare_arrows:",
            url_path="relations",
        ),
        st.Page(VIEWS / "votes.py", title="Votes", icon=":material/how_to_vote:", url_path="votes"),
        st.Page(
            VIEWS / "meetings.py",
            title="Meetings",
            icon=":material/flight:",
            url_path="meetings",
        ),
        st.Page(
            VIEWS / "casualties.py",
            title="Casualties",
            icon=":material/balance:",
            url_path="casualties",
        ),
        st.Page(
            VIEWS / "statements.py",
            title="Statements",
            icon=":material/format_quote:",
            url_path="statements",
        ),
        st.Page(
            VIEWS / "readouts.py",
            title="Readouts",
            icon=":material/compare:",
            url_path="readouts",
        ),
        st.Page(
            VIEWS / "article.py",
            title="Article",
            icon=":material/fact_check:",
            url_path="article",
        ),
        st.Page(
            VIEWS / "soundness.py",
            title="Soundness",
            icon=":material/rule:",
            url_path="soundness",
        ),
        st.Page(VIEWS / "about.py", title="About", icon=":material/info:", url_path="about"),
    ]
