"""What a server does as it starts: it reads the data, and says at once what is wrong with them."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from components import store
from components.server.compression import compress_in_little
from components.server.small_packets import send_at_once
from data import DataError


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[None]:
    """Read the data and answer the front page beside the start: its first reader waits less.

    From then on, newer data files are looked for.
    """
    send_at_once()
    compress_in_little()
    stop = threading.Event()
    threading.Thread(target=_read, args=(stop,), name="reading", daemon=True).start()
    yield
    stop.set()


def _read(stop: threading.Event) -> None:
    # What is wrong is in the log by then, and every page says it too.
    with suppress(DataError):
        store.edition()
        store.answer("", {})
    store.watch(stop)
