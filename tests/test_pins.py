"""What is installed is what is pinned, and nothing else is imported.

It makes the answer of ``test_advisories.py`` mean something: what is asked about is what runs.
"""

import ast
import re
import sys
from importlib import metadata
from pathlib import Path

from tests.serving import ROOT

BY_HAND = ROOT / "data" / "geo" / "prepare.py"
"""Prepares the maps, once; its own heading says what it needs."""
OURS = {"components", "dashboard", "data", "tests"}


def canonicalize_name(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(path: Path) -> dict[str, str]:
    """Give name and version of each line; a line that is no pin fails the test."""
    lines = [line.partition("#")[0].strip() for line in path.read_text().splitlines()]
    found = {}
    for line in lines:
        if not line or line.startswith("-r "):
            continue
        match = re.fullmatch(r"([A-Za-z0-9._-]+)==([0-9][A-Za-z0-9.]*)", line)
        assert match, f"{path.name}: {line} names no one version"
        found[canonicalize_name(match[1])] = match[2]
    return found


RUNS = pins(ROOT / "requirements.txt")
TESTS = pins(ROOT / "tests" / "requirements.txt")


def imported(folder: Path) -> set[str]:
    """Name the top-level modules that the code of a folder imports."""
    names: set[str] = set()
    for path in {*([folder] if folder.is_file() else folder.rglob("*.py"))} - {BY_HAND}:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.partition(".")[0])
    return names - OURS - set(sys.stdlib_module_names)


def test_every_pinned_version_is_the_one_installed():
    wrong = {
        name: (pin, metadata.version(name))
        for name, pin in {**RUNS, **TESTS}.items()
        if metadata.version(name) != pin
    }
    assert wrong == {}


def test_everything_that_is_imported_is_pinned():
    packages = metadata.packages_distributions()
    used = imported(ROOT / "components") | imported(ROOT / "data") | imported(ROOT / "dashboard.py")
    unpinned = {
        name
        for name in used
        if not {canonicalize_name(package) for package in packages.get(name, [])} & set(RUNS)
    }
    assert unpinned == set()
