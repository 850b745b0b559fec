"""What the documents promise exists: tests by name, files, commands, options, views."""

import re
from importlib.util import find_spec

import pytest
from streamlit import config

from components.answers import BRIEFING, VIEWS
from tests.bench.table import Table
from tests.serving import ROOT

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


def figures_of_the_benchmark() -> list[tuple[str, str]]:
    """Read the tables of the README: each measured cell, with its bar."""
    lines = (ROOT / "README.md").read_text().split("<!-- benchmark -->")[1].splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if "|" in line]
    bars = next(row for row in rows if row[0] == "*bar*")
    views = [row for row in rows if row[0].startswith("`/")]
    by_view = [pair for row in views for pair in zip(row[1:], bars[1:], strict=True)]
    whole = [(row[1].split()[0], row[2]) for row in rows if len(row) == 3 and row[2][0] in "<>0"]
    return [*by_view, *whole]


def test_the_benchmark_in_the_readme_says_which_figures_miss_their_bar():
    found = figures_of_the_benchmark()
    assert len(found) > 5 * len(VIEWS)
    for cell, bar in found:
        value, limit = float(cell.strip("*")), float(bar.strip("*<> "))
        met = value < limit if "<" in bar else value > limit if ">" in bar else value == limit
        assert cell.startswith("**") != met, (cell, bar)


def test_a_figure_of_the_benchmark_is_held_against_its_bar():
    table = Table()
    table.below("under", 1.5, 1.5)
    table.above("over", 0.6, 0.6)
    table.none("errors", 1)
    table.below("near", 1.49, 1.5)
    assert [figure.met for figure in table.whole.values()] == [False, False, False, True]
    cells = [figure.cell for figure in table.whole.values()]
    assert cells == ["**1.50**", "**0.60**", "**1**", "1.49"]
