"""The views of the dashboard: title, icon and public path of each, by section."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

VIEWS = Path(__file__).parent / "views"
ICON = Path(__file__).parent / "icon.svg"
"""Our own file: a Material symbol as page icon is fetched from a font host."""

SECTIONS = {
    "": [("overview", "Overview", "public")],
    "The SCO": [
        ("members", "Members", "map"),
        ("compare", "Compare", "bar_chart"),
        ("relations", "Who needs whom", "compare_arrows"),
        ("votes", "Votes", "how_to_vote"),
        ("meetings", "Meetings", "flight"),
    ],
    "Casualties": [
        ("casualties", "Who says what", "balance"),
        ("soundness", "Soundness of the data", "rule"),
    ],
    "Statements": [
        ("statements", "Timeline", "format_quote"),
        ("readouts", "Two accounts of a meeting", "compare"),
        ("article", "The article, checked", "fact_check"),
    ],
    "Briefing": [
        ("briefing", "Briefing", "slideshow"),
        ("since", "What changed", "update"),
    ],
    "About": [
        ("about", "About and sources", "info"),
        ("downloads", "Open data", "database"),
    ],
}
"""Path, title and icon of each view. Paths are public: links carry them."""


def pages() -> dict[str, list[StreamlitPage]]:
    """List the views by section, in the order of the navigation."""
    return {
        section: [
            st.Page(
                VIEWS / f"{path}.py",
                title=title,
                icon=f":material/{icon}:",
                **({"default": True} if path == "overview" else {"url_path": path}),
            )
            for path, title, icon in views
        ]
        for section, views in SECTIONS.items()
    }
