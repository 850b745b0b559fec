"""The files of a data folder, read once: the bytes that are checked are the bytes that serve."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.offender import DataError, Offender

PACKAGE = "datapackage.json"
SHAPES = (
    "geo/world_110m.json",
    "geo/world_50m.json",
    "geo/countries.geojson",
    "geo/countries_de_facto.geojson",
    "geo/hatching.geojson",
    "geo/hatching_de_facto.geojson",
)
"""Files of shapes that maps are drawn from."""
KINDS_OF_SHAPES = ("Topology", "FeatureCollection")
TABLE_FILE = re.compile(r"[a-z_]+\.csv")


@dataclass(frozen=True)
class Files:
    """The contract of a folder and the bytes of its files, by name."""

    package: Mapping[str, Any]
    raw: Mapping[str, bytes]
    unreadable: tuple[Offender, ...] = ()

    @property
    def resources(self) -> list[dict[str, Any]]:
        """List the tables as the contract describes them."""
        resources: list[dict[str, Any]] = self.package["resources"]
        return resources

    def schema(self, name: str) -> dict[str, Any]:
        """Give the schema of a table."""
        schema: dict[str, Any] = next(r for r in self.resources if r["name"] == name)["schema"]
        return schema


def read_files(folder: Path) -> Files:
    """Read the contract, every table it names, and the shapes of maps, once.

    A file that cannot be read is among ``unreadable``, so that the rest can still be checked.

    Raises
    ------
    DataError
        If the contract itself cannot be read, is not JSON, or names no tables.
    """
    contract = _bytes_of(folder / PACKAGE)
    package = _package_in(contract)
    raw = {PACKAGE: contract}
    unreadable: list[Offender] = []
    for name in [*(resource["path"] for resource in package["resources"]), *SHAPES]:
        try:
            raw[name] = _bytes_of(folder / name)
        except DataError as error:
            unreadable += error.offenders
    return Files(package, raw, tuple(unreadable))


def wrong_shapes(name: str, raw: bytes) -> Iterator[Offender]:
    """Name what keeps a file of shapes from being drawn."""
    try:
        shapes = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        yield not_utf8(name, raw, error)
        return
    except (json.JSONDecodeError, RecursionError) as error:
        line = getattr(error, "lineno", 0)
        yield Offender(name, line, "", "", f"is not JSON: {error}: the file may be cut off")
        return
    kind = shapes.get("type") if isinstance(shapes, dict) else None
    if kind not in KINDS_OF_SHAPES:
        yield Offender(name, 0, "type", str(kind or ""), "must be Topology or FeatureCollection")


def not_utf8(name: str, raw: bytes, error: UnicodeDecodeError) -> Offender:
    """Say at which line a file is no text."""
    line = raw[: error.start].count(b"\n") + 1
    value = raw[error.start : error.start + 8].decode("latin-1")
    return Offender(name, line, "", value, "is not UTF-8 text")


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DataError([Offender(path.name, 0, "", "", _why(error))]) from error


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "the file is missing"
    if isinstance(error, IsADirectoryError):
        return "is a folder, not a file"
    if isinstance(error, PermissionError):
        return "the server may not read the file"
    return f"cannot be read: {error.strerror or error}"


def _package_in(raw: bytes) -> dict[str, Any]:
    """Parse the contract as far as it must hold for its tables to be found."""
    try:
        package = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise DataError([not_utf8(PACKAGE, raw, error)]) from error
    except (json.JSONDecodeError, RecursionError) as error:
        line = getattr(error, "lineno", 0)
        raise DataError([Offender(PACKAGE, line, "", "", f"is not JSON: {error}")]) from error
    rule = "must name tables: resources, each with its name and the path <name>.csv"
    resources = package.get("resources") if isinstance(package, dict) else None
    if not isinstance(resources, list) or not resources or not all(map(_is_table, resources)):
        raise DataError([Offender(PACKAGE, 0, "resources", "", rule)])
    names = [resource["name"] for resource in resources]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise DataError([Offender(PACKAGE, 0, "resources", n, "stands twice") for n in twice])
    found: dict[str, Any] = package
    return found


def _is_table(resource: Any) -> bool:
    if not isinstance(resource, dict):
        return False
    name, path = resource.get("name"), resource.get("path")
    named = isinstance(path, str) and TABLE_FILE.fullmatch(path) is not None
    return named and path == f"{name}.csv"
