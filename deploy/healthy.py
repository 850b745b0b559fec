"""Ask the server of this container whether it is well: exit status 0 if it is."""

import os
import sys
from urllib.request import urlopen

port = os.environ["STREAMLIT_SERVER_PORT"]
path = os.environ.get("STREAMLIT_SERVER_BASE_URL_PATH", "").strip("/")
health = "/".join(part for part in (f"http://127.0.0.1:{port}", path, "_stcore/health") if part)
with urlopen(health, timeout=4) as answer:
    sys.exit(answer.read() != b"ok")
