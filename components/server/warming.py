"""What the first visitors would wait for, done once the first page is out and nobody is waiting.

No page needs python-pptx or the fonts of a picture, so the server does not read them before
it answers. The first file, the first picture, the first look at each view and ready deck would:
they are made ready in the background, and only while the server has nothing else to do.
"""

import importlib
import logging
import threading
import time
from collections.abc import Callable, Iterator

from components import store
from components.answers import BRIEFING, VIEWS
from components.answers.ready_decks import READY
from data import DataError

SLIDES, PICTURES = "components.exports.pptx.deck", "components.exports.card.picture"
"""Modules that only files and pictures need; the routes import them when they are asked."""
FIRST_LOOK, LOOK = 3.0, 0.5
"""Seconds over which the server's own work is measured: a first page loads its scripts before
it asks for more."""
IDLE = 0.1
"""Seconds of work in that time below which nobody is waiting."""


def _steps() -> Iterator[Callable[[], object]]:
    yield lambda: importlib.import_module(SLIDES)
    yield lambda: importlib.import_module(PICTURES).default_card()  # Unpacks the fonts.
    for view in VIEWS:
        yield lambda view=view: store.answer(view, {})
    for deck in READY:
        yield lambda deck=deck: store.answer(BRIEFING, {"deck": [deck]})


def _wait_until_idle(seconds: float) -> None:
    while True:
        before = time.process_time()
        time.sleep(seconds)
        if time.process_time() - before < IDLE:
            return


def _warm() -> None:
    for number, step in enumerate(_steps()):
        _wait_until_idle(LOOK if number else FIRST_LOOK)
        try:
            step()
        except DataError:
            # The data cannot be read: every page says so, and the log has said it.
            return
        except Exception:
            # Whoever asks for it will be told why; the rest is worth having all the same.
            logging.getLogger(__name__).warning("could not be made ready", exc_info=True)


_begun = threading.Lock()


def begin() -> None:
    """Make ready in the background; only the first call in a server's life does anything."""
    if _begun.acquire(blocking=False):
        threading.Thread(target=_warm, name="warming", daemon=True).start()
