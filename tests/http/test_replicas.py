"""Two replicas behind nginx, with the configuration of the deployment guide: one falls."""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from websockets.exceptions import WebSocketException

from tests.serving import ROOT, end, free_port, once_warm, start_server
from tests.session import Session

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
READERS = 18
"""So many that all of them are with one replica in one run of a hundred thousand."""
VIEWS = [("members", {"country": "IND"}), ("casualties", {"whose": "UKR"}), ("votes", {})]

pytestmark = pytest.mark.skipif(
    os.environ.get("WITHOUT_NGINX") == "1", reason="WITHOUT_NGINX=1 asks for no test of replicas"
)


@dataclass
class Site:
    """The address of nginx, and the two replicas behind it."""

    url: str
    replicas: list[subprocess.Popen]
    ports: list[int]


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[Site]:
    if NGINX is None:
        pytest.fail(
            "No nginx is on this machine to put before two replicas. Install Debian's nginx-light, "
            "or any nginx, or leave these tests out by setting WITHOUT_NGINX=1.",
            pytrace=False,
        )
    folder = tmp_path_factory.mktemp("nginx")
    ports = [free_port(), free_port()]
    replicas = [start_server(port=port)[0] for port in ports]
    own = free_port()
    config = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for published, here in (("8501", ports[0]), ("8502", ports[1])):
        assert f"127.0.0.1:{published}" in config
        config = config.replace(f"server 127.0.0.1:{published}", f"server 127.0.0.1:{here}")
    assert "listen 8080;" in config
    config = config.replace("listen 8080;", f"listen 127.0.0.1:{own};")
    (folder / "nginx.conf").write_text(config, encoding="utf-8")
    # Started by root, its workers would be nobody, who may not enter the folder of a test.
    who = "user root; " if os.geteuid() == 0 else ""
    with (folder / "words").open("wb") as words:
        nginx = subprocess.Popen(
            [NGINX, "-p", f"{folder}/", "-c", "nginx.conf", "-g", f"{who}daemon off;"],
            stderr=words,
        )
    url = f"http://127.0.0.1:{own}"
    _wait_for(url, folder / "words")
    yield Site(url, replicas, ports)
    end(nginx, *replicas)


def _wait_for(url: str, words: Path) -> None:
    for _ in range(100):
        try:
            if httpx.get(f"{url}/_stcore/health", timeout=5).text == "ok":
                return
        except httpx.HTTPError:
            time.sleep(0.1)
    raise RuntimeError(f"nginx did not start: {words.read_text()}")


class Reader:
    """A browser as far as it matters: a cookie, pages, a session, files made for it."""

    def __init__(self, site: Site, number: int) -> None:
        self.view, self.parameters = VIEWS[number % len(VIEWS)]
        self.client = httpx.Client(base_url=site.url, timeout=60)
        assert self.client.get(f"/{self.view}", params=self.parameters).status_code == 200
        cookies = "; ".join(f"{name}={value}" for name, value in self.client.cookies.items())
        self.headers = {"Cookie": cookies, "Origin": site.url}
        self.site = site

    def read(self) -> dict[tuple[int, ...], bytes]:
        """Open a session, see the view, fetch the file that the page offers."""
        with Session(self.site.url, self.headers) as session:
            run = session.run(self.view, **self.parameters)
            assert run.exceptions == []
            for name in run.downloads[:1]:
                file = self.client.get(session.file(name))
                assert file.status_code == 200
                assert b"," in file.content.splitlines()[0]
        return run.shown()


def test_one_replica_falls_and_every_reader_goes_on_with_the_same_view(site):
    readers = [Reader(site, number) for number in range(READERS)]
    before = [reader.read() for reader in readers]
    assert all(len(shown) > 5 for shown in before)
    # Held open while the replica falls: those on it are cut off, the others notice nothing.
    open_ = [Session(site.url, reader.headers) for reader in readers]
    for reader, session in zip(readers, open_, strict=True):
        session.run(reader.view, **reader.parameters)

    site.replicas[0].kill()
    site.replicas[0].wait()

    cut_off = 0
    for reader, session in zip(readers, open_, strict=True):
        try:
            run = session.run(reader.view, **reader.parameters)
        except (OSError, WebSocketException):
            cut_off += 1
        else:
            assert run.exceptions == []
    assert 0 < cut_off < READERS, "readers were not spread over both replicas"
    assert [reader.read() for reader in readers] == before

    paths = ["/data/claims.csv", "/data/views/members.csv?country=IND", "/card.png?view=/members"]
    for path in [*paths, "/feeds/claims.atom", "/members?embed=1"]:
        answers = {
            once_warm(lambda at=site.url + path: httpx.get(at, timeout=60)).status_code
            for _ in range(3)
        }
        assert answers == {200}, path

    site.replicas[0], _ = start_server(port=site.ports[0])
    assert [reader.read() for reader in readers] == before


def test_a_file_is_found_with_the_replica_that_made_it(site):
    readers = [Reader(site, number) for number in range(READERS)]
    with Session(site.url, readers[0].headers) as session:
        # A day that nobody else asks for: the other replica has made no such file.
        (name, *_) = session.run("members", asof="2019-03-03").downloads
        path = session.file(name)
        # Some of them are with the other replica, as its reader is while his own is away.
        assert {reader.client.get(path).status_code for reader in readers} == {200}
    assert readers[0].client.get("/media/none.csv").status_code == 404


def test_a_reader_keeps_to_one_replica_by_a_cookie_that_names_nobody(site):
    first = httpx.get(f"{site.url}/members", timeout=60)
    (cookie,) = [c for c in first.headers.get_list("set-cookie") if c.startswith("replica=")]
    assert re.fullmatch(r"replica=[0-9a-f]{32}; Path=/; HttpOnly; SameSite=Lax", cookie)
    held = {"replica": first.cookies["replica"]}
    again = httpx.get(f"{site.url}/members", cookies=held, timeout=60)
    assert "replica" not in again.cookies

    def homes(reader: Reader, day: int) -> set[int]:
        """Give the replicas that hold a file made for this reader alone: its name has the day."""
        with Session(site.url, reader.headers) as session:
            (name, *_) = session.run("members", asof=f"2020-01-{day:02}").downloads
            path = session.file(name)
            urls = {port: f"http://127.0.0.1:{port}{path}" for port in site.ports}
            return {
                port for port, url in urls.items() if httpx.get(url, timeout=60).status_code == 200
            }

    reader = Reader(site, 0)
    found = [homes(reader, day) for day in range(1, 7)]
    assert len(found[0]) == 1
    assert all(at == found[0] for at in found)


def test_links_and_headers_come_through_nginx_as_they_are(site):
    page = once_warm(lambda: httpx.get(f"{site.url}/members?country=IND", timeout=60), told=True)
    assert f"{site.url}/members?country=IND" in page.text
    assert "frame-ancestors 'self'" in page.headers["content-security-policy"]
    headers = {"X-Forwarded-Proto": "https", "Host": "observatory.example.org"}
    page = once_warm(
        lambda: httpx.get(f"{site.url}/members?country=IND", headers=headers, timeout=60),
        told=True,
    )
    assert "https://observatory.example.org/members?country=IND" in page.text
    # A long deck is a long address.
    long = httpx.get(f"{site.url}/members?deck={'a' * 12_000}", timeout=60)
    assert long.status_code == 200


def test_a_page_of_another_site_opens_no_session(site):
    with pytest.raises(Exception, match="403"):
        Session(site.url, {"Origin": "https://elsewhere.example"})
