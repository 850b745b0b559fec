"""What a page of slides needs besides them: scripts, style, fonts and base map, and its policy.

Each is linked at our own server, or carried along in the file.
"""

import base64
import hashlib
import html
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from components.exports.geometry import world_text
from components.exports.vendored import DECK_CSS, DECK_JS, PLOTLY_JS, SANS_WOFF2, SERIF_WOFF2
from components.figures.palette import (
    INK,
    INK_LINK,
    INK_QUIET,
    PAGE_LIGHT,
    PAPER_TINT,
    RULE,
)

escaped = html.escape


@dataclass(frozen=True)
class Linked:
    """Scripts, styles, fonts and the base map come from our own server, by these addresses."""

    assets: str
    geo: str


def colours() -> str:
    """Write the colours of the palette as variables of the style."""
    names = {
        "paper": PAGE_LIGHT,
        "ink": INK,
        "quiet": INK_QUIET,
        "rule": RULE,
        "tint": PAPER_TINT,
        "accent": INK_LINK,
    }
    return ":root{" + "".join(f"--{name}:{value};" for name, value in names.items()) + "}"


def fonts(linked: Linked | None) -> str:
    """Write the rules of the fonts, linked or carried along."""
    faces = []
    for family, path in (("Source Sans", SANS_WOFF2), ("Source Serif", SERIF_WOFF2)):
        address = (
            f"{linked.assets}{path.name}" if linked else f"data:font/woff2;base64,{_b64(path)}"
        )
        faces.append(
            f'@font-face{{font-family:"{family}";font-weight:200 900;'
            f'src:url("{address}") format("woff2");}}'
        )
    return "".join(faces)


def policy() -> str:
    """Give the policy of a file that carries all it needs: its own two scripts, and no network."""
    scripts = " ".join(f"'sha256-{_digest(path)}'" for path in (PLOTLY_JS, DECK_JS))
    rules = [
        "default-src 'none'",
        f"script-src {scripts}",
        "style-src 'unsafe-inline'",
        "font-src data:",
        "img-src data: blob:",
        "connect-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">'


@lru_cache(maxsize=2)
def _digest(path: Path) -> str:
    return base64.b64encode(hashlib.sha256(_text(path).encode("utf-8")).digest()).decode("ascii")


def style(linked: Linked | None) -> str:
    """Write the style of slides, linked or carried along."""
    if linked:
        return f'<link rel="stylesheet" href="{escaped(linked.assets)}deck.css">'
    return f"<style>{DECK_CSS.read_text(encoding='utf-8')}</style>"


def scripts(linked: Linked | None) -> str:
    """Write the scripts, linked, or carried along with the base map."""
    if linked:
        prefix = escaped(linked.assets)
        return (
            f'<script src="{prefix}plotly.min.js"></script><script src="{prefix}deck.js"></script>'
        )
    topojson = json.dumps(json.loads(world_text()), ensure_ascii=True)
    return (
        f'<script type="application/json" id="topojson">{topojson}</script>'
        f"<script>{_text(PLOTLY_JS)}</script>"
        f"<script>{_text(DECK_JS)}</script>"
    )


@lru_cache(maxsize=2)
def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@lru_cache(maxsize=4)
def _b64(path: Path) -> str:
    return base64.b64encode(path.read_bytes()).decode("ascii")
