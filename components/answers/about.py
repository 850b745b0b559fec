"""What this dashboard is, where its rows come from, and what it will not say."""

import pandas as pd

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


def about(address: Address, data: Dataset, known_on: pd.Timestamp | None) -> Answer:
    """Answer ``/about``: it takes no parameters of its own."""
    return Answer(
        view="about",
        data=data,
        known_on=known_on,
        title=f"{plural(len(data.sources), 'source')} carry every number and quotation here",
        subtitle="Sources, terms, codebook, how to cite, and what this dashboard will not say",
        rows=data.sources,
        columns=COLUMNS,
        noun="source",
        source_ids=tuple(data.sources["source_id"]),
    )
