"""Two accounts of a meeting in two columns, topic by topic."""

from typing import Any

import pandas as pd
import streamlit as st

from components.answers.readouts import FIRST, Readouts, meeting_words
from components.figures.headlines.readouts import only_mention
from components.figures.language_names import language_name
from components.figures.wording import escape_markdown, label
from components.widgets.inputs import choose_one
from components.widgets.page import link_to
from components.widgets.source_card import markdown_link, set_apart, show_prose


def choose_meeting(answer: Readouts) -> None:
    """Draw the choice of meetings with two published accounts, and the way to what was said."""
    meetings = answer.meetings.set_index("meeting_id")
    if meetings.empty:
        return
    choose_one(
        "Meeting",
        "meeting",
        list(meetings.index),
        answer.meeting,
        lambda meeting: meeting_words(meetings.loc[meeting]),
        default=FIRST if FIRST in meetings.index else "",
    )
    first, last = meetings.loc[answer.meeting, ["held_from", "held_to"]]
    days = {"from": f"{first:%Y-%m-%d}", "to": f"{last:%Y-%m-%d}"}
    link_to("statements", "What was said on these days", icon=":material/format_quote:", **days)


def show_accounts(answer: Readouts) -> None:
    """Lay the passages of both sides beside each other; mark what only one side mentions."""
    if not answer.meeting:
        return
    passages = answer.rows.set_index("readout_id")
    sources = answer.data.source_of
    names = dict(zip(answer.sides, answer.names, strict=True))
    for place, row in enumerate(answer.aligned.itertuples()):
        with st.container(border=True, key=f"topic-{place}"):
            heading = f"**{escape_markdown(label('topic', row.topic))}**"
            if row.only:
                words = escape_markdown(only_mention(names[row.only]))
                heading += f"  :orange-badge[:material/contrast: {words}]"
            st.markdown(heading)
            for column, ids, name in zip(
                st.columns(2), (row.left, row.right), answer.names, strict=True
            ):
                found = passages.loc[list(ids)]
                show_prose(_account(found, name, sources), column)


def _account(found: pd.DataFrame, name: str, sources: dict[str, dict[str, Any]]) -> str:
    """Write one side's passages on a topic as one block of Markdown."""
    lines = [f"**{escape_markdown(name)}**"]
    if found.empty:
        lines.append("Not mentioned in the passages kept here.")
    for passage in found.itertuples():
        lines.append(f"“{escape_markdown(passage.text)}”")
        if passage.credit:
            lines.append(f":gray[{escape_markdown(passage.credit)}]")
        if passage.original_text:
            original = set_apart(passage.original_text, passage.original_language)
            lines.append(f"{language_name(passage.original_language)}: {original}")
        source = sources[passage.source_id]
        own = source["language"] == passage.original_language and passage.original_text
        words = passage.original_text if own else passage.text
        lines.append(markdown_link(source["publisher"], source["url"], words))
        if passage.note:
            lines.append(f"*{escape_markdown(passage.note)}*")
    return "\n\n".join(lines)
