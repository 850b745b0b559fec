"""Prepare the map geometry from its two public sources; run by hand, never by the dashboard.

    pip install antimeridian shapely pycountry && python data/geo/prepare.py

Needs Node.js with npm. The npm packages named in ``PACKAGES`` are unpacked in a temporary
folder; the files written here are the only trace of them:

``world_110m.json``
    UN geodata, read by Plotly. Small states survive the simplification.
``world_50m.json``
    Natural Earth's de-facto borders under Plotly's other file name: Plotly caches base maps
    by name for the life of a page, so two border choices need two names.
``countries.geojson``, ``countries_de_facto.geojson``
    The same shapes for pydeck, cut at the 180th meridian: its Mercator renderer smears an
    uncut Russia across the whole map.
``hatching.geojson``, ``hatching_de_facto.geojson``
    The hatching of the disputed areas, as lines, for pydeck.

Both Plotly files carry the hatching of the disputed areas as the layer ``rivers``: Plotly has
no pattern for a country on a map, and lines inside a figure would travel with every redraw. On
the de-facto map Crimea is hatched too: Natural Earth draws it in Russia's shape.
"""

import json
import subprocess
import tempfile
from pathlib import Path

import antimeridian
import numpy as np
import pycountry
from shapely import LineString, MultiLineString, transform
from shapely.geometry import mapping, shape
from shapely.ops import unary_union

HERE = Path(__file__).parent
PACKAGES = ["plotly.js@4.1.1", "world-atlas@2.0.2", "mapshaper@0.7.70"]
DISPUTED = ["XJK", "XAC", "XAP"]
HATCH_STEP = 0.55
"""Distance between hatching lines, degrees."""

READ_PLOTLY_BASE = """
globalThis.window = {};
const m = { exports: {} }, fs = require("fs");
const code = fs.readFileSync("node_modules/plotly.js/dist/plotly-geo-assets.js", "utf8");
new Function("module", "exports", code)(m, m.exports);
fs.writeFileSync("un.json", JSON.stringify(m.exports.topojson.world_50m));
"""


def mapshaper(folder: Path, *arguments: str) -> None:
    """Run the mapshaper command line in ``folder``."""
    subprocess.run(["npx", "mapshaper", *arguments], cwd=folder, check=True)


def hatch(areas: list[dict]) -> MultiLineString:
    """Draw diagonal lines across the union of GeoJSON ``areas``."""
    area = unary_union([shape(a["geometry"]).buffer(0) for a in areas])
    west, south, east, north = area.bounds
    height = north - south
    steps = int((east - west + height) / HATCH_STEP) + 1
    starts = [west - height + HATCH_STEP * i for i in range(steps)]
    lines = [LineString([(x, south), (x + height, north)]) for x in starts]
    cut = unary_union([line.intersection(area) for line in lines])
    return MultiLineString([part for part in cut.geoms if part.geom_type == "LineString"])


def crimea(un: list[dict], de_facto: list[dict]) -> dict:
    """Find Crimea: the largest part of Natural Earth's Russia within the UN's Ukraine."""
    russia = next(shape(f["geometry"]) for f in de_facto if f["id"] == "RUS")
    ukraine = next(shape(f["geometry"]) for f in un if f["id"] == "UKR")
    parts = russia.buffer(0).intersection(ukraine.buffer(0)).geoms
    return {"geometry": mapping(max(parts, key=lambda part: part.area))}


def write_hatching(areas: list[dict], *paths: Path) -> None:
    """Write the hatching of ``areas`` as one feature, to a hundredth of a degree."""
    lines = transform(hatch(areas), lambda xy: np.round(xy, 2))
    for path in paths:
        write_features(path, [{"type": "Feature", "properties": {}, "geometry": mapping(lines)}])


def alpha3(feature: dict) -> str:
    """Name the country of a Natural Earth feature; '' where it has no ISO 3166 code."""
    found = pycountry.countries.get(numeric=str(feature.get("id", "")).zfill(3))
    return found.alpha_3 if found else ""


def planar(feature: dict) -> dict:
    """Make a shape safe for planar tools, which turn a ring across the 180th meridian inside out.

    Russia is unrolled eastward past 180 degrees, so that its map shows no seam; whatever else
    crosses is cut.
    """
    geometry = shape(feature["geometry"])
    west, _, east, _ = geometry.bounds
    if east - west <= 180:
        return feature
    if feature["id"] == "RUS":
        unrolled = transform(geometry, lambda xy: xy + np.where(xy[:, :1] < -100, [[360, 0]], 0))
        return {**feature, "geometry": mapping(unary_union(unrolled.buffer(0)))}
    return antimeridian.fix_geojson(feature, fix_winding=True)


def labelled(feature: dict, code: str) -> dict:
    """Give a feature its code and the point, ``ct``, at which Plotly shows its hover label."""
    point = shape(feature["geometry"]).representative_point()
    label = [round(point.x, 2), round(point.y, 2)]
    return {**feature, "id": code, "properties": {"FID": code, "ct": label}}


def features(path: Path) -> list[dict]:
    """Read the features of a GeoJSON file."""
    return json.loads(path.read_text(encoding="utf-8"))["features"]


def write_features(path: Path, rows: list[dict]) -> None:
    """Write features as compact GeoJSON."""
    text = json.dumps({"type": "FeatureCollection", "features": rows}, separators=(",", ":"))
    path.write_text(text + "\n", encoding="utf-8")


def cut_for_mercator(source: Path, target: Path) -> None:
    """Cut every shape at the 180th meridian and keep only its code."""
    rows = []
    for feature in features(source):
        code = feature.get("id")
        if not code or not feature["geometry"] or code == "ATA":
            continue
        cut = antimeridian.fix_geojson(
            {"type": "Feature", "properties": {"country": code}, "geometry": feature["geometry"]},
            fix_winding=True,
        )
        rows.append({**cut, "id": code})
    write_features(target, rows)


def write_pair(folder: Path, borders: str, plotly: str, pydeck: str) -> None:
    """Write one choice of borders for Plotly and for pydeck.

    Land and coast are dissolved from the simplified countries, so that every line of the
    map comes from the same arcs.
    """
    simplify = ["-simplify", "weighted", "keep-shapes"]
    # fmt: off
    mapshaper(folder, "-i", f"{borders}.geojson", *simplify, "12%",
              "-rename-layers", "countries",
              "-dissolve", "+", "name=land", "target=countries",
              "-lines", "+", "name=coastlines", "target=land",
              "-i", f"{borders}_hatching.geojson", "-rename-layers", "rivers",
              "-o", str(HERE / plotly), "force", "format=topojson",
              "quantization=20000", "id-field=FID", "target=*")
    mapshaper(folder, "-i", f"{borders}.geojson", *simplify, "8%",
              "-o", "pydeck.geojson", "force", "format=geojson", "precision=0.01", "id-field=FID")
    # fmt: on
    cut_for_mercator(folder / "pydeck.geojson", HERE / pydeck)


def prepare(folder: Path) -> None:
    """Write the six files of this folder."""
    subprocess.run(["npm", "install", "--silent", "--no-save", *PACKAGES], cwd=folder, check=True)
    subprocess.run(["node", "-e", READ_PLOTLY_BASE], cwd=folder, check=True)
    mapshaper(folder, "un.json", "-o", "un_raw.geojson", "format=geojson", "target=countries")
    atlas = "node_modules/world-atlas/countries-50m.json"
    mapshaper(folder, atlas, "-o", "ne_raw.geojson", "format=geojson", "target=countries")

    un = [planar(labelled(f, f["id"])) for f in features(folder / "un_raw.geojson")]
    de_facto = [planar(labelled(f, alpha3(f))) for f in features(folder / "ne_raw.geojson")]
    write_features(folder / "un.geojson", un)
    write_features(folder / "de_facto.geojson", de_facto)
    disputed = [f for f in un if f["id"] in DISPUTED]
    write_hatching(disputed, folder / "un_hatching.geojson", HERE / "hatching.geojson")
    write_hatching(
        [*disputed, crimea(un, de_facto)],
        folder / "de_facto_hatching.geojson",
        HERE / "hatching_de_facto.geojson",
    )
    write_pair(folder, "un", "world_110m.json", "countries.geojson")
    write_pair(folder, "de_facto", "world_50m.json", "countries_de_facto.geojson")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        prepare(Path(temporary))
