"""Every view through Streamlit's own AppTest: the script runs, and shows what it should."""

import pytest
from streamlit.testing.v1 import AppTest

from components import store
from components.navigation import VIEWS
from data import DataError
from data.offender import Offender
from tests.links import loaded
from tests.serving import ROOT

SCRIPTS = sorted(path.name for path in VIEWS.glob("*.py"))
WITHOUT_ROWS = ("briefing.py", "downloads.py")
"""Views that rest on no source while nothing is put on a slide."""
GARBAGE = [
    "asof",
    "country",
    "conflict",
    "whose",
    "basis",
    "from",
    "to",
    "q2",
    "claim",
    "statement",
    "on",
    "borders",
    "indicator",
    "a",
    "b",
    "resolution",
    "year",
    "meeting",
]


def open_view(script: str, **parameters) -> AppTest:
    app = AppTest.from_file(ROOT / "dashboard.py", default_timeout=60)
    app.run()
    app.switch_page(f"components/views/{script}")
    for name, value in parameters.items():
        app.query_params[name] = value
    return app.run()


def charts(app: AppTest) -> list:
    return [*app.get("plotly_chart"), *app.get("deck_gl_json_chart")]


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_view_opens_with_a_finding_sources_and_words_for_every_chart(script):
    app = open_view(script)
    assert not app.exception
    assert app.title[0].value
    assert f"data version {loaded().version}," in app.caption[-1].value.replace("\\", "")
    listed = any("Sources of this page" in expander.label for expander in app.expander)
    assert listed == (script not in WITHOUT_ROWS)
    for chart in charts(app):
        assert chart.proto.alt.strip()


@pytest.mark.parametrize("script", SCRIPTS)
def test_garbage_in_every_parameter_is_said_and_ignored(script):
    app = open_view(script, **dict.fromkeys(GARBAGE, "💥 <b>"))
    assert not app.exception
    assert app.title[0].value == open_view(script).title[0].value
    (said,) = app.warning
    assert "was ignored" in said.value
    assert "<b>" not in said.value.replace("\\<b\\>", "")


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_view_opens_where_nothing_was_known_yet(script):
    app = open_view(script, asof="1996-04-26")
    assert not app.exception
    assert "what was known on 26 April 1996" in app.info[0].value


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_view_without_data_says_which_file_is_wrong(script, monkeypatch):
    def unreadable():
        raise DataError([Offender("claims.csv", 2, "best", "x", "must be a whole number")])

    monkeypatch.setattr(store, "edition", unreadable)
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    app.switch_page(f"components/views/{script}")
    app.run()
    assert not app.exception
    assert app.title[0].value == "The data cannot be read"
    said = app.error[0].value.replace("\\", "")
    assert "claims.csv, line 2, column best, value 'x': must be a whole number" in said


@pytest.mark.parametrize("script", ["casualties.py", "votes.py", "readouts.py", "compare.py"])
def test_where_there_is_nothing_no_empty_table_or_key_of_marks_stands(script):
    app = open_view(script, asof="1996-04-26")
    assert not app.dataframe
    assert not app.expander
    notes = " ".join(caption.value for caption in app.caption)
    assert "Filled" not in notes
    assert "Not voting" not in notes


def test_a_row_of_a_data_file_is_not_quoted_in_a_list():
    app = open_view("casualties.py")
    shown = " ".join(block.value for block in app.markdown).replace("\\", "")
    assert "a row of the source's data file" in shown
    assert ",deaths," not in shown


def test_a_claims_card_shows_its_words_and_its_source(dataset):
    claim = dataset.claims.iloc[0]
    app = open_view("casualties.py", claim=claim["claim_id"])
    assert not app.exception
    shown = " ".join(block.value for block in app.markdown).replace("\\", "")
    source = dataset.sources.set_index("source_id").loc[claim["source_id"]]
    assert claim["words"][:40] in shown
    assert source["publisher"] in shown


def test_a_statements_card_shows_its_original(dataset):
    with_original = dataset.statements[dataset.statements["original_text"] != ""].iloc[0]
    app = open_view("statements.py", statement=with_original["statement_id"])
    assert not app.exception
    shown = " ".join(block.value for block in app.markdown).replace("\\", "")
    assert with_original["original_text"][:40] in shown


def test_choosing_in_a_filter_writes_a_stable_code_to_the_link():
    app = open_view("members.py")
    app.selectbox(key="country").select("KGZ").run()
    assert not app.exception
    assert app.query_params["country"] == "KGZ"
    assert any("Kyrgyzstan" in head.value for head in app.header)


def test_choosing_the_default_again_takes_it_out_of_the_link():
    app = open_view("members.py", country="KGZ")
    app.selectbox(key="country").select("").run()
    assert "country" not in app.query_params


def test_another_conflict_clears_what_no_longer_means_anything():
    app = open_view("casualties.py", whose="UKR", to="2022-12-31")
    app.selectbox(key="conflict").select("india-china-2020").run()
    assert not app.exception
    assert not app.warning
    assert set(app.query_params) == {"conflict"}


def test_a_screen_reader_hears_no_escapes_in_the_label_of_a_title():
    app = open_view("briefing.py", deck="members.title-Up 11.. 9% \\*in all\\*~votes")
    first, second, add = (field.label for field in app.text_input)
    assert (first, second) == ("Title of slide 1", "Title of slide 2")
    assert "\\" not in add
    assert any("1\\. Up 11" in line.value for line in app.markdown)
