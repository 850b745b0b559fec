"""Files that pages of slides carry along: plotly.js, the Source fonts, our own script and style.

The first two are of installed packages.
"""

from importlib.util import find_spec
from pathlib import Path


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"package {package} is not installed")
    return Path(spec.origin).parent


def _font(start: str) -> Path:
    """Find a bundled font: its name carries a digest that changes with each release."""
    return next((_folder("streamlit") / "static" / "static" / "media").glob(f"{start}*.woff2"))


PLOTLY_JS = _folder("plotly") / "package_data" / "plotly.min.js"
"""MIT; the same plotly.js that Streamlit draws with."""
SANS_WOFF2 = _font("SourceSansVF-Upright")
SERIF_WOFF2 = _font("SourceSerifVariable-Roman")
"""SIL Open Font License; variable in weight."""
_ASSETS = Path(__file__).parent / "html" / "assets"
DECK_JS, DECK_CSS = _ASSETS / "deck.js", _ASSETS / "deck.css"
