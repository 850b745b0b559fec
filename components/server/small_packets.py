"""Small packets leave at once: no rerun waits for the reader's machine to confirm the last one.

Streamlit binds its listening socket without naming the protocol, and asyncio turns Nagle's
algorithm off only where it is named. A rerun is many small messages; each second one would wait
for an acknowledgement that the other side delays, by 40 ms on Linux and a journey more on a long
line. The fault is known to uvicorn (Kludex/uvicorn#3149): delete this module once it is mended
there and in Streamlit.
"""

import os
import socket
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

OPEN_FILES = Path("/proc/self/fd")
"""The numbers of the files this process holds open; Linux alone lists them here."""


def send_at_once() -> None:
    """Turn Nagle's algorithm off for what this process's listening sockets will accept.

    Does nothing where the system does not list open files.
    """
    for listening in _listening():
        # A connection takes the option over from the socket that accepts it.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _listening() -> Iterator[socket.socket]:
    for number in _open_files():
        # Gone since it was listed.
        with suppress(OSError):
            # Only a socket is opened a second time: a pipe held so would never come to its end.
            if not stat.S_ISSOCK(os.fstat(number).st_mode):
                continue
            with socket.socket(fileno=os.dup(number)) as held:
                tcp = held.family in (socket.AF_INET, socket.AF_INET6)
                if tcp and held.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                    yield held


def _open_files() -> list[int]:
    try:
        return [int(entry.name) for entry in OPEN_FILES.iterdir()]
    except FileNotFoundError:
        return []
