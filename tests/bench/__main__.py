"""Measure the dashboard against the floor of the platform, and print a table of ratios.

    .venv/bin/python -m tests.bench              everything, some ten minutes
    .venv/bin/python -m tests.bench --keep       and put the table into the README
    .venv/bin/python -m tests.bench reruns files only these parts

Parts: reruns, start, crowd, memory, growth, drawn, files. Every ratio is measured in turns with
its floor, an empty Streamlit page on the same machine: take the ratios, not the seconds.
Nothing here is a test; nothing fails on a slow machine.
"""

import argparse
import os
import statistics
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import httpx

from tests.bench.drawn import browser_page, drawn
from tests.bench.growth import CLAIMS, STATEMENTS, grown
from tests.bench.reruns import (
    CHANGES,
    EMPTY,
    change,
    crowd,
    first_run,
    in_turns,
    memory_a_session,
    warm,
)
from tests.bench.servers import DASHBOARD, EMPTY_PAGE, GDP_SHAPE, serve
from tests.bench.table import Table
from tests.session import Session

STARTS = 5
SERVERS = 5
FILES = {
    "ten-slide PPTX": ("/export/deck.pptx?deck=samarkand&asof=2026-0{}-01", 3.0),
    "ten-slide HTML deck": ("/export/deck.html?deck=samarkand&asof=2025-0{}-01", 2.0),
    "unfurl picture": ("/card.png?view=/casualties&to=2025-0{}-01", 0.5),
}
GROWN = ("casualties", "statements")


def reruns(table: Table) -> None:
    """Hold one visitor's reruns of each view against the empty page's."""
    with serve(EMPTY_PAGE) as floor, serve() as ours:
        for view in CHANGES:
            ratio, changed, unchanged = warm(ours, floor, view)
            table.below("warm rerun", ratio, 1.6, view=view)
            table.below("changed rerun", changed / 1000, 60, "kB", view)
            table.below("unchanged rerun", unchanged / 1000, 20, "kB", view)
            ratio = first_run(ours, floor, view)
            table.below("first run", ratio, 2.5, view=view)


def start(table: Table) -> None:
    """Hold the time from the command to the first whole page against the empty page's.

    The page of the template's shape is measured beside it: it has what any page with a table
    and a chart must read first.
    """

    def ready(script: Path) -> float:
        with serve(script) as served:
            return served.ready_after

    def floor(_: int) -> float:
        return ready(EMPTY_PAGE)

    ratio = in_turns(lambda _: ready(DASHBOARD), floor, STARTS)
    table.below("from the command to the first page", ratio, 1.5)
    ratio = in_turns(lambda _: ready(GDP_SHAPE), floor, STARTS)
    table.beside("from the command to the first page, GDP page", ratio)


def many(table: Table) -> None:
    """Hold 50 sessions at once against 50 on the empty page."""
    with serve(EMPTY_PAGE) as floor, serve() as ours:
        for view in ("members", "casualties", "statements"):
            floor_rate, floor_late, _ = crowd(floor, "", EMPTY)
            rate, late, failures = crowd(ours, view, CHANGES[view])
            table.above(f"/{view}: 50 sessions, reruns a second", rate / floor_rate, 0.6)
            table.below(f"/{view}: 50 sessions, 95th percentile", late / floor_late, 2)
            table.none(f"/{view}: 50 sessions, errors", failures)


def memory(table: Table) -> None:
    """Hold the memory that 100 sessions add against the empty page's.

    A server that has just started has some memory free, now more, now less, and the first
    sessions fill that: so several servers are asked.
    """

    def added(script: Path, view: str) -> float:
        with serve(script) as served:
            return memory_a_session(served, view)

    ratio = in_turns(
        lambda _: added(DASHBOARD, "members"), lambda _: added(EMPTY_PAGE, ""), SERVERS
    )
    table.below("memory that each of 100 sessions adds", ratio, 2)


def growth(table: Table) -> None:
    """Hold reruns over generated data against reruns over today's."""

    with grown() as folder, serve() as today, serve(folder / "dashboard.py") as more:
        for view in GROWN:
            with Session(today.url) as a, Session(more.url) as b:
                for warming in ({}, *CHANGES[view]):
                    a.run(view, **warming)
                    b.run(view, **warming)
                ratio = in_turns(partial(change, b, view), partial(change, a, view), 15)
            name = f"/{view}: warm rerun, {CLAIMS:,} claims and {STATEMENTS:,} statements"
            table.below(name, ratio, 3, "× today's")


def browser(table: Table) -> None:
    """Hold each view in Chromium against a page of the shape of Streamlit's template."""
    with serve(GDP_SHAPE) as shape, serve() as ours, browser_page() as page:
        for view in CHANGES:
            ratio = drawn(page, f"{ours.url}/{view}", shape.url)
            table.below("charts drawn in Chromium", ratio, 1.6, "× GDP page", view)


def files(table: Table) -> None:
    """Time files of days not asked for before, on a warm server: nothing of them is kept."""
    with serve() as ours, httpx.Client(base_url=ours.url, timeout=60) as client:
        for name, (address, bar) in FILES.items():
            client.get(address.format(9)).raise_for_status()
            seconds = []
            for number in range(1, 6):
                began = time.perf_counter()
                answer = client.get(address.format(number)).raise_for_status()
                seconds.append(time.perf_counter() - began)
            table.below(name, statistics.median(seconds), bar, "s")
            if "PPTX" in name:
                table.below(f"{name}, size", len(answer.content) / 1e6, 3, "MB")


PARTS: dict[str, Callable[[Table], None]] = {
    "reruns": reruns,
    "start": start,
    "crowd": many,
    "memory": memory,
    "growth": growth,
    "drawn": browser,
    "files": files,
}


def main() -> None:
    """Measure what was asked for, print the table, and keep it where asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], default=[])
    parser.add_argument("--keep", action="store_true", help="put the table into the README")
    asked = parser.parse_args()
    table = Table()
    for name in asked.parts or PARTS:
        PARTS[name](table)
    print(f"\n{table.text()}")
    if asked.keep:
        table.keep(f"Measured on {date.today():%-d %B %Y}, {os.cpu_count()} cores.")


if __name__ == "__main__":
    main()
