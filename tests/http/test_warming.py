"""What files need is not read before the first page, and is ready soon after it."""

import subprocess
import sys

from components import store
from components.answers import VIEWS
from components.server import warming
from tests.conftest import ROOT


def test_the_server_starts_without_what_only_files_need():
    code = "import sys, dashboard; print(*({'pptx', 'fontTools'} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


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


def test_it_begins_once(monkeypatch):
    begun = []
    monkeypatch.setattr(warming.threading.Thread, "start", begun.append)
    warming._begun.acquire(blocking=False)
    warming.begin()
    assert begun == []
