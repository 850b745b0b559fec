"""Compression in little memory: each open connection holds a quarter less for it.

Two fifths of what a reader's session adds to the server is the window that compresses its messages.
uvicorn asks for one of 4 kB with a table that lets it search quickly, and takes no settings; a
smaller table makes messages 2 to 3 % larger. The smallest window for what a browser sends, a few
hundred bytes at a time, costs nothing.
"""

from uvicorn.protocols.websockets import websockets_sansio_impl as protocol
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory

WINDOW = 12
"""Two to the power of this are the bytes that a message may repeat: as uvicorn sets it."""
WINDOW_OF_A_BROWSER = 9
MEMORY_LEVEL = 3
"""Of zlib's 1 to 9; uvicorn sets 5."""


def compress_in_little() -> None:
    """Let connections that are opened from now on compress in little memory.

    Does nothing where the installed uvicorn makes them in another way.
    """
    if hasattr(protocol, "ServerPerMessageDeflateFactory"):
        protocol.ServerPerMessageDeflateFactory = _frugal  # type: ignore[misc, assignment]


def _frugal(**_: object) -> ServerPerMessageDeflateFactory:
    return ServerPerMessageDeflateFactory(
        server_max_window_bits=WINDOW,
        client_max_window_bits=WINDOW_OF_A_BROWSER,
        compress_settings={"memLevel": MEMORY_LEVEL},
    )
