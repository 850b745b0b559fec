"""The passages of the article, each with its finding and the evidence beside it."""

from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from components.answers.article import FINDINGS, Article
from components.figures.marking import mark_differences
from components.figures.wording import day, escape_markdown, label
from components.widgets.inputs import carried_parameters, choose_one
from components.widgets.page import link_to
from components.widgets.source_card import markdown_link, show_prose
from data.collation import aligned

COLOURS = {
    "found_in_these_words": "green",
    "found_in_other_words": "green",
    "paraphrase": "gray",
    "true_then_changed_since": "blue",
}
OTHER_COLOUR = "orange"
WORD_BY_WORD = {"found_in_these_words", "found_in_other_words", "wording_altered"}
"""Findings for which it helps to see the words that differ."""
OWN_TABLE = "Membership table"
"""Speaker of a record that is a table of ours: nobody's words, and on no page of a source."""
PRINTED = {"yes": ", in quotation marks", "partly": ", partly in quotation marks", "no": ""}


def choose_passages(answer: Article) -> None:
    """Draw the filters: whose words, which finding."""
    left, right = st.columns(2)
    with left:
        choose_one(
            "Credited to",
            "voice",
            ["", *answer.voices],
            answer.voice,
            lambda voice: voice or "Anyone",
            also_clears=("passage",),
        )
    with right:
        choose_one(
            "Finding",
            "finding",
            ["", *FINDINGS],
            answer.finding,
            lambda code: label("finding", code) if code else "Any",
            also_clears=("passage",),
        )


def define_findings(answer: Article) -> None:
    """Write what each finding of the chart means, one a line."""
    lines = [
        f"**{escape_markdown(name)}:** {escape_markdown(meaning)}."
        for name, meaning in answer.definitions
    ]
    st.caption("  \n".join(lines))


def show_passages(answer: Article) -> None:
    """Show the chosen passage with its doors, else every passage in the article's order."""
    sources = answer.data.source_of
    rows = answer.rows
    if answer.passage:
        every = answer.data.article
        rows = every[every["article_id"] == answer.passage]
    for _, row in rows.iterrows():
        with st.container(border=True):
            with st.grid(2, min_column_width=300):
                show_prose(_article(row))
                show_prose(_record(row, sources, with_ways=not answer.passage))
            if answer.passage:
                _doors(row)


def _article(row: pd.Series) -> str:
    """Write what the article says, to whom it credits it, and the finding."""
    colour = COLOURS.get(row["finding"], OTHER_COLOUR)
    printed = PRINTED[row["in_quotation_marks"]]
    lines = [
        f"**{escape_markdown(f'{row.position}. {row.credited_to}')}**",
        f":gray[The article{printed}]",
        f"“{_passage(row)}”",
        f":{colour}-badge[{label('finding', row['finding'])}]",
    ]
    return "\n\n".join(lines)


def _passage(row: pd.Series) -> str:
    """Show the passage; words that the record has not are set on a ground."""
    if row["finding"] not in WORD_BY_WORD or row["record_speaker"] == OWN_TABLE:
        return escape_markdown(row["passage"])
    return mark_differences(aligned(row["record"], row["passage"]), struck=False)


def _record(row: pd.Series, sources: dict[str, dict[str, Any]], *, with_ways: bool) -> str:
    """Write what the record says, where, and what differs."""
    own = row["record_speaker"] == OWN_TABLE
    record = escape_markdown(row["record"])
    # The words of the record are those of the first source; the second prints them otherwise.
    evidence = [
        markdown_link(sources[i]["publisher"], sources[i]["url"], words)
        for i, words in (
            (row["source_id"], "" if own else row["record"]),
            (row["second_source_id"], ""),
        )
        if i
    ]
    said = [row["what_changed"], row["note"]]
    if pd.notna(row["checked_for"]):
        said.append(f"Checked for {day(row['checked_for'])}.")
    if pd.notna(row["changed_on"]):
        said.append(f"No longer so from {day(row['changed_on'])}.")
    lines = [
        f":gray[The record: {escape_markdown(row['record_speaker'])}]",
        record if own else f"“{record}”",
        escape_markdown(" ".join(filter(None, said))),
        f"Evidence: {' · '.join(evidence)}",
    ]
    return "\n\n".join([*lines, *([" · ".join(_ways(row))] if with_ways else [])])


def _ways(row: pd.Series) -> list[str]:
    """Write the links of a passage in a list: a widget for each would slow the page."""
    ways = [("article", "Permalink", {"passage": row["article_id"]}), *_targets(row)]
    return [
        f"[{words}]({view}?{urlencode({**carried_parameters(view), **choices})})"
        for view, words, choices in ways
    ]


def _targets(row: pd.Series) -> list[tuple[str, str, dict[str, str]]]:
    """List the doors of a passage into timeline, ledger and map."""
    found = []
    if row["statement_id"]:
        words = "Statement and its wordings"
        found.append(("statements", words, {"statement": row["statement_id"]}))
    if row["claim_id"]:
        found.append(("casualties", "The figure among the claims", {"claim": row["claim_id"]}))
    if pd.notna(row["checked_for"]):
        checked = f"{row['checked_for']:%Y-%m-%d}"
        if row["record_speaker"] == OWN_TABLE:
            found.append(("members", "Members on that day", {"on": checked}))
        else:
            found.append(("statements", "Said on that day", {"from": checked, "to": checked}))
    return found


def _doors(row: pd.Series) -> None:
    with st.container(horizontal=True):
        for view, words, choices in _targets(row):
            link_to(view, words, **choices)
        link_to("article", "All passages", icon=":material/list:")
