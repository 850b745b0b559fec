"""How to take the data by address: tables, views, feeds, and snippets to copy."""

import pandas as pd

from components.address import Address
from components.answers.answer import Answer, Column
from components.figures.headlines.briefing import tables_rest_on
from components.figures.wording import plural
from data import Dataset

COLUMNS = (
    Column("table", "Table"),
    Column("title", "What it holds"),
    Column("rows", "Rows", "count"),
    Column("columns", "Columns"),
)


def downloads(address: Address, data: Dataset, known_on: pd.Timestamp | None) -> Answer:
    """Answer ``/downloads``."""
    resources = data.package["resources"]
    rows = pd.DataFrame(
        {
            "table": [resource["name"] for resource in resources],
            "title": [resource["title"] for resource in resources],
            "rows": [len(getattr(data, resource["name"])) for resource in resources],
            "columns": [
                ", ".join(field["name"] for field in resource["schema"]["fields"])
                for resource in resources
            ],
        }
    )
    return Answer(
        view="downloads",
        data=data,
        known_on=known_on,
        title=f"{plural(len(rows), 'table')} as CSV, JSON and Parquet, and every view's rows",
        subtitle="Plain addresses: no key, no account; the parameters are those of the views",
        rows=rows,
        columns=COLUMNS,
        noun="table",
        rests_on=tables_rest_on(data.sources),
    )
