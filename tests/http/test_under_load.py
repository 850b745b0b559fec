"""A few seconds of the soak in every run of the tests; twenty minutes of it are asked by hand."""

import ast
from collections.abc import Iterator

from tests.bench import soak
from tests.bench.servers import serve
from tests.serving import ROOT

SECONDS = 8
PARTS = 8
"""Times as long that a slow machine may take to show as much as a quick one."""
BOUNDS = {"cache_resource": "max_entries", "cache_data": "max_entries", "lru_cache": "maxsize"}


def test_visitors_who_change_filters_beside_scripts_see_no_error(monkeypatch):
    monkeypatch.setattr(soak, "PAUSE", (0.05, 0.2))
    monkeypatch.setattr(soak, "STAYS", 2)  # Each view is opened by some of them.
    all_ = soak.Seen()
    with serve() as served:
        for _ in range(PARTS):
            seen, memory = soak.soak(served, SECONDS / 60, sessions=4)
            all_.errors.update(seen.errors)
            all_.sessions += seen.sessions
            all_.reruns += seen.reruns
            all_.fetched += seen.fetched
            if all_.errors or enough(all_):
                break
    assert all_.errors == {}
    assert enough(all_)
    assert memory[0][1] > 50


def enough(seen: soak.Seen) -> bool:
    return seen.sessions > 10 and len(seen.reruns) > 10 and seen.fetched > 5


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
