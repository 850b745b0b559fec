"""Tables as files: CSV, JSON and Parquet, with the contract's own columns."""

import io
import json
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from components.exports.tables.csv_file import csv_bytes

FORMATS = ("csv", "json", "parquet")
VERSION_KEY = "data_version"


def contract_rows(rows: pd.DataFrame, schema: dict[str, Any]) -> pd.DataFrame:
    """Give rows the columns of their contract: a number's word for a blank back in its place."""
    columns: dict[str, pd.Series] = {}
    for field in schema["fields"]:
        name = field["name"]
        column = rows[name]
        blank = f"{name}_blank"
        if blank in rows:
            words = rows[blank]
            column = column.astype("object").where(words == "", words)
        columns[name] = column
    return pd.DataFrame(columns)


def table_bytes(rows: pd.DataFrame, kind: str, version: str = "") -> bytes:
    """Write rows as ``csv``, ``json`` (a list of objects) or ``parquet``.

    CSV cells that a spreadsheet would run are guarded; JSON and Parquet hold the text as it
    is. A blank is an empty cell in CSV and null in the others; dates are ISO days. Parquet says
    the data ``version`` in the metadata of its schema; the others have no room for it.
    """
    if kind == "csv":
        return csv_bytes(rows)
    if kind == "json":
        records = [_record(row) for row in rows.to_dict("records")]
        return json.dumps(records, ensure_ascii=False, indent=1).encode("utf-8")
    table = pa.Table.from_pandas(_typed(rows), preserve_index=False)
    said = {VERSION_KEY: version} if version else {}
    buffer = io.BytesIO()
    pq.write_table(table.replace_schema_metadata({**table.schema.metadata, **said}), buffer)
    return buffer.getvalue()


def _record(row: dict[Any, Any]) -> dict[str, Any]:
    return {str(name): _plain(value) for name, value in row.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, (list, tuple, set)):
        return [_plain(v) for v in value]
    if pd.isna(value) or value == "":
        return None
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    if hasattr(value, "item"):
        return value.item()
    return value


def _typed(rows: pd.DataFrame) -> pd.DataFrame:
    """Give every column one type: a column of numbers and words becomes text."""
    typed = rows.copy()
    for name in typed.columns:
        if pd.api.types.is_object_dtype(typed[name]):
            blank = typed[name].isna()
            typed[name] = typed[name].astype("str").mask(blank)
        elif pd.api.types.is_string_dtype(typed[name]):
            typed[name] = typed[name].mask(typed[name] == "")
    return typed
