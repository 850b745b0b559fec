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
    "countries": {"source_id": "a-source"},
    "accessions": {
        "seeks": "member",
        "opened_on": "2015-07-10",
        "stage": "procedure_opened",
        "instrument": "I",
        "source_id": "a-source",
    },
    "indicators": {
        "indicator": "gdp_current_usd",
        "year": 2020,
        "unit": "usd",
        "basis": "reported",
        "price_base": "current_usd",
        "source_id": "a-source",
    },
    "votes": {"resolution": "R/1", "source_id": "a-source"},
    "resolutions": {"title": "T", "adopted_on": "2022-03-02", "source_id": "a-source"},
    "trade": {
        "reporter": "CHN",
        "exporter": "CHN",
        "importer": "RUS",
        "flow": "total",
        "period_from": "2020-01-01",
        "period_to": "2020-12-31",
        "period_kind": "calendar_year",
        "unit": "usd_bn",
        "commodity": "all",
        "measure_note": "customs",
        "source_id": "a-source",
    },
    "meetings": {
        "held_from": "2022-09-15",
        "held_to": "2022-09-15",
        "held_on_precision": "day",
        "city": "Beijing",
        "country": "CHN",
        "lat": 39.9,
        "lon": 116.4,
        "participants": "A;B",
        "countries": "CHN;RUS",
        "kind": "bilateral",
        "format": "in_person",
        "occasion": "A visit",
        "source_id": "a-source",
    },
    "summits": {
        "series": "council_of_heads_of_state",
        "number": 1,
        "held_from": "2020-11-10",
        "held_to": "2020-11-10",
        "city": "Moscow",
        "country": "RUS",
        "lat": 55.8,
        "lon": 37.6,
        "chair": "RUS",
        "format": "virtual",
        "outcome": "O",
        "source_id": "a-source",
    },
    "offices": {
        "office": "President",
        "country": "RUS",
        "held_from": "2012-05-07",
        "precision": "day",
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
