"""Where the corners of a chart's marks stand, in whatever medium they are drawn."""

import math

CORNERS = {
    "square": (4, math.pi / 4),
    "diamond": (4, 0.0),
    "triangle-up": (3, -math.pi / 2),
    "triangle-down": (3, math.pi / 2),
    "pentagon": (5, -math.pi / 2),
}
"""Corners of a mark: how many, and the angle of the first."""


def corners(name: str, at: tuple[float, float], far: float) -> list[tuple[float, float]]:
    """Give the corners of a mark of ``CORNERS`` around its middle, ``far`` out."""
    count, first = CORNERS[name]
    angles = [first + 2 * math.pi * n / count for n in range(count)]
    return [(at[0] + far * math.cos(a), at[1] + far * math.sin(a)) for a in angles]
