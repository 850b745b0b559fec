"""Country shapes as paths on a sheet: decoded, projected, cut to a window. Pure."""

import json
from functools import lru_cache
from typing import Any

from components.exports.slides.map_body import Window
from data import FOLDER, DataError
from data.offender import Offender
from data.shapes import wrong_shapes

Ring = list[tuple[float, float]]

WORLD_FILE = FOLDER / "geo" / "world_110m.json"


def world_text() -> str:
    """Read the base map as it lies on the disk.

    Raises
    ------
    DataError
        If the file is missing or not whole.
    """
    try:
        raw = WORLD_FILE.read_bytes()
    except OSError as error:
        offender = Offender(WORLD_FILE.name, 0, "", "", f"cannot be read: {error.strerror}")
        raise DataError([offender]) from error
    if offenders := list(wrong_shapes(WORLD_FILE.name, raw)):
        raise DataError(offenders)
    return raw.decode("utf-8")


@lru_cache(maxsize=1)
def shapes() -> dict[str, list[Ring]]:
    """Read the base map: rings of longitude and latitude by ISO code of the shape.

    Source: ``data/geo/world_110m.json`` (UN geodata; see its NOTICE).
    """
    topology = json.loads(world_text())
    arcs = _arcs(topology)
    found: dict[str, list[Ring]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = str(geometry.get("id") or geometry.get("properties", {}).get("id", ""))
        polygons = geometry.get("arcs", [])
        if geometry["type"] == "Polygon":
            polygons = [polygons]
        rings = [_ring(ring, arcs) for polygon in polygons for ring in polygon]
        found.setdefault(code, []).extend(ring for ring in rings if len(ring) > 2)
    return found


def _arcs(topology: dict[str, Any]) -> list[Ring]:
    """Undo the quantisation and the difference coding of TopoJSON."""
    transform = topology.get("transform")
    if not transform:
        return [[(p[0], p[1]) for p in arc] for arc in topology["arcs"]]
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    decoded = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            line.append((x * kx + dx, y * ky + dy))
        decoded.append(line)
    return decoded


def _ring(indices: list[int], arcs: list[Ring]) -> Ring:
    ring: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(arc[1:] if ring else arc)
    return ring


def projected(lon: float, lat: float) -> tuple[float, float]:
    """Place a point of the globe on the plane: equirectangular, true to shape at 40° north.

    Angles stay straight lines, so that a shape edited in slides keeps its neighbours' edges.
    """
    return (lon * 0.766, -lat)


def cut(ring: Ring, window: Window) -> Ring:
    """Cut a ring to the window (Sutherland–Hodgman); blank where it lies outside."""
    west, east, south, north = window
    sides = [(0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)]
    for axis, edge, sign in sides:
        if not ring:
            return []
        kept: Ring = []
        for here, there in zip(ring, ring[1:] + ring[:1], strict=True):
            inside = sign * (here[axis] - edge) >= 0
            inside_next = sign * (there[axis] - edge) >= 0
            if inside:
                kept.append(here)
            if inside != inside_next:
                share = (edge - here[axis]) / (there[axis] - here[axis])
                kept.append(
                    (
                        here[0] + share * (there[0] - here[0]),
                        here[1] + share * (there[1] - here[1]),
                    )
                )
        ring = kept
    return ring


class Sheet:
    """A window of the globe fitted into a box: ``place`` gives coordinates in the box."""

    def __init__(self, window: Window, width: float, height: float) -> None:
        west, east, south, north = window
        self.window = window
        left, top = projected(west, north)
        right, bottom = projected(east, south)
        self._scale = min(width / (right - left), height / (bottom - top))
        self._left, self._top = left, top
        self.width = (right - left) * self._scale
        self.height = (bottom - top) * self._scale

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        """Give the place of a point in the box, from its top left corner."""
        west, east, *_ = self.window
        if lon < west and lon + 360 <= east:
            lon += 360
        x, y = projected(lon, lat)
        return ((x - self._left) * self._scale, (y - self._top) * self._scale)

    def rings(self, code: str) -> list[Ring]:
        """Give a country's rings in the box, cut to the window."""
        found = []
        for ring in shapes().get(code, []):
            for shift in (-360.0, 0.0, 360.0):
                moved = [(lon + shift, lat) for lon, lat in ring]
                inside = cut(moved, self.window)
                if len(inside) > 2:
                    x_y = [projected(lon, lat) for lon, lat in inside]
                    found.append(
                        [
                            ((x - self._left) * self._scale, (y - self._top) * self._scale)
                            for x, y in x_y
                        ]
                    )
        return found

    def codes(self) -> list[str]:
        """List the shapes of the base map, by code."""
        return list(shapes())
