"""The contract as a reader sees it: tables, columns, allowed values, terms."""

from typing import Any

import pandas as pd
import streamlit as st

from components.answers.about import About
from components.figures.wording import escape_markdown
from components.widgets.rows_table import WIDE
from data import Dataset


def show_codebook(data: Dataset) -> None:
    """Show each table of the contract with its columns, and a link to the file.

    A table's columns are sent only when it is opened: all of them on every rerun would be most
    of the page.
    """
    for resource in data.package["resources"]:
        name = resource["name"]
        table = st.expander(
            f"{resource['title']}: `{resource['path']}`", key=f"columns-{name}", on_change="rerun"
        )
        if not table.open:
            continue
        with table:
            words = escape_markdown(resource["description"])
            st.markdown(f"{words} [Download](data/{resource['path']})")
            st.dataframe(
                pd.DataFrame([_described(field) for field in resource["schema"]["fields"]]),
                hide_index=True,
                alt=f"Columns of {resource['path']}",
            )


def _described(field: dict[str, Any]) -> dict[str, str]:
    return {
        "Column": field["name"],
        "Type": field["type"],
        "Meaning": field["description"],
        "Allowed values": ", ".join(field.get("constraints", {}).get("enum", [])),
    }


def show_licences(answer: About) -> None:
    """Show the terms of the package and of each third party."""
    own = answer.data.package["licenses"][0]
    st.markdown(f"Own selection and notes: [{escape_markdown(own['title'])}]({own['path']}).")
    st.dataframe(
        answer.third_parties,
        hide_index=True,
        column_config={
            "Third party": st.column_config.Column("Third party", width=WIDE),
            "Address": st.column_config.LinkColumn("Address"),
        },
        alt="Terms of third-party sources",
    )
