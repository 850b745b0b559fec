"""A view's file holds exactly the rows on its screen, whatever is asked of it."""

import csv
import io
import json
from dataclasses import replace

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components.answers.answer import SHOWN_AT_MOST
from components.exports.tables.csv_file import FORMULA_STARTS, csv_bytes
from components.link import read_link
from components.widgets.rows_table import show_rows
from tests.http.test_server import PAGES
from tests.links import ask
from tests.serving import ROOT

STATES = [
    "/?asof=2022-09-15",
    "/?country=KAZ&claim=economist-2026-08-22-rus-mil-killed",
    "/members?on=2010-01-01",
    "/members?asof=2022-09-15&country=IND",
    "/compare?indicator=gdp_current_usd&state=CHN&state=IND",
    "/compare?asof=2026-06-30&mode=index",
    "/relations?a=IND&b=RUS",
    "/relations?asof=2024-01-01",
    "/votes?resolution=ES-11/1",
    "/votes?asof=2022-12-31&state=CHN&state=IND",
    "/meetings?year=2022",
    "/meetings?asof=2022-09-17&country=IND",
    "/casualties?whose=UKR&population=military&measure=killed&chart=time",
    "/casualties?asof=2022-12-31&basis=official_statement",
    "/statements?topic=sco&q=SCO",
    "/statements?asof=2022-09-15&from=2022-01-01&country=RUS",
    "/since?since=2026-05-01",
    "/since?asof=2023-01-01&since=2022-09-16",
    "/readouts?meeting=2022-09-15-xi-putin",
    "/readouts?asof=2022-09-16",
    "/article?finding=paraphrase",
    "/article?asof=2024-01-01",
    "/soundness?rule=falls",
    "/soundness?asof=2023-01-01",
    "/about",
    "/about?asof=2022-09-15",
    "/downloads",
    "/downloads?asof=2022-09-15",
    "/briefing?deck=samarkand",
    "/briefing?deck=members~since&asof=2022-09-16",
]


NO_TABLE = ("",)
"""The overview shows its rows as a map and in words; the file is for scripts."""


def table_of(app: AppTest) -> pd.DataFrame:
    """Give the table of the view's rows, as sent to the browser."""
    (table,) = (t.value for t in app.dataframe if t.proto.alt.startswith("The same "))
    repeated = [name for name, kind in table.dtypes.items() if kind == "category"]
    return table.astype(dict.fromkeys(repeated, "str"))


def cells(content: bytes) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(content), dtype="str", keep_default_na=False)


@pytest.mark.parametrize("address", STATES)
def test_the_file_the_download_and_the_screen_hold_the_same_rows(ask_app, monkeypatch, address):
    link = read_link(address)
    offered = {}
    monkeypatch.setattr(
        st, "download_button", lambda words, data, *, key, **_: offered.update({key: data})
    )
    app = AppTest.from_file(ROOT / "dashboard.py", default_timeout=60)
    if link.view:
        app.switch_page(f"components/views/{link.view}.py")
    for name, values in link.parameters:
        app.query_params[name] = list(values)
    app.run()
    assert not app.exception
    assert not app.warning, app.warning[0].value

    query = f"?{link.query}" if link.parameters else ""
    answer = ask_app(f"/data/views/{link.view or 'overview'}.csv{query}")
    assert answer.status_code == 200, answer.text
    file = cells(answer.content)
    assert len(file) > 0
    if link.view in NO_TABLE:
        return
    shown = table_of(app)
    on_screen = file[list(shown.columns)].head(SHOWN_AT_MOST)
    pd.testing.assert_frame_equal(on_screen, cells(csv_bytes(shown)))
    assert offered[f"{link.view}-csv"]() == answer.content


def test_the_download_of_a_page_holds_no_formula(monkeypatch):
    offered = {}
    monkeypatch.setattr(
        st, "download_button", lambda words, data, *, key, **_: offered.update({key: data})
    )
    answer = ask(read_link("/votes"))
    show_rows(replace(answer, rows=answer.rows.assign(title="=1+1"), picks=""))
    assert set(cells(offered["votes-csv"]())["title"]) == {"'=1+1"}


def test_every_view_is_held_against_its_file():
    assert {read_link(address).view for address in STATES} == set(PAGES)


def test_no_cell_of_any_file_is_a_formula_and_every_number_is_one(ask_app):
    described = json.loads(ask_app("/openapi.json").content)["paths"]
    fields = {
        f"/data/{resource['name']}.csv": {
            field["name"]: {"", *field.get("missingValues", [])}
            for field in resource["schema"]["fields"]
            if field["type"] in ("number", "integer")
        }
        for resource in json.loads(ask_app("/data/datapackage.json").content)["resources"]
    }
    files = [path for path in described if path.endswith(".csv")]
    assert len(files) > 30
    for path in files:
        text = ask_app(path).content.decode("utf-8")
        for row in csv.DictReader(io.StringIO(text, newline="")):
            for name, cell in row.items():
                if cell.startswith(FORMULA_STARTS):
                    assert float(cell) < 0, (path, name, cell)
                if name in fields.get(path, ()) and cell not in fields[path][name]:
                    float(cell)
