"""Servers on ports of their own: started, asked until they are warm, ended."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import httpx

ROOT = Path(__file__).parent.parent
PORTS_EACH = 1000
TRIES = 12
"""Times that a server which is still cold is asked, a second apart."""
UNTOLD = 'property="og:title" content="SCO Observatory"'


def _own_ports() -> Iterator[int]:
    """Count through the ports of this worker of the tests.

    They lie below those that a system gives out by itself, so that no connection takes one
    between its choice and the server's start; two runs at once begin at different places.
    """
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % 20
    first = 12_000 + PORTS_EACH * worker
    offset = os.getpid() * 37 % PORTS_EACH
    return cycle(first + (offset + place) % PORTS_EACH for place in range(PORTS_EACH))


_ports = _own_ports()


def free_port() -> int:
    """Give a port that nobody listens on, and that this process has not given before."""
    for _ in range(PORTS_EACH):
        port = next(_ports)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError("no port is free")


def start_server(
    *options: str,
    folder: Path = ROOT,
    port: int = 0,
    log: Path | None = None,
    health: str = "/_stcore/health",
) -> tuple[subprocess.Popen, str]:
    """Start the dashboard as the README does, by default on a free port; wait until it is healthy.

    ``log``: where its words go.
    """
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
    flags = [f"--server.port={port}", "--server.address=127.0.0.1", "--server.headless=true"]
    with (log or Path(os.devnull)).open("ab") as words:
        process = subprocess.Popen(
            [*command, *flags, "--server.fileWatcherType=none", *options],
            cwd=folder,
            stdout=words,
            stderr=words,
        )
    url = f"http://127.0.0.1:{port}"
    until_healthy(process, f"{url}{health}")
    return process, url


def until_healthy(process: subprocess.Popen, address: str) -> None:
    """Wait until a server says that it is well; a minute at most, and no longer than it runs."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        # Another server may answer where this one found the port taken.
        if process.poll() is not None:
            raise RuntimeError(f"the server ended by itself: {process.returncode}")
        try:
            if httpx.get(address, timeout=5).text == "ok":
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.1)
    end(process)
    raise RuntimeError("the server did not become healthy within 60 s")


def end(*processes: subprocess.Popen) -> None:
    """Ask processes to end, and end those that have not after half a minute."""
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def once_warm(ask: Callable[[], httpx.Response], *, told: bool = False) -> httpx.Response:
    """Ask again as long as a cold server asks for patience, and give its answer.

    After four seconds a page without controls answers 503 with ``Retry-After``, and Streamlit's
    page has the tags of the whole site; the server works on. ``told``: wait for the link's own
    tags as well. Any other answer is given as it came.
    """
    answer = ask()
    for _ in range(TRIES):
        patience = answer.status_code == 503 and "retry-after" in answer.headers
        if not patience and not (told and UNTOLD in answer.text):
            break
        time.sleep(1)
        answer = ask()
    return answer
