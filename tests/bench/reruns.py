"""Reruns of one visitor and of many, as a browser would ask for them, without a browser."""

import statistics
import threading
import time
from collections.abc import Callable

from tests.bench.servers import Served
from tests.session import Run, Session

Parameters = dict[str, str]

CHANGES: dict[str, list[Parameters]] = {
    "": [{"country": "IND"}, {"country": "CHN"}],
    "members": [{"country": "KAZ"}, {"country": "BLR"}],
    "compare": [{"year": "2010"}, {"show": "map"}, {"indicator": "gdp_current_usd"}],
    "relations": [{"a": "CHN", "b": "RUS"}, {"a": "IND", "b": "RUS"}],
    "votes": [{"resolution": "ES-11/1"}, {"on": "2022-09-15"}],
    "meetings": [{"year": "2022"}, {"country": "IND"}],
    "casualties": [{"whose": "UKR"}, {"to": "2022-12-31"}, {"basis": "named_list"}],
    "soundness": [{"rule": "falls"}, {}],
    "statements": [{"country": "IND"}, {"topic": "energy"}, {"speaker": "Xi Jinping"}],
    "readouts": [{"asof": "2022-12-31"}, {}],
    "article": [{"finding": "wording_altered"}, {}],
    "briefing": [{"deck": "members~votes"}, {"deck": "samarkand"}],
    "since": [{"since": "2024-01-01"}, {"since": "2025-01-01"}],
    "downloads": [{"asof": "2022-09-15"}, {}],
    "about": [{"asof": "2022-09-15"}, {}],
}
"""Changes of filters that a reader would make, by view."""

EMPTY = [{"level": str(number)} for number in range(3)]
"""Changes of the empty page, which takes no notice: its rerun is the floor."""

ROUNDS = 15
FIRST_RUNS = 7
SESSIONS = 50
RERUNS = 6


def timed(session: Session, view: str, parameters: Parameters) -> tuple[float, Run]:
    start = time.perf_counter()
    run = session.run(view, **parameters)
    return time.perf_counter() - start, run


def change(session: Session, view: str, number: int) -> float:
    """Give the seconds of the view's change of that number."""
    return timed(session, view, CHANGES[view][number % len(CHANGES[view])])[0]


def in_turns(ours: Callable[[int], float], floor: Callable[[int], float], rounds: int) -> float:
    """Give the ratio of two medians, measured in turns so that both see the same machine."""
    pairs = [(ours(number), floor(number)) for number in range(rounds)]
    return statistics.median(a for a, _ in pairs) / statistics.median(b for _, b in pairs)


def warm(ours: Served, floor: Served, view: str) -> tuple[float, int, int]:
    """Give the ratio of a changed rerun, and the bytes of a changed and an unchanged one."""
    changes, sizes = CHANGES[view], []
    with Session(ours.url) as session, Session(floor.url) as empty:
        for warming in ({}, *changes):
            session.run(view, **warming)
            empty.run("")

        def change(number: int) -> float:
            seconds, run = timed(session, view, changes[number % len(changes)])
            sizes.append(run.size)
            return seconds

        ratio = in_turns(change, lambda n: timed(empty, "", EMPTY[n % 3])[0], ROUNDS)
        unchanged = session.run(view, **changes[(ROUNDS - 1) % len(changes)]).size
    with Session(ours.url) as session:
        # The first time that a visitor sees a state, nothing of it is held yet.
        session.run(view)
        sizes += [session.run(view, **change).size for change in changes]
    return ratio, max(sizes), unchanged


def first_run(ours: Served, floor: Served, view: str) -> float:
    """Give the ratio of the first run of a new session on a warm server."""

    def first(served: Served, path: str) -> float:
        with Session(served.url) as session:
            return timed(session, path, {})[0]

    return in_turns(lambda n: first(ours, view), lambda n: first(floor, ""), FIRST_RUNS)


def crowd(served: Served, view: str, changes: list[Parameters]) -> tuple[float, float, int]:
    """Give reruns a second and the 95th percentile of 50 sessions at once, and exceptions."""
    seconds: list[float] = []
    failures: list[str] = []

    def visit(place: int) -> None:
        with Session(served.url) as session:
            failures.extend(session.run(view).exceptions)
            barrier.wait()
            for number in range(RERUNS):
                taken, run = timed(session, view, changes[(place + number) % len(changes)])
                seconds.append(taken)
                failures.extend(run.exceptions)

    barrier = threading.Barrier(SESSIONS + 1)
    visitors = [threading.Thread(target=visit, args=(number,)) for number in range(SESSIONS)]
    for visitor in visitors:
        visitor.start()
    barrier.wait()
    start = time.perf_counter()
    for visitor in visitors:
        visitor.join()
    lost = SESSIONS * RERUNS - len(seconds)
    rate = len(seconds) / (time.perf_counter() - start)
    return rate, sorted(seconds)[int(len(seconds) * 0.95)], len(failures) + lost


def memory_a_session(served: Served, view: str, sessions: int = 100) -> float:
    """Give the kilobytes that each of 100 sessions adds to the server."""
    with Session(served.url) as session:
        session.run(view)
    before = served.memory_kb()
    open_ = [Session(served.url) for _ in range(sessions)]
    for session in open_:
        session.run(view)
    added = served.memory_kb() - before
    for session in open_:
        session.__exit__(None, None, None)
    return added / sessions
