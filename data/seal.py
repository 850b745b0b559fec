"""The seal of the tables: checked once when they are edited, not at every start of a server.

``python -m data`` checks everything and writes the seal into ``datapackage.json``. While the
contract, the rules and every file are as they were then, the loader need not check them again;
whatever has changed since is checked in full.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

CHECKED_BY = [Path(__file__).parent / f"{name}.py" for name in ("contract", "rules", "signs")]


def seal_of(folder: Path, package: dict[str, Any]) -> str:
    """Give the fingerprint of the contract, the code that checks, and every table.

    Returns ``""`` where a table cannot be read: such a folder has no seal.
    """
    contract = {key: value for key, value in package.items() if key != "seal"}
    digest = hashlib.sha256(json.dumps(contract, sort_keys=True).encode("utf-8"))
    try:
        for path in [*CHECKED_BY, *(folder / r["path"] for r in package["resources"])]:
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    except OSError:
        return ""
    return f"sha256:{digest.hexdigest()}"


def is_sealed(folder: Path, package: dict[str, Any]) -> bool:
    """Say whether the folder is as it was when it was last checked and sealed."""
    seal = seal_of(folder, package)
    return bool(seal) and package.get("seal") == seal


def write_seal(folder: Path, package: dict[str, Any]) -> None:
    """Write the seal of ``folder`` into its contract."""
    sealed = {**package, "seal": seal_of(folder, package)}
    text = json.dumps(sealed, indent=2, ensure_ascii=False)
    (folder / "datapackage.json").write_text(f"{text}\n", encoding="utf-8")
