"""The files that maps are drawn from: which they are, and whether a map can be drawn of them."""

from collections.abc import Iterator
from typing import Any

from data.json_text import read_json
from data.offender import DataError, Offender

SHAPES = (
    "geo/world_110m.json",
    "geo/world_50m.json",
    "geo/countries.geojson",
    "geo/countries_de_facto.geojson",
    "geo/hatching.geojson",
    "geo/hatching_de_facto.geojson",
)
LAYERS = ("countries", "land", "coastlines", "rivers")
"""Layers of a base map that charts draw, the hatching among them."""


def wrong_shapes(name: str, raw: bytes) -> Iterator[Offender]:
    """Name what keeps a file of shapes from being drawn."""
    try:
        shapes = read_json(name, raw)
    except DataError as error:
        yield from error.offenders
        return
    kind = "FeatureCollection" if name.endswith(".geojson") else "Topology"
    found = shapes.get("type") if isinstance(shapes, dict) else None
    if found != kind:
        yield Offender(name, 0, "type", str(found or ""), f"must be {kind}")
        return
    for place, rule in _faults_of_topology(shapes) if kind == "Topology" else _faults(shapes):
        yield Offender(name, 0, place, "", rule)


def _faults(collection: dict[str, Any]) -> Iterator[tuple[str, str]]:
    features = collection.get("features")
    if not isinstance(features, list) or not features:
        yield "features", "must hold features"
        return
    for place, feature in enumerate(features):
        geometry = feature.get("geometry") if isinstance(feature, dict) else None
        if (
            not isinstance(geometry, dict)
            or not isinstance(feature.get("properties"), dict)
            or not isinstance(geometry.get("type"), str)
            or not geometry.get("coordinates")
            or not _are_coordinates(geometry["coordinates"])
        ):
            yield f"features[{place}]", "must have properties and a geometry with coordinates"


def _faults_of_topology(topology: dict[str, Any]) -> Iterator[tuple[str, str]]:
    arcs, objects = topology.get("arcs"), topology.get("objects")
    if not isinstance(arcs, list) or not arcs or not all(map(_is_line, arcs)):
        yield "arcs", "must be lines of points"
        return
    transform = topology.get("transform")
    if transform is not None and not (
        isinstance(transform, dict)
        and _is_point(transform.get("scale"))
        and _is_point(transform.get("translate"))
    ):
        yield "transform", "must have a scale and a translate"
    for name in LAYERS:
        layer = objects.get(name) if isinstance(objects, dict) else None
        parts = layer.get("geometries") if isinstance(layer, dict) else None
        if not isinstance(parts, list) or not parts:
            yield f"objects.{name}", "must hold geometries"
            continue
        for place, part in enumerate(parts):
            # One without a type draws nothing: the format allows it.
            drawn = isinstance(part, dict) and (
                part.get("type", "") is None or _lead_to(part.get("arcs"), len(arcs))
            )
            if not drawn:
                yield f"objects.{name}.geometries[{place}]", "must lead to arcs of the file"


def _is_point(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) >= 2
        and all(isinstance(number, int | float) for number in value)
    )


def _is_line(value: Any) -> bool:
    return isinstance(value, list) and len(value) > 0 and all(map(_is_point, value))


def _are_coordinates(value: Any, depth: int = 3) -> bool:
    """Say whether a value is a point, or lists of points as deep as those of a multipolygon."""
    if _is_point(value) or depth == 0:
        return _is_point(value)
    return (
        isinstance(value, list)
        and len(value) > 0
        and all(_are_coordinates(inner, depth - 1) for inner in value)
    )


def _lead_to(value: Any, count: int, depth: int = 3) -> bool:
    """Say whether a value is lists of places of arcs (``~n`` backwards), three deep at most."""
    if isinstance(value, int) or depth == 0:
        return isinstance(value, int) and -count <= value < count
    return (
        isinstance(value, list)
        and len(value) > 0
        and all(_lead_to(inner, count, depth - 1) for inner in value)
    )
