"""Ticks of an axis of powers of ten, each a whole number that can be read."""

import math
from collections.abc import Iterable
from typing import Any

SIZES = ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k"))
FEW = 7
"""Ticks beyond which only the powers themselves have one."""


def ticks_of_powers(values: Iterable[float]) -> dict[str, Any]:
    """Give ``tickvals`` and ``ticktext`` for an axis over values; what is not above nought is left.

    Plotly's own ticks between powers are lone digits, “2” and “5”, which read as two and five.
    Within one power its ticks are numbers: then none are given.
    """
    above = [float(value) for value in values if value > 0]
    if not above or max(above) < 10 * min(above):
        return {}
    first, last = math.floor(math.log10(min(above))), math.ceil(math.log10(max(above)))
    low, high = min(above) / 1.5, max(above) * 1.5
    between = (1, 2, 5) if 3 * math.log10(high / low) <= FEW else (1,)
    places = [step * 10.0**power for power in range(first, last + 1) for step in between]
    shown = [place for place in places if low <= place <= high]
    return {"tickvals": shown, "ticktext": [_short(place) for place in shown]}


def _short(number: float) -> str:
    for size, letter in SIZES:
        if number >= size:
            return f"{number / size:g}{letter}"
    return f"{number:g}"
