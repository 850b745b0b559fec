"""A few seconds of the soak in every run of the tests; twenty minutes of it are asked by hand."""

import ast
from collections.abc import Iterator

from tests.bench import soak
from tests.bench.servers import serve
from tests.conftest import ROOT

SECONDS = 8
BOUNDS = {"cache_resource": "max_entries", "cache_data": "max_entries", "lru_cache": "maxsize"}


def test_visitors_who_change_filters_beside_scripts_see_no_error(monkeypatch):
    monkeypatch.setattr(soak, "PAUSE", (0.05, 0.2))
    monkeypatch.setattr(soak, "STAYS", 2)  # Each view is opened by some of them.
    with serve() as served:
        seen, memory = soak.soak(served, SECONDS / 60, sessions=4)
    assert seen.errors == {}
    assert seen.sessions > 10
    assert len(seen.reruns) > 10
    assert seen.fetched > 5
    assert memory[0][1] > 50


def caches() -> Iterator[tuple[str, bool]]:
    """Name every function whose results are kept, and say whether their number has a bound."""
    for folder in ("components", "data"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.FunctionDef):
                    continue
                for mark in node.decorator_list:
                    call = mark if isinstance(mark, ast.Call) else None
                    name = ast.unparse(call.func if call else mark).rpartition(".")[2]
                    if name not in (*BOUNDS, "cache"):
                        continue
                    words = call.keywords if call else []
                    given = {word.arg: ast.unparse(word.value) for word in words}
                    bound = given.get(BOUNDS.get(name, ""), "")
                    one = not (node.args.args or node.args.kwonlyargs)
                    yield f"{path.name}: {node.name}", one or bound.replace("_", "").isdecimal()


def test_everything_that_is_kept_has_a_bound():
    found = dict(caches())
    assert len(found) > 10
    assert [name for name, bounded in found.items() if not bounded] == []
