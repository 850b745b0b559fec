"""Messages are compressed in little memory, whatever a browser says it can do."""

import base64
import os
import socket
from urllib.parse import urlsplit

import pytest
from uvicorn.protocols.websockets import websockets_sansio_impl as protocol

from components.server import compression

CAN = {
    # What Chromium, Safari and Firefox offer. uvicorn's own settings would let the first of them
    # send with a window of 12.
    "permessage-deflate; client_max_window_bits": ["12 down", "9 up"],
    "permessage-deflate": ["12 down"],
}


@pytest.mark.parametrize(("offered", "agreed"), CAN.items(), ids=[*CAN])
def test_a_connection_is_compressed_with_our_settings(server, offered, agreed):
    assert _agreed(server, offered) == agreed


def test_what_compresses_holds_little_memory(monkeypatch):
    monkeypatch.setattr(protocol, "ServerPerMessageDeflateFactory", None)
    compression.compress_in_little()
    # As uvicorn asks for it, with its own settings.
    asked = {"server_max_window_bits": 12, "compress_settings": {"memLevel": 5}}
    made = protocol.ServerPerMessageDeflateFactory(**asked)
    _, extension = made.process_request_params([], [])
    assert extension.compress_settings == {"memLevel": compression.MEMORY_LEVEL}
    assert extension.local_max_window_bits == compression.WINDOW


def _agreed(server: str, offered: str) -> list[str]:
    at = urlsplit(server)
    lines = {
        "Host": at.netloc,
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode(),
        "Sec-WebSocket-Protocol": "streamlit",
        "Sec-WebSocket-Extensions": offered,
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    with socket.create_connection((at.hostname, at.port), timeout=60) as wire:
        wire.sendall(f"GET /_stcore/stream HTTP/1.1\r\n{head}\r\n".encode())
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += wire.recv(4096)
    lowered = answer.decode().lower()
    name = "sec-websocket-extensions: permessage-deflate;"
    settings = lowered.split(name)[1].split("\r\n")[0].replace(" ", "").split(";")
    ends = {"client_max_window_bits": "up", "server_max_window_bits": "down"}
    pairs = (setting.split("=") for setting in settings)
    return sorted(f"{value} {ends[name]}" for name, value in pairs)
