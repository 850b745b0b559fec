"""The same utterance as other pages print it, word by word, with the badge of each print."""

import pandas as pd
import streamlit as st

from components.figures.marking import mark_differences
from components.figures.wording import day, escape_markdown, label, plural
from components.widgets.source_card import show_prose, source_line
from data import Dataset
from data.collation import aligned
from data.questions.wordings import judged, reference_of
from data.wordings import Comparison

AT_ONCE = 4
"""Prints shown at once; the rest is folded away."""
COLOURS = {
    "verbatim": "green",
    "normalised": "green",
    "translation": "blue",
    "paraphrase": "gray",
    "altered": "orange",
    "not_found": "red",
}
ICONS = {
    "verbatim": ":material/check:",
    "normalised": ":material/check:",
    "translation": ":material/translate:",
    "paraphrase": ":material/notes:",
    "altered": ":material/difference:",
    "not_found": ":material/search_off:",
}
NOT_PROVED = (
    "A badge is computed from the two texts by a published rule, and fails closed. It does not "
    "prove that the words were said, that they mean the same in context, that a translation is "
    "good, or that anybody meant to change them."
)


def show_wordings(data: Dataset, statement: pd.Series) -> None:
    """Show every stored print of a statement with its badge and its differences."""
    prints = judged(data.wordings, statement)
    if not prints:
        return
    st.markdown(f"**Other wordings: {plural(len(prints), 'print')}**")
    st.caption("On a ground: words only this print has. Struck: words it lacks.")
    for wording, comparison in prints[:AT_ONCE]:
        _show_print(data, statement, wording, comparison)
    if len(prints) > AT_ONCE:
        rest = prints[AT_ONCE:]
        more = st.expander(f"{plural(len(rest), 'more print')}", key="prints", on_change="rerun")
        if more.open:
            with more:
                for wording, comparison in rest:
                    _show_print(data, statement, wording, comparison)
    st.caption(NOT_PROVED)


def _show_print(
    data: Dataset, statement: pd.Series, wording: pd.Series, comparison: Comparison
) -> None:
    badge = comparison.badge
    with st.container(border=True, gap="small"):
        why = "; ".join(comparison.reasons) or label("badge_note", badge)
        published = wording["published_on"]
        when = f" · {day(published)}" if pd.notna(published) else ""
        st.badge(label("badge", badge), icon=ICONS[badge], color=COLOURS[badge])
        st.caption(escape_markdown(f"{why} · {label('relation', wording['relation'])}{when}"))
        show_prose(_printed(statement, wording))
        if wording["note"]:
            st.caption(escape_markdown(wording["note"]))
        source_line(data, wording["source_id"])


def _printed(statement: pd.Series, wording: pd.Series) -> str:
    """Show the print against the text it is compared with; a foreign one as it stands."""
    reference = reference_of(wording, statement)
    if not reference:
        return escape_markdown(wording["text"])
    return mark_differences(aligned(reference, wording["text"]))
