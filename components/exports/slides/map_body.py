"""A map freed of its drawing library: which shape has which colour, and the dots on it."""

from dataclasses import dataclass

Window = tuple[float, float, float, float]
"""West, east, south and north, degrees."""
WORLD: Window = (-170.0, 190.0, -58.0, 84.0)


@dataclass(frozen=True)
class Fill:
    """A country filled by what it stands for; ``value`` is what a scale paints."""

    code: str
    name: str
    colour: str
    meaning: str
    value: float = 0.0


@dataclass(frozen=True)
class Dot:
    """A mark at a place; ``size`` in pixels of the picture."""

    lon: float
    lat: float
    colour: str
    size: float
    label: str


@dataclass(frozen=True)
class Line:
    """A line between two places; ``end_colour`` is that of its second half."""

    start: tuple[float, float]
    end: tuple[float, float]
    colour: str
    label: str
    end_colour: str


@dataclass(frozen=True)
class MapBody:
    """Shapes by ISO code, dots and lines, and the window they lie in.

    ``disputed`` are the areas to hatch, which no fill touches; ``names`` are of every shape;
    ``round`` are the words of the legend that stand for dots and not for filled shapes.
    """

    fills: tuple[Fill, ...]
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    legend: tuple[tuple[str, str], ...]
    disputed: tuple[str, ...]
    names: dict[str, str]
    window: Window
    note: str
    round: frozenset[str] = frozenset()

    @property
    def lines_within(self) -> list[Line]:
        """The lines of which both ends lie on the map."""
        west, east, south, north = self.window

        def inside(lon: float, lat: float) -> bool:
            return south <= lat <= north and (west <= lon <= east or west <= lon + 360 <= east)

        return [line for line in self.lines if inside(*line.start) and inside(*line.end)]
