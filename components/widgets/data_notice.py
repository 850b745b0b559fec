"""What a reader is told when data files cannot be shown: which, where and why."""

from typing import NoReturn

import streamlit as st

from components import store
from components.figures.wording import day, escape_markdown
from data import DataError, Dataset

NAMED = 5
"""Places that are named one by one; the server's log names more."""


def say_what_was_refused(shown: Dataset) -> None:
    """Tell the reader that newer files lie in the data folder and are not shown, and why."""
    if (error := store.refused()) is None:
        return
    st.warning(
        f"Newer data files on this server were refused. You are reading the last good data, "
        f"version {escape_markdown(shown.version)}, reviewed on {day(shown.reviewed_on)}."
        f"\n{_places(error)}",
        icon=":material/sync_problem:",
    )


def stop_without_data(error: DataError) -> NoReturn:
    """Tell the reader that the server has no data to show, and why; end the page there."""
    st.title("The data cannot be read", anchor=False)
    st.error(
        f"The data files of this server break their contract in {error.places}. "
        f"Nothing is shown until they are mended; then load this page again."
        f"\n{_places(error)}",
        icon=":material/error:",
    )
    st.stop()


def _places(error: DataError) -> str:
    lines = [f"- {escape_markdown(str(offender))}" for offender in error.offenders[:NAMED]]
    more = len(error.offenders) - NAMED
    if more > 0:
        lines.append(f"- and {more:,} more")
    return "\n" + "\n".join(lines)
