"""The filters of the votes view, and the card of one resolution."""

import streamlit as st

from components.answers.votes import Votes
from components.figures.wording import day, escape_markdown
from components.widgets.inputs import choose_one, choose_several
from components.widgets.member_clock import choose_on
from components.widgets.member_links import go_to
from components.widgets.source_card import source_line


def choose_votes(answer: Votes) -> None:
    """Draw the filters: which resolution, whose votes, members as of which day."""
    names = answer.data.country_names
    facts = answer.data.resolutions.set_index("resolution")["adopted_on"]
    with st.grid(3, min_column_width=170):
        choose_one(
            "Resolution",
            "resolution",
            ["", *answer.resolutions],
            answer.resolution,
            lambda code: (
                f"{code}, {facts[code]:%b %Y}" if code else "All: pick one, or click a mark"
            ),
        )
        choose_several(
            "States",
            "state",
            answer.choices,
            list(st.query_params.get_all("state")) and list(answer.states),
            lambda code: names[code],
            placeholder="All members",
        )
        choose_on(answer.on, answer.known_on or answer.data.reviewed_on)


def resolution_card(answer: Votes) -> None:
    """Show a resolution: title, official totals, the record, how the totals were known."""
    row = answer.data.resolutions.set_index("resolution").loc[answer.resolution]
    with st.container(border=True):
        st.header(escape_markdown(f"{answer.resolution}: {row['title']}"), anchor=False)
        absent = row["votes_not_voting"]
        unknown = str(absent) == "<NA>"
        not_voting = "an unknown number not voting" if unknown else f"{absent} did not vote"
        st.markdown(
            f"Adopted on {day(row['adopted_on'])}: {row['votes_yes']} in favour, "
            f"{row['votes_no']} against, {row['votes_abstain']} abstentions, {not_voting}."
        )
        if row["note"]:
            st.caption(escape_markdown(row["note"]))
        with st.container(horizontal=True, vertical_alignment="center"):
            if row["text_url"]:
                st.link_button("Record and text", row["text_url"], icon=":material/open_in_new:")
            go_to("votes", "Permalink", icon=":material/link:", resolution=answer.resolution)
        source_line(answer.data, row["source_id"])


def pair_door(answer: Votes) -> None:
    """Offer the relation of the pair chosen in the agreement matrix."""
    if not answer.pair:
        return
    names = answer.data.country_names
    a, b = answer.pair
    words = f"{names[a]} and {names[b]}: who needs whom"
    go_to("relations", escape_markdown(words), icon=":material/compare_arrows:", a=a, b=b)
