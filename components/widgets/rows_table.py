"""The rows of a view as a table, and as a file."""

import pandas as pd
import streamlit as st

from components.answers.about import COLUMNS as SOURCE_COLUMNS
from components.answers.answer import Answer, Column, as_table
from components.exports.file_names import view_file_name
from components.exports.tables.csv_file import csv_bytes
from components.figures.wording import plural
from components.widgets import first_click
from components.widgets.inputs import write

WIDE = 250
"""Width of a column of long text, pixels."""


def _column(column: Column) -> object:
    if column.kind == "date":
        return st.column_config.DateColumn(column.heading, format="YYYY-MM-DD")
    if column.kind == "count":
        return st.column_config.NumberColumn(column.heading, format="%,d")
    if column.kind == "link":
        return st.column_config.LinkColumn(column.heading, display_text="open")
    if column.kind == "wide":
        return st.column_config.Column(column.heading, width=WIDE)
    return column.heading


def show_rows(answer: Answer) -> None:
    """Show the answer's rows as a table, and offer exactly these rows as CSV.

    Where the answer says what a row picks, choosing one writes its id to the link.
    """
    # Where there is nothing, the title and the picture have said so.
    if answer.rows.empty:
        return
    key = f"{answer.view}-table"
    rows = answer.rows

    def picked() -> None:
        chosen = st.session_state[key].selection.rows
        if chosen:
            write(answer.picks, str(rows[answer.identifier].iloc[chosen[0]]))

    st.dataframe(
        answer.table,
        hide_index=True,
        column_config={column.name: _column(column) for column in answer.columns},
        key=key,
        alt=f"The same {plural(len(answer.table), answer.noun)} as a table",
        on_select=picked if answer.picks else "ignore",
        selection_mode="single-row" if answer.picks else "multi-row",
        placeholder="not stated",
    )
    if answer.picks:
        first_click.make_up_for(st.session_state[key].selection.rows, picked)
    if len(answer.table) < len(rows):
        st.caption(
            f"The first {len(answer.table):,} of {len(rows):,} rows; the file holds them all."
        )
    st.download_button(
        f"Download {'this row' if len(rows) == 1 else f'these {len(rows):,} rows'} as CSV",
        lambda: csv_bytes(rows),
        file_name=view_file_name(answer, ".csv"),
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key=f"{answer.view}-csv",
    )


def show_sources(sources: pd.DataFrame, alt: str) -> None:
    """Show sources as a table whose addresses open."""
    st.dataframe(
        as_table(sources, SOURCE_COLUMNS),
        hide_index=True,
        column_config={column.name: _column(column) for column in SOURCE_COLUMNS},
        key="sources",
        alt=alt,
        placeholder="not stated",
    )
