"""Sources by name, as every picture, card and file writes them."""

from collections.abc import Mapping
from typing import Any

import pandas as pd


def source_name(source: Mapping[str, Any] | pd.Series) -> str:
    """Name a row of ``sources.csv`` by its publisher and its title."""
    return f"{source['publisher']}: {source['title']}"
