"""The files of a data folder, read once: the bytes that are checked are the bytes that serve."""

import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.json_text import read_json
from data.offender import DataError, Offender
from data.shapes import SHAPES

PACKAGE = "datapackage.json"
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


KINDS_OF_FILES = {
    stat.S_IFDIR: "is a folder, not a file",
    stat.S_IFIFO: "is a named pipe, not a file",
    stat.S_IFSOCK: "is a socket, not a file",
    stat.S_IFCHR: "is a device, not a file",
    stat.S_IFBLK: "is a device, not a file",
}


def _bytes_of(path: Path) -> bytes:
    try:
        # Asked before it is opened: a pipe would let the server wait for a writer for ever.
        kind = stat.S_IFMT(path.stat().st_mode)
        if kind in KINDS_OF_FILES:
            raise DataError([Offender(path.name, 0, "", "", KINDS_OF_FILES[kind])])
        return path.read_bytes()
    except OSError as error:
        raise DataError([Offender(path.name, 0, "", "", _why(error))]) from error


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "the file is missing"
    if isinstance(error, PermissionError):
        return "the server may not read the file"
    return f"cannot be read: {error.strerror or error}"


def _package_in(raw: bytes) -> dict[str, Any]:
    """Parse the contract as far as it must hold for its tables to be found."""
    package = read_json(PACKAGE, raw)
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
