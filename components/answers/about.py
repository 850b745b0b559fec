"""What this dashboard is, where its rows come from, and what it will not say."""

from dataclasses import dataclass

import pandas as pd
import pyarrow as pa

from components.address import Address
from components.answers.answer import Answer, Column
from components.figures.wording import plural
from data import Dataset

COLUMNS = (
    Column("publisher", "Publisher"),
    Column("title", "Title"),
    Column("published_on", "Published", "date"),
    Column("url", "Address", "link"),
    Column("kind", "Kind"),
    Column("licence", "Terms"),
    Column("seen_via", "Read in"),
)


@dataclass(frozen=True, kw_only=True)
class About(Answer):
    """Adds the terms of third parties whose values are shown, as the page is sent them."""

    third_parties: pa.Table


def about(address: Address, data: Dataset, known_on: pd.Timestamp | None) -> About:
    """Answer ``/about``: it takes no parameters of its own."""
    return About(
        view="about",
        data=data,
        known_on=known_on,
        title=f"{plural(len(data.sources), 'source')} carry every number and quotation here",
        subtitle="Sources, terms, codebook, how to cite, and what this dashboard will not say",
        rows=data.sources,
        columns=COLUMNS,
        noun="source",
        source_ids=tuple(data.sources["source_id"]),
        third_parties=_third_parties(data),
    )


def _third_parties(data: Dataset) -> pa.Table:
    rows = [
        {
            "Third party": party["title"],
            "Terms": party["licence"],
            "Address": party["path"],
            "Used for": party["used_for"],
        }
        for party in data.package["sources"]
    ]
    return pa.Table.from_pylist(rows)
