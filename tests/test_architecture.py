"""The rules of the house, read from the code itself."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted(
    path
    for folder in ("data", "components")
    for path in (ROOT / folder).rglob("*.py")
    if path.name != "prepare.py"
)

EXPORTS = {
    "components/exports",
    *(f"components/exports/{room}" for room in ("card", "html", "pptx", "slides", "tables")),
}
# A room, and the rooms of this house that it may import from.
MAY_IMPORT = {
    "data": {"data"},
    # A link and a table hold days and signs by the same rules.
    "components/address.py": {"data"},
    "components/link.py": set(),
    "components/deck.py": {"components/address.py", "components/link.py"},
    "components/figures": {"components/figures", "data"},
    "components/answers": {
        "components/address.py",
        "components/answers",
        "components/deck.py",
        "components/link.py",
        "components/figures",
        "data",
    },
    "components/exports": {
        "components/__init__.py",
        "components/address.py",
        "components/answers",
        "components/link.py",
        "components/exports",
        "components/exports/slides",
        "components/figures",
        "data",
    },
    # What is shown knows no medium, and no medium knows another.
    "components/exports/slides": {"components/answers", "components/figures", "data"},
    **{
        f"components/exports/{medium}": {
            "components/__init__.py",
            "components/address.py",
            "components/answers",
            "components/exports",
            "components/exports/slides",
            "components/figures",
            "data",
        }
        for medium in ("card", "html", "pptx", "tables")
    },
    "components/static_site": {
        "components/__init__.py",
        "components/answers",
        "components/deck.py",
        *EXPORTS,
        "components/figures",
        "components/link.py",
        "components/navigation.py",
        "components/static_site",
        "data",
    },
    "components/store.py": {"components/answers", "components/link.py", "data"},
    "components/navigation.py": set(),
    "components/server": {
        "components/answers",
        *EXPORTS,
        "components/address.py",
        "components/deck.py",
        "components/link.py",
        "components/store.py",
        "data",
    },
    "components/widgets": {
        "components/answers",
        "components/deck.py",
        "components/link.py",
        *EXPORTS,
        "components/figures",
        "components/store.py",
        "components/widgets",
        "data",
    },
    "components/views": {
        "components/answers",
        "components/link.py",
        *EXPORTS,
        "components/figures",
        "components/widgets",
        "data",
    },
}
LIBRARIES_BY_ROOM = {
    "streamlit": {
        "components/store.py",
        "components/navigation.py",
        "components/server",
        "components/widgets",
        "components/views",
    },
    "plotly": {"components/figures", "components/answers"},
    "pydeck": {"components/figures", "components/answers", "components/widgets"},
}


def room_of(path: Path) -> str:
    relative = path.relative_to(ROOT).as_posix()
    rooms = [room for room in MAY_IMPORT if relative == room or relative.startswith(f"{room}/")]
    return max(rooms, key=len) if rooms else relative


def imports_of(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found += [f"{node.module}.{alias.name}" for alias in node.names]
    return found


def target_of(name: str) -> Path | None:
    """Find the file of this house that a dotted name leads into; None for a library."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        base = ROOT.joinpath(*parts[:length])
        if base.with_suffix(".py").is_file():
            return base.with_suffix(".py")
        if (base / "__init__.py").is_file():
            return base / "__init__.py"
    return None


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_imports_only_from_the_rooms_it_may(path):
    room = room_of(path)
    if path.name == "__init__.py" and path.parent.name == "components":
        return
    assert room in MAY_IMPORT, f"{room} has no rule: add one on purpose"
    for name in imports_of(path):
        target = target_of(name)
        if target is not None and target.parent != ROOT:
            other = room_of(target)
            assert other == room or other in MAY_IMPORT[room], f"{room} imports {other} ({name})"
        library = name.split(".")[0]
        if library in LIBRARIES_BY_ROOM:
            assert room in LIBRARIES_BY_ROOM[library], f"{room} imports {library}"


def test_nothing_imports_a_view():
    for path in [*MODULES, ROOT / "dashboard.py"]:
        assert not [name for name in imports_of(path) if "components.views" in name], path


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_colours_stand_only_in_the_palette(path):
    if path.name == "palette.py":
        return
    text = path.read_text(encoding="utf-8")
    assert not re.findall(r"#[0-9a-fA-F]{6}\b|rgba?\(\d", text), path


def test_no_page_injects_html():
    for path in MODULES:
        assert "unsafe_allow_html" not in path.read_text(encoding="utf-8"), path


def test_the_entry_is_short_and_views_are_scripts():
    assert len((ROOT / "dashboard.py").read_text().splitlines()) < 40
    for path in (ROOT / "components" / "views").glob("*.py"):
        assert len(path.read_text().splitlines()) < 80, path


def test_no_module_hides_behind_a_vague_name():
    vague = {"utils", "helpers", "misc", "manager", "common"}
    assert not [path for path in MODULES if path.stem in vague]


def test_a_casualty_figure_is_never_called_a_fact():
    wrong = re.compile(r"casualty fact|facts? (?:about|on) (?:the )?(?:dead|casualt)", re.I)
    for path in MODULES:
        assert not wrong.findall(path.read_text(encoding="utf-8")), path


def test_every_public_function_says_what_the_caller_gets():
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            public = isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name[0] != "_"
            nested = isinstance(node, ast.FunctionDef) and node.col_offset > 4
            if public and not nested and node.col_offset == 0:
                assert ast.get_docstring(node), f"{path}: {node.name}"


def test_the_top_level_holds_nothing_unexpected():
    expected = {"dashboard.py", "data", "components", "tests", "requirements.txt"}
    allowed = {*expected, "README.md", "LICENSE", "CHANGELOG.md", "CITATION.cff", "deploy"}
    seen = {path.name for path in ROOT.iterdir() if not path.name.startswith((".", "__"))}
    assert expected <= seen
    assert seen <= allowed, seen - allowed
