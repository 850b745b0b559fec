"""The path that the whole dashboard is served under, where it is not alone on its host."""

import streamlit


def mount_path() -> str:
    """Give the base path (``server.baseUrlPath``) with its first slash; blank for none."""
    path = str(streamlit.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""


def within(path: str) -> str | None:
    """Give what follows the base path, without slashes at its ends; None outside of it."""
    base = mount_path()
    if base and path != base and not path.startswith(f"{base}/"):
        return None
    return path.removeprefix(base).strip("/")
