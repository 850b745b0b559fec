"""What the documents promise exists: tests by name, files, commands, options, views."""

import re
from importlib.util import find_spec

import pytest
from streamlit import config

from components.answers import BRIEFING, VIEWS
from tests.conftest import ROOT

GUIDES = sorted([ROOT / "README.md", *(ROOT / ".github").glob("*.md")])
ACCESSIBILITY = (ROOT / ".github" / "ACCESSIBILITY.md").read_text()
TESTS = {path: path.read_text() for path in (ROOT / "tests").rglob("*.py")}


def quoted(text: str) -> list[str]:
    """List what a document sets as code, in a line or in a block."""
    blocks = re.findall(r"```\w*\n(.*?)```", text, re.S)
    return blocks + re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.S))


def test_every_test_that_proves_access_exists():
    named = set(re.findall(r"\btest_\w+", ACCESSIBILITY))
    assert len(named) > 10
    there = {path.stem for path in TESTS} | set(
        re.findall(r"def (test_\w+)", "".join(TESTS.values()))
    )
    assert named - there == set()


def test_the_fourteen_critical_heuristics_are_each_met_or_said_not_to_be():
    listed = re.findall(
        r"^- \[(x| )\] \*\*.+?(?=^- \[|\Z)", ACCESSIBILITY.split("## The fourteen")[1], re.M | re.S
    )
    items = re.findall(r"^- \[[x ]\] .+?(?=^- \[|\Z)", ACCESSIBILITY, re.M | re.S)
    assert len(items) == len(listed) == 14
    for item in items:
        proof = "Tested:" in item or "judgement" in item
        assert proof if item.startswith("- [x]") else "met" in item, item


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_a_guide_names_no_file_command_option_or_variable_that_does_not_exist(guide):
    code = quoted(guide.read_text())
    tops = "|".join(re.escape(path.name) for path in ROOT.iterdir() if path.is_dir())
    paths = {
        found.rstrip("/.")
        for words in code
        for found in re.findall(rf"(?<![\w/.:=-])(?:{tops})/[\w./-]*", words)
    }
    assert [path for path in paths if not (ROOT / path).exists()] == []
    text = "\n".join(code)
    for module in re.findall(r"python -m ([\w.]+)", text):
        assert find_spec(module), module
    for option in re.findall(r"--((?:server|browser|client|theme)\.\w+)", text):
        assert option in config._config_options_template, option
    for variable in re.findall(r"\b([A-Z]+_[A-Z]+)=", text):
        assert variable.startswith("MALLOC_") or any(variable in file for file in TESTS.values())


def test_the_readme_has_a_row_for_every_view():
    rows = re.findall(r"^\| `/(\w*)` \| [A-Z]", (ROOT / "README.md").read_text(), re.M)
    assert sorted(rows) == sorted([*VIEWS, BRIEFING])
