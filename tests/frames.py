"""Hand-made rows for pure tests: small frames with the columns of the contract."""

import json

import pandas as pd

import data

PACKAGE = json.loads((data.FOLDER / "datapackage.json").read_text(encoding="utf-8"))
DEFAULTS = {
    "claims": {
        "conflict": "a-war",
        "whose": "RUS",
        "population": "military",
        "measure": "killed",
        "qualifier": "exact",
        "said_on": "2022-09-01",
        "said_on_precision": "day",
        "claimant": "A",
        "stake": "independent",
        "basis": "named_list",
        "scope": "cumulative",
        "status": "stands",
        "words": "words",
        "source_id": "a-source",
    },
    "statements": {
        "said_on": "2022-09-15",
        "said_on_precision": "day",
        "speaker": "S",
        "office": "O",
        "country": "RUS",
        "occasion": "A meeting",
        "topics": "sco",
        "kind": "verbatim",
        "text": "Words",
        "language": "en",
        "source_id": "a-source",
    },
    "memberships": {
        "status": "member",
        "valid_from": "2001-06-15",
        "instrument": "I",
        "source_id": "a-source",
    },
    "conflicts": {"conflict": "a-war", "name": "A war", "from": "2022-02-24", "parties": "RUS"},
}


def frame(table: str, *rows: dict) -> pd.DataFrame:
    """Give rows of a table as the loader types them; what is left out takes a plain default."""
    schema = next(r for r in PACKAGE["resources"] if r["name"] == table)["schema"]
    columns: dict[str, pd.Series] = {}
    for field in schema["fields"]:
        name, kind = field["name"], field["type"]
        default = DEFAULTS.get(table, {}).get(name, "" if kind == "string" else None)
        values = [row.get(name, default) for row in rows]
        if kind == "date":
            columns[name] = pd.to_datetime(pd.Series(values, dtype="str"), format="%Y-%m-%d")
        elif kind == "integer":
            words = [value if isinstance(value, str) else "" for value in values]
            numbers = [None if isinstance(value, str) else value for value in values]
            columns[name] = pd.Series(numbers, dtype="Int64")
            columns[f"{name}_blank"] = pd.Series(words, dtype="str")
        elif kind == "number":
            columns[name] = pd.Series(values, dtype="float64")
        else:
            columns[name] = pd.Series(values, dtype="str")
    return pd.DataFrame(columns)


def claims(*rows: dict) -> pd.DataFrame:
    """Give claims with ids ``c0, c1, …`` where none is set."""
    return frame("claims", *({"claim_id": f"c{n}", **row} for n, row in enumerate(rows)))


def statements(*rows: dict) -> pd.DataFrame:
    """Give statements with ids ``s0, s1, …`` where none is set."""
    return frame("statements", *({"statement_id": f"s{n}", **row} for n, row in enumerate(rows)))
