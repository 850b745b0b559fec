"""Measure the dashboard against the floor of the platform, and print a table of ratios.

    .venv/bin/python -m tests.bench            everything quick
    .venv/bin/python -m tests.bench --long     and the 100 sessions' memory

Every figure is a ratio within one run against an empty Streamlit page on the same machine:
take the ratios, not the seconds. Nothing here is a test; nothing fails on a slow machine.
"""

import statistics
import sys
import threading
import time
from pathlib import Path

from tests.bench.servers import Served, serve
from tests.session import Session

HERE = Path(__file__).parent
CHANGES: dict[str, list[dict[str, str]]] = {
    "": [{"country": "IND"}, {"country": "CHN"}],
    "members": [{"country": "KAZ"}, {"country": "BLR"}],
    "casualties": [{"whose": "UKR"}, {"to": "2022-12-31"}, {"basis": "named_list"}],
    "statements": [{"country": "IND"}, {"topic": "energy"}, {"speaker": "Xi Jinping"}],
    "about": [{"asof": "2022-09-15"}, {}],
}
ROUNDS = 12
SESSIONS = 50
RERUNS = 4


def timed(session: Session, view: str, parameters: dict[str, str]) -> tuple[float, int]:
    """Run once; give seconds and bytes."""
    start = time.perf_counter()
    run = session.run(view, **parameters)
    return time.perf_counter() - start, run.size


def warm(served: Served, view: str, changes: list[dict[str, str]]) -> tuple[float, int, int]:
    """Give the median seconds of a changed rerun, and bytes of a changed and an unchanged one."""
    with Session(served.url) as session:
        session.run(view)
        for change in changes:
            session.run(view, **change)
        runs = [timed(session, view, changes[n % len(changes)]) for n in range(ROUNDS)]
        unchanged = timed(session, view, changes[(ROUNDS - 1) % len(changes)])
    return statistics.median(s for s, _ in runs), max(b for _, b in runs), unchanged[1]


def first_run(served: Served, view: str) -> float:
    """Give the median seconds of the first run of a new session on a warm server."""
    seconds = []
    for _ in range(5):
        with Session(served.url) as session:
            seconds.append(timed(session, view, {})[0])
    return statistics.median(seconds)


def crowd(served: Served, view: str, changes: list[dict[str, str]]) -> tuple[float, float, int]:
    """Give reruns a second and the 95th percentile of 50 sessions at once, and exceptions."""
    seconds: list[float] = []
    failures: list[str] = []

    def visit(place: int) -> None:
        with Session(served.url) as session:
            failures.extend(session.run(view).exceptions)
            barrier.wait()
            for n in range(RERUNS):
                start = time.perf_counter()
                run = session.run(view, **changes[(place + n) % len(changes)])
                seconds.append(time.perf_counter() - start)
                failures.extend(run.exceptions)

    barrier = threading.Barrier(SESSIONS + 1)
    visitors = [threading.Thread(target=visit, args=(n,)) for n in range(SESSIONS)]
    for visitor in visitors:
        visitor.start()
    barrier.wait()
    start = time.perf_counter()
    for visitor in visitors:
        visitor.join()
    rate = SESSIONS * RERUNS / (time.perf_counter() - start)
    return rate, sorted(seconds)[int(len(seconds) * 0.95)], len(failures)


def memory_a_session(served: Served, view: str, sessions: int = 100) -> float:
    """Give the kilobytes that each of 100 sessions adds to the server."""
    before = served.memory_kb()
    open_ = [Session(served.url) for _ in range(sessions)]
    for session in open_:
        session.run(view)
    added = served.memory_kb() - before
    for session in open_:
        session.__exit__(None, None, None)
    return added / sessions


def row(name: str, value: str, bar: str, met: bool) -> str:
    """Write one line of the table."""
    return f"| {name} | {value} | {bar} | {'yes' if met else '**no**'} |"


def main() -> None:
    """Measure, and print the table."""
    print("| figure | measured | bar | met |")
    print("|---|---|---|---|")
    empty = [{"level": str(n)} for n in range(3)]
    with serve(HERE / "empty_page.py") as floor, serve() as ours:
        floor_warm, _, _ = warm(floor, "", empty)
        floor_first = first_run(floor, "")
        for view, changes in CHANGES.items():
            seconds, changed, unchanged = warm(ours, view, changes)
            name = f"/{view}"
            ratio = seconds / floor_warm
            print(row(f"warm rerun, {name}", f"{ratio:.2f} × floor", "< 1.6", ratio < 1.6))
            size = f"{changed / 1000:.0f} / {unchanged / 1000:.0f} kB"
            fine = changed < 60_000 and unchanged < 20_000
            print(row(f"bytes changed / unchanged, {name}", size, "< 60 / 20 kB", fine))
            ratio = first_run(ours, view) / floor_first
            print(
                row(f"first run of a session, {name}", f"{ratio:.2f} × floor", "< 2.5", ratio < 2.5)
            )
        ratio = ours.ready_after / floor.ready_after
        print(row("start to first page", f"{ratio:.2f} × floor", "< 1.5", ratio < 1.5))
        floor_rate, floor_late, _ = crowd(floor, "", empty)
        rate, late, failures = crowd(ours, "members", CHANGES["members"])
        share, slow = rate / floor_rate, late / floor_late
        print(row("50 sessions, reruns a second", f"{share:.2f} × floor", "> 0.6", share > 0.6))
        print(row("50 sessions, 95th percentile", f"{slow:.2f} × floor", "< 2", slow < 2))
        print(row("50 sessions, exceptions", str(failures), "0", failures == 0))
        if "--long" in sys.argv:
            ratio = memory_a_session(ours, "members") / memory_a_session(floor, "")
            print(row("memory a session adds", f"{ratio:.2f} × floor", "< 2", ratio < 2))


if __name__ == "__main__":
    main()
