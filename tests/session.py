"""A visitor without a browser: speaks Streamlit's protocol and counts what it receives."""

import socket
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

SHOWN = {"heading", "markdown", "text", "metric", "alert", "page_link", "plotly_chart"} | {
    "deck_gl_json_chart",
    "dataframe",
}


@dataclass
class Run:
    """What one run of a view sent: bytes on the wire, messages, its first heading, exceptions.

    ``elements`` holds what stands on the page, by place; ``downloads`` the names of files that
    buttons offer.
    """

    size: int = 0
    heading: str = ""
    messages: int = 0
    exceptions: list[str] = field(default_factory=list)
    elements: dict[tuple[int, ...], Element] = field(default_factory=dict)
    downloads: list[str] = field(default_factory=list)

    def shown(self) -> dict[tuple[int, ...], bytes]:
        """Give what stands at each place: words, charts and tables, but no state of a widget."""
        return {
            place: element.SerializeToString(deterministic=True)
            for place, element in self.elements.items()
            if element.WhichOneof("type") in SHOWN
        }


class CountingSocket(socket.socket):
    """A socket that counts the bytes it receives: what crosses the wire, as compressed.

    It confirms what it got at once, where the system lets it (Linux): a server that waits for
    that, as a plain Streamlit page does, would be timed by the system's 40 ms delay.
    """

    received = 0

    def recv(self, *arguments: int) -> bytes:
        # The system forgets it after a while: said anew each time.
        if hasattr(socket, "TCP_QUICKACK"):
            self.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
        data = super().recv(*arguments)
        self.received += len(data)
        return data


class Session:
    """One visitor's session over the WebSocket."""

    def __init__(self, server: str, headers: dict[str, str] | None = None) -> None:
        address = server.replace("http", "ws", 1) + "/_stcore/stream"
        at = urlsplit(server)
        self._wire = CountingSocket(socket.AF_INET, socket.SOCK_STREAM)
        self._wire.connect((at.hostname, at.port))
        self._wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        # A browser sends no pings: a busy server is waited for, not given up.
        self._open = connect(
            address,
            sock=self._wire,
            subprotocols=["streamlit"],
            max_size=None,
            additional_headers=headers,
            ping_interval=None,
            open_timeout=60,
        )
        self._socket = self._open.__enter__()
        self._id = ""
        self._page = ""
        self._held: dict[str, ForwardMsg] = {}

    def run(self, view: str = "", **parameters: str) -> Run:
        """Run a view once with these parameters, as a browser does that keeps what it got."""
        return self.run_query(view, urlencode(parameters))

    def run_query(self, view: str, query: str) -> Run:
        """Run a view once with the query of an address, whatever it holds."""
        message = BackMsg()
        message.rerun_script.query_string = query
        if self._page:
            message.rerun_script.page_script_hash = self._page
        else:
            message.rerun_script.page_name = view
        message.rerun_script.cached_message_hashes.extend(sorted(self._held))
        self._socket.send(message.SerializeToString())
        run, before = Run(), self._wire.received
        main_page = ""
        while True:
            raw = self._socket.recv(timeout=60)
            forward = ForwardMsg()
            forward.ParseFromString(raw)
            run.messages += 1
            place = tuple(forward.metadata.delta_path)
            if forward.WhichOneof("type") == "ref_hash":
                forward = self._held[forward.ref_hash]
            elif forward.metadata.cacheable and forward.hash:
                self._held[forward.hash] = forward
            kind = forward.WhichOneof("type")
            if kind == "navigation":
                self._page = forward.navigation.page_script_hash
            if kind == "new_session":
                self._id = forward.new_session.initialize.session_id
            if kind == "new_session" and not self._page:
                main_page = forward.new_session.page_script_hash
            if kind == "delta":
                _note(run, place, forward.delta.new_element)
            if kind == "script_finished":
                self._page = self._page or main_page
                run.size = self._wire.received - before
                return run

    def file(self, name: str) -> str:
        """Ask for the file that a button offers, as a click does; give its path."""
        message = BackMsg()
        message.backend_operation_request.request_id = name
        message.backend_operation_request.session_id = self._id
        message.backend_operation_request.deferred_file.file_id = name
        self._socket.send(message.SerializeToString())
        while True:
            forward = ForwardMsg()
            forward.ParseFromString(self._socket.recv(timeout=60))
            if forward.WhichOneof("type") == "backend_operation_response":
                return forward.backend_operation_response.deferred_file.url

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, *failure: object) -> None:
        self._open.__exit__(*failure)


def _note(run: Run, place: tuple[int, ...], element: Element) -> None:
    kind = element.WhichOneof("type")
    if kind == "heading":
        run.heading = run.heading or element.heading.body
    elif kind == "exception":
        run.exceptions.append(element.exception.message)
    elif kind == "download_button":
        run.downloads.append(element.download_button.deferred_file_id)
    run.elements[place] = element
