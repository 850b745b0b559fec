"""A visitor without a browser: speaks Streamlit's protocol and counts what it receives."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect


@dataclass
class Run:
    """What one run of a view sent: bytes, messages, its first heading, exceptions."""

    size: int = 0
    heading: str = ""
    messages: int = 0
    exceptions: list[str] = field(default_factory=list)


class Session:
    """One visitor's session over the WebSocket."""

    def __init__(self, server: str) -> None:
        address = server.replace("http", "ws", 1) + "/_stcore/stream"
        self._open = connect(address, subprotocols=["streamlit"], max_size=None)
        self._socket = self._open.__enter__()
        self._page = ""
        self._held: dict[str, ForwardMsg] = {}

    def run(self, view: str = "", **parameters: str) -> Run:
        """Run a view once with these parameters, as a browser does that keeps what it got."""
        message = BackMsg()
        message.rerun_script.query_string = urlencode(parameters)
        if self._page:
            message.rerun_script.page_script_hash = self._page
        else:
            message.rerun_script.page_name = view
        message.rerun_script.cached_message_hashes.extend(sorted(self._held))
        self._socket.send(message.SerializeToString())
        run = Run()
        main_page = ""
        while True:
            raw = self._socket.recv(timeout=60)
            forward = ForwardMsg()
            forward.ParseFromString(raw)
            run.size += len(raw)
            run.messages += 1
            if forward.WhichOneof("type") == "ref_hash":
                forward = self._held[forward.ref_hash]
            elif forward.metadata.cacheable and forward.hash:
                self._held[forward.hash] = forward
            kind = forward.WhichOneof("type")
            if kind == "navigation":
                self._page = forward.navigation.page_script_hash
            if kind == "new_session" and not self._page:
                main_page = forward.new_session.page_script_hash
            if kind == "delta" and forward.delta.new_element.WhichOneof("type") == "heading":
                run.heading = run.heading or forward.delta.new_element.heading.body
            if kind == "delta" and forward.delta.new_element.WhichOneof("type") == "exception":
                run.exceptions.append(forward.delta.new_element.exception.message)
            if kind == "script_finished":
                self._page = self._page or main_page
                return run

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, *failure: object) -> None:
        self._open.__exit__(*failure)
