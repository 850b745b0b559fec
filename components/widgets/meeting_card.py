"""The filters of the meetings view, and the card of one meeting."""

import streamlit as st

from components.answers.meetings import VIEWS_OF_EARTH, Meetings
from components.figures.sco_wording import words_for
from components.figures.wording import day, escape_markdown
from components.widgets.inputs import choose_one, choose_segment
from components.widgets.member_clock import choose_borders
from components.widgets.member_links import go_to
from components.widgets.source_card import offer_citation, show_facts, source_line


def choose_meetings(answer: Meetings) -> None:
    """Draw the filters: year, whose leader, flat or globe, borders."""
    names = answer.data.country_names
    with st.container(horizontal=True, vertical_alignment="bottom"):
        choose_one(
            "Year",
            "year",
            ["all", *answer.years],
            answer.year,
            lambda code: "All since 1996" if code == "all" else code,
            default=answer.default_year,
            also_clears=("meeting",),
        )
        choose_one(
            "Whose leader",
            "country",
            ["", *answer.choices],
            answer.country,
            lambda code: names[code] if code else "Any",
            also_clears=("meeting",),
        )
        choose_segment(
            "Map",
            "earth",
            VIEWS_OF_EARTH,
            answer.earth,
            lambda code: words_for("view", code),
            default="flat",
        )
        choose_borders(answer.borders)


def meeting_card(answer: Meetings) -> None:
    """Show one meeting: who, where, how, and the source."""
    rows = answer.rows.set_index("identifier")
    if answer.meeting not in rows.index:
        st.caption("The chosen meeting lies outside the year or the country asked for.")
        return
    row = rows.loc[answer.meeting]
    names = answer.data.country_names
    with st.container(border=True):
        st.header(escape_markdown(row["what"]), anchor=False)
        show_facts(
            [
                ("Day", day(row["held_from"], row["held_on_precision"])),
                ("Where", row["where"]),
                ("Leaders", row["who"]),
                ("Kind", f"{row['sort']}, {str(row['met']).lower()}"),
                ("Note", row["note"]),
            ]
        )
        st.markdown("**Source**")
        source_line(answer.data, row["source_id"])
        with st.container(horizontal=True):
            offer_citation(answer.data, row["source_id"])
            for code in row["countries"].split(";")[:2]:
                if code and (answer.data.memberships["country"] == code).any():
                    go_to("members", escape_markdown(f"{names[code]}: its page"), country=code)
