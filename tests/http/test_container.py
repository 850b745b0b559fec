"""The container file: its steps read, its files laid out, its command run and found healthy."""

import json
import os
import re
import shlex
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

import data
from tests.serving import ROOT, free_port

FILE = ROOT / "deploy" / "Dockerfile"
STRANGER = 10001


def steps() -> list[tuple[str, str]]:
    """Read the instructions: name and the rest, lines joined, comments left out."""
    lines = [line for line in FILE.read_text().splitlines() if not line.startswith("#")]
    whole = "\n".join(lines).replace("\\\n", " ")
    return [tuple(line.split(maxsplit=1)) for line in whole.splitlines() if line.strip()]


def step(name: str) -> str:
    return [rest for found, rest in steps() if found == name][-1]


def variables() -> dict[str, str]:
    return dict(part.split("=", 1) for part in shlex.split(step("ENV")))


def allowed() -> set[str]:
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    return {line[1:] for line in lines if line.startswith("!")}


@pytest.fixture(scope="module")
def laid_out() -> Iterator[Path]:
    """The files that the container would hold, in a folder that others may read and not write."""
    folder = Path(tempfile.mkdtemp())
    for name, rest in steps():
        if name != "COPY":
            continue
        *sources, target = rest.split()
        for source in sources:
            assert source in allowed(), f"{source} is copied, and .dockerignore leaves it out"
            into = folder / target
            if (ROOT / source).is_dir():
                ignored = shutil.ignore_patterns("__pycache__")
                shutil.copytree(ROOT / source, into, ignore=ignored)
            else:
                into.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / source, into)
    for path in [folder, *folder.rglob("*")]:
        path.chmod(stat.S_IMODE(path.stat().st_mode) & ~0o222 | (0o555 if path.is_dir() else 0o444))
    yield folder
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755)
    shutil.rmtree(folder)


def nobody() -> dict[str, int]:
    """Run as the user of the container, where we may and it can reach this Python."""
    if os.getuid() != 0:
        return {}
    identity = {"user": STRANGER, "group": STRANGER, "extra_groups": []}
    reached = [sys.executable, "-c", "import streamlit"]
    try:
        return identity if subprocess.run(reached, check=False, **identity).returncode == 0 else {}
    except PermissionError:
        return {}


def test_the_command_of_the_container_runs_as_a_stranger_and_is_found_healthy(laid_out):
    port = str(free_port())
    with tempfile.TemporaryDirectory() as home:
        Path(home).chmod(0o777)
        environment = {
            **variables(),
            "HOME": home,
            "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
            "STREAMLIT_SERVER_PORT": port,
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        run = {"cwd": laid_out, "env": environment, **nobody()}
        server = subprocess.Popen(
            json.loads(step("CMD")), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **run
        )
        try:
            check = json.loads(step("HEALTHCHECK").partition("CMD ")[2])
            status = 1
            for _ in range(60):
                status = subprocess.run(check, check=False, capture_output=True, **run).returncode
                if status == 0:
                    break
                time.sleep(0.5)
            assert status == 0
            address = f"http://127.0.0.1:{port}"
            for path in ("/members", "/card.png"):
                assert httpx.get(f"{address}{path}", timeout=60).status_code == 200
            table = httpx.get(f"{address}/data/claims.csv", timeout=60)
            assert table.headers["X-Data-Version"] == data.load().version
            rows = httpx.get(f"{address}/data/views/casualties.csv", timeout=60)
            named = f"sco-observatory-casualties-{data.load().version}.csv"
            assert named in rows.headers["Content-Disposition"]
        finally:
            server.terminate()
            said = server.communicate(timeout=20)[0].decode()
        assert "external IP" not in said, "it asked an outside host for its address"
        assert subprocess.run(check, check=False, capture_output=True, **run).returncode != 0


def test_the_container_is_slim_runs_as_no_root_and_keeps_its_dependencies_in_a_layer():
    python = (ROOT / ".python-version").read_text().strip()
    assert step("FROM").startswith(f"python:{python}-slim")
    user = step("USER")
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", user), "a number, so that it can be checked"
    assert step("WORKDIR") != "/"
    order = [(name, rest) for name, rest in steps() if name in ("COPY", "RUN")]
    assert order[:2] == [
        ("COPY", "requirements.txt ./"),
        ("RUN", "pip install --no-cache-dir --requirement requirements.txt"),
    ]
    # Nothing else is run: the files stay root's, who is not the one that serves them.
    assert [rest for name, rest in order[2:] if name == "RUN"] == [
        "python -m compileall -q data components"
    ]
    flags = {name: value for name, value in variables().items() if "SERVER" in name}
    assert flags == {
        "STREAMLIT_SERVER_ADDRESS": "0.0.0.0",
        "STREAMLIT_SERVER_PORT": "8501",
        "STREAMLIT_SERVER_HEADLESS": "true",
        "STREAMLIT_SERVER_FILE_WATCHER_TYPE": "none",
    }
    assert [name for name, _ in steps()].index("USER") < [n for n, _ in steps()].index("CMD")


def test_the_container_holds_no_tests_and_no_history():
    sources = {part for name, rest in steps() if name == "COPY" for part in rest.split()[:-1]}
    assert not sources & {".", "tests", ".git", ".github"}
    assert (ROOT / ".dockerignore").read_text().splitlines()[1] == "*"
