import csv
import io

import pandas as pd
import pytest

from components.exports.tables.csv_file import csv_bytes, runs_nothing


@pytest.mark.parametrize("start", [*"=+-@\t\r\n\0＝＋－＠"], ids=ascii)
def test_a_cell_that_a_spreadsheet_would_run_is_guarded(start):
    rows = pd.DataFrame({"words": [f"{start}1+1"]})
    assert not runs_nothing(rows)
    text = csv_bytes(rows).decode("utf-8")
    (row,) = list(csv.DictReader(io.StringIO(text, newline="")))
    assert row["words"] == f"'{start}1+1"


def test_numbers_dates_and_blanks_stay_themselves():
    rows = pd.DataFrame(
        {
            "low": pd.array([1, None], dtype="Int64"),
            "said_on": pd.to_datetime(["2022-09-15", None]),
            "lon": [-3.5, None],
            "words": ["„Ё“", ""],
        }
    )
    assert runs_nothing(rows)
    assert csv_bytes(rows).decode("utf-8").splitlines() == [
        "low,said_on,lon,words",
        "1,2022-09-15,-3.5,„Ё“",
        ",,,",
    ]
