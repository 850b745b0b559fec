"""Servers to measure: the dashboard, and pages to hold it against."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.serving import ROOT, end, free_port
from tests.session import Session

HERE = Path(__file__).parent
DASHBOARD = ROOT / "dashboard.py"
EMPTY_PAGE = HERE / "empty_page.py"
GDP_SHAPE = HERE / "gdp_shape.py"


@dataclass
class Served:
    """A running server: its address, its process, and the seconds to its first whole page."""

    url: str
    process: subprocess.Popen
    ready_after: float

    def memory_kb(self) -> int:
        """Give the resident memory of the server, kilobytes."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0])


@contextmanager
def serve(script: Path = DASHBOARD) -> Iterator[Served]:
    """Serve a Streamlit script from its own folder until the block ends."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    flags = [f"--server.port={port}", "--server.headless=true", "--server.fileWatcherType=none"]
    quiet = "--browser.gatherUsageStats=false"
    start = time.perf_counter()
    process = subprocess.Popen(
        [*command, *flags, quiet],
        cwd=script.parent,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        while True:
            if process.poll() is not None:
                raise RuntimeError(f"the server ended by itself: {process.returncode}")
            try:
                httpx.get(f"{url}/_stcore/health", timeout=5)
                break
            except httpx.HTTPError:
                time.sleep(0.02)
        with Session(url) as session:
            session.run("")
        yield Served(url, process, time.perf_counter() - start)
    finally:
        end(process)
