"""Many small messages make a rerun: none of them may wait for the last one's acknowledgement."""

import os
import socket

from components.server import small_packets, starting
from tests.conftest import run_apart


def test_a_server_sends_small_packets_at_once(monkeypatch):
    monkeypatch.setattr(starting, "_read", lambda stop: None)
    # As Streamlit binds it: without naming the protocol, by which asyncio would know it as TCP.
    with socket.socket(socket.AF_INET) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()

        async def start() -> None:
            async with starting.lifespan(None):
                pass

        run_apart(start)
        with socket.create_connection(listening.getsockname()):
            accepted, _ = listening.accept()
            with accepted:
                assert accepted.proto != socket.IPPROTO_TCP
                assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_looking_for_sockets_keeps_no_pipe_open():
    reading, writing = os.pipe()
    small_packets.send_at_once()
    os.close(writing)
    os.set_blocking(reading, False)
    # The end of the pipe: somebody who still held it would make this wait for more.
    assert os.read(reading, 1) == b""
    os.close(reading)
