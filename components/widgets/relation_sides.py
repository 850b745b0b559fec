"""The two sides of a relation: sizes, votes, meetings, and what each said of the other."""

import streamlit as st

from components.answers.relations import Relations
from components.figures.headlines.relations import travel_sentence
from components.figures.wording import day, escape_markdown, plural, shorten
from components.widgets.inputs import choose_one
from components.widgets.member_clock import choose_on
from components.widgets.member_links import go_to


def choose_pair(answer: Relations) -> None:
    """Draw the choice of the two members and of the day."""
    names = answer.data.country_names
    with st.grid(3, min_column_width=150):
        for title, name, value, other, default in (
            ("One side", "a", answer.a, answer.b, "CHN"),
            ("Other side", "b", answer.b, answer.a, "RUS"),
        ):
            options = [code for code in answer.choices if code != other]
            choose_one(title, name, options, value, lambda code: names[code], default=default)
        choose_on(answer.on, answer.known_on or answer.data.reviewed_on, "Figures up to")


def show_sizes(answer: Relations) -> None:
    """Show both sides' sizes in the newest year that both have."""
    left, right = answer.words[answer.a], answer.words[answer.b]
    st.header("How large each is", anchor=False)
    st.dataframe(
        answer.sizes,
        hide_index=True,
        column_config={
            "what": "Measure",
            "year": "Year",
            "of_a": left,
            "of_b": right,
            "ratio": "Beside each other",
            "in_full": "Measured as",
        },
        key="sizes",
        alt=f"Sizes of {left} and {right}: "
        + "; ".join(f"{row.in_full}: {row.ratio}" for row in answer.sizes.itertuples()),
        placeholder="not stated",
    )


def show_votes_and_meetings(answer: Relations) -> None:
    """Show how often the pair voted alike, and who travelled to whom."""
    votes, meetings = st.columns(2)
    with votes:
        alike, compared = answer.alike
        st.header("Votes on Ukraine", anchor=False)
        st.markdown(
            f"Alike on {alike} of {plural(compared, 'resolution')} on which both voted."
            if compared
            else "No resolution on which both voted was known."
        )
        go_to("votes", "Each vote", icon=":material/how_to_vote:")
    with meetings:
        st.header("Who travelled to whom", anchor=False)
        said = travel_sentence(
            answer.travel, len(answer.meetings), answer.words, answer.a, answer.b
        )
        st.markdown(escape_markdown(said))
        for row in answer.meetings.head(2).itertuples():
            words = f"{day(row.held_from, row.held_on_precision)}, {row.city}: {row.occasion}"
            go_to("meetings", escape_markdown(words), meeting=row.identifier, year="all")
        go_to("meetings", "On the map", icon=":material/flight:", country=answer.a, year="all")


def show_said(answer: Relations) -> None:
    """Show what was said for each side about the other, in words that link to their source."""
    for column, (side, other) in zip(
        st.columns(2), ((answer.a, answer.b), (answer.b, answer.a)), strict=True
    ):
        with column:
            st.header(
                escape_markdown(f"{answer.words[side]} on {answer.words[other]}"), anchor=False
            )
            said = answer.said[side]
            for row in said.itertuples():
                st.markdown(f"“{escape_markdown(shorten(row.text, 180))}”")
                said_on = day(row.said_on, row.said_on_precision)
                words = f"{escape_markdown(row.speaker)}, {said_on}: source and context"
                go_to("statements", words, statement=row.statement_id)
            if said.empty:
                st.caption("No statement that names the other is known.")
