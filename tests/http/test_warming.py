"""What files need is not read before the first page, and is ready soon after it."""

import subprocess
import sys

from streamlit.testing.v1 import AppTest

from components import store
from components.answers import VIEWS
from components.server import warming
from tests.serving import ROOT

FIRST_PAGE = """
import sys
import dashboard
from streamlit.testing.v1 import AppTest
page = AppTest.from_file("dashboard.py", default_timeout=60).run()
assert not page.exception and len(page.metric) == 4
print(*sys.modules)
"""
NOT_YET = {
    *("frictionless", "jsonschema", "rapidfuzz", "num2words"),
    *("pydeck", "jinja2"),
    *("pptx", "lxml", "fontTools", "feedgen"),
    *("components.exports.html.deck", "components.exports.tables.data_package"),
    *(f"components.answers.{view}" for view in VIEWS if view not in ("", "about")),
}
"""What checks tables, draws globes, writes files, and answers the other views."""


def test_the_first_page_is_shown_without_what_only_other_pages_and_files_need():
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAGE], cwd=ROOT, capture_output=True, text=True, check=True
    )
    read = set(done.stdout.split())
    assert {"dashboard", "pandas", "components.server.open_data", "components.answers"} <= read
    assert read & NOT_YET == set()


def test_a_starting_server_looks_for_garbage_seldom():
    code = "import gc, dashboard; print(*gc.get_threshold())"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert int(done.stdout.split()[0]) >= 10_000


def test_each_step_is_taken_and_one_that_breaks_keeps_none_from_the_next(monkeypatch):
    asked = []

    def answer(view, _):
        asked.append(view)
        if view == "members":
            raise ValueError("broken")

    monkeypatch.setattr(warming, "FIRST_LOOK", 0)
    monkeypatch.setattr(warming, "LOOK", 0)
    monkeypatch.setattr(store, "answer", answer)
    warming._warm()
    assert set(asked) == {*VIEWS, "briefing"}
    assert {warming.SLIDES, warming.PICTURES} <= set(sys.modules)


def test_it_waits_while_the_server_works(monkeypatch):
    clock = iter([0.0, 5.0, 5.0, 9.0, 9.0, 9.05])
    slept = []
    monkeypatch.setattr(warming.time, "process_time", lambda: next(clock))
    monkeypatch.setattr(warming.time, "sleep", slept.append)
    warming._wait_until_idle(3.0)
    assert slept == [3.0, 3.0, 3.0]


def test_it_begins_when_a_page_is_out(ask_app, monkeypatch):
    begun = []
    monkeypatch.setattr(warming, "begin", lambda: begun.append("begun"))
    assert ask_app("/robots.txt").status_code == 200
    assert begun == []
    assert ask_app("/members").status_code == 200
    assert begun == ["begun"]


def test_the_first_page_ends_with_what_stays_laid_aside(monkeypatch):
    settled = []
    monkeypatch.setattr(store, "settle", lambda: settled.append("settled"))
    page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    assert not page.exception
    assert settled == ["settled"]


def test_it_begins_once(monkeypatch):
    begun = []
    monkeypatch.setattr(warming.threading.Thread, "start", begun.append)
    warming._begun.acquire(blocking=False)
    warming.begin()
    assert begun == []
