"""What changed on a day, in the words of each side of the change."""

import streamlit as st

from components.answers.members import Members
from components.figures.wording import day, escape_markdown
from components.widgets.source_card import source_line


def show_changes(answer: Members) -> None:
    """Show the last change up to the day: both wordings, the instrument, the sources."""
    if answer.changed_on is None:
        return
    on_the_day = answer.changed_on == answer.on
    heading = "What changed" if on_the_day else "Last change before that day"
    with st.expander(f"{heading}: {day(answer.changed_on)}", expanded=on_the_day):
        for line in answer.change_lines:
            st.markdown(escape_markdown(line))
        for instrument, rows in answer.changes.groupby("instrument", sort=False):
            st.caption(escape_markdown(str(instrument)))
            for source_id in dict.fromkeys(rows["source_id"]):
                source_line(answer.data, source_id)
            if len(notes := set(rows["note"])) == 1 and (note := notes.pop()):
                st.caption(escape_markdown(note))
