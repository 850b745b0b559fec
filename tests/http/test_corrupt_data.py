"""Data files go bad under a server: it says which and why, and what it has loaded stays."""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from tests.copies import copy_dashboard
from tests.serving import end, start_server
from tests.session import Run, Session


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """Copy what a server needs, to spoil its data."""
    folder = tmp_path_factory.mktemp("site")
    copy_dashboard(folder)
    return folder


class Site:
    """A server on a copy of the tables, whose words are kept."""

    def __init__(self, copy: Path) -> None:
        self.table = copy / "data" / "claims.csv"
        self.whole = self.table.read_bytes()
        self.contract = copy / "data" / "datapackage.json"
        self.whole_contract = self.contract.read_bytes()
        self.log = copy / "server.log"
        self.log.unlink(missing_ok=True)
        # The first start finds a value that is none.
        self.table.write_bytes(self.whole.replace(b",killed,", b",murdered,", 1))
        self.process, self.url = start_server(folder=copy, log=self.log)

    def page(self, view: str = "casualties") -> tuple[Run, str]:
        with Session(self.url) as session:
            run = session.run(view)
        words = [
            getattr(element, kind).body
            for element in run.elements.values()
            if (kind := element.WhichOneof("type")) in ("alert", "markdown", "heading")
        ]
        return run, "\n".join(words).replace("\\", "")

    def get(self, path: str) -> httpx.Response:
        return httpx.get(self.url + path, timeout=60)

    def until(self, seen: Callable[[], bool]) -> None:
        """Wait for the server to look at its files again, and to check them."""
        for _ in range(240):
            if seen():
                return
            time.sleep(0.5)
        pytest.fail("the server did not notice")


@pytest.fixture(scope="module")
def site(copy) -> Iterator[Site]:
    site = Site(copy)
    yield site
    end(site.process)


def test_data_go_bad_and_come_back_under_a_running_server(site, copy):
    # From the start nothing is good: pages, routes and the log name the place.
    place = "claims.csv, line 5, column measure, value 'murdered'"
    site.until(lambda: place in site.log.read_text())
    run, words = site.page()
    assert run.exceptions == []
    assert run.heading == "The data cannot be read"
    assert place in words
    for path in ("/data/claims.csv", "/data/views/members.csv", "/export/deck.pptx", "/?embed=1"):
        answer = site.get(path)
        assert answer.status_code == 503, path
        assert place in answer.text, path
        assert answer.headers["content-security-policy"]
    assert site.get("/casualties").status_code == 200
    # The page that says so is drawn as any other.
    assert {site.get(f"/assets/page.{kind}").status_code for kind in ("css", "js")} == {200}

    # Mended, the files are taken without a restart.
    site.table.write_bytes(site.whole)
    site.until(lambda: site.page()[0].heading != "The data cannot be read")
    good, _ = site.page()
    world = copy / "data" / "geo" / "world_110m.json"
    whole_world = world.read_bytes()
    paths = [
        "/data/geo/world_110m.json",
        "/data/claims.csv",
        "/data/claims.json?whose=UKR",
        "/data/views/casualties.csv",
    ]
    files = [site.get(path).content for path in paths]
    assert files[0] == whole_world
    assert files[1] == site.whole

    # Cut off in the middle of a row: refused in words, while the page shows what it showed.
    world.write_text("{")
    site.table.write_bytes(site.whole[: len(site.whole) // 2])
    # It knows by itself: the first page that is drawn afterwards says so.
    site.until(lambda: "stays" in site.log.read_text())
    run, words = site.page()
    assert "were refused" in words
    assert run.exceptions == []
    assert run.heading == good.heading
    assert "claims.csv, line" in words
    assert "world_110m.json, line 1" in words
    assert "version" in words
    assert [site.get(path).content for path in paths] == files

    # The contract as well: routes go on describing the tables that are shown.
    site.contract.write_text("{")
    site.until(lambda: "datapackage.json" in site.page()[1])
    assert site.get("/data/datapackage.json").json()["resources"]
    assert site.page("about")[0].exceptions == []

    # Whole and sealed again: the notice goes.
    world.write_bytes(whole_world)
    site.table.write_bytes(site.whole)
    site.contract.write_bytes(site.whole_contract)
    site.until(lambda: "were refused" not in site.page()[1])
    assert site.page()[0].shown() == good.shown()
    assert "Traceback" not in site.log.read_text()
    assert json.loads(site.contract.read_text())["seal"]
