"""The description of every address that answers with data: OpenAPI 3.1."""

from collections.abc import Callable, Iterable
from pathlib import PurePosixPath
from typing import Any

from components.answers import ASOF, VIEWS
from components.answers.ready_decks import READY
from components.exports.media_types import bare_type
from components.exports.tables.files import FORMATS
from data import Dataset

ASOF_PARAMETER = {
    "name": ASOF,
    "in": "query",
    "description": "Day of knowledge, YYYY-MM-DD: nothing said or published later is used.",
    "schema": {"type": "string", "format": "date"},
}
DECK_PARAMETER = {
    "name": "deck",
    "in": "query",
    "required": True,
    "description": f"Slides joined by ~; or {', '.join(READY)}.",
    "schema": {"type": "string"},
    "example": "casualties.whose-UKR~members",
}
REFUSED = {"description": "A parameter cannot be followed; the answer says which and why."}


def open_api(
    base_url: str, data: Dataset, parameters_of: Callable[[str], Iterable[str]]
) -> dict[str, Any]:
    """Describe the addresses of tables, views, files and feeds.

    Parameters
    ----------
    parameters_of
        Names the parameters that a view takes.
    """
    paths: dict[str, Any] = {}
    for resource in data.package["resources"]:
        columns = [_column(field) for field in resource["schema"]["fields"]]
        for kind in FORMATS:
            summary = f"{resource['title']}, as {kind.upper()}"
            path = f"/data/{resource['name']}.{kind}"
            paths[path] = _get(summary, resource["description"], columns, bare_type(f".{kind}"))
    for view in VIEWS:
        name = view or "overview"
        asked = [_plain(name) for name in parameters_of(view) if name != ASOF]
        for kind in FORMATS:
            summary = f"The rows that /{view} shows, as {kind.upper()}"
            paths[f"/data/views/{name}.{kind}"] = _get(
                summary, summary, asked, bare_type(f".{kind}")
            )
    paths["/data/all.zip"] = _get("Every table as one data package", "", [], bare_type(".zip"))
    for path, summary in FILES.items():
        media = bare_type(PurePosixPath(path).suffix)
        paths[path] = _get(summary, "", [DECK_PARAMETER], media)
    for path, summary in FEEDS.items():
        paths[path] = _get(summary, "", [_plain("since")], bare_type(".atom"))
    paths["/card.png"] = _get(
        "The picture of a link, 1200 × 630", "", [_plain("view")], bare_type(".png")
    )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "SCO Observatory",
            "version": data.version,
            "description": "Dated, sourced, attributed claims. A casualty figure is always "
            "somebody's claim: do not add or average claims across claimants.",
            "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": base_url or "/"}],
        "paths": paths,
    }


FILES = {
    "/export/deck.pptx": "A deck as PowerPoint with native charts",
    "/export/deck.html": "A deck as one self-contained file",
    "/export/data.zip": "The rows behind a deck, with SOURCES.md",
}
FEEDS = {
    "/feeds/statements.atom": "New statements",
    "/feeds/claims.atom": "New claims",
    "/feeds/changes.atom": "New, corrected, retracted and superseded, since a day",
}


def _get(summary: str, description: str, parameters: list[Any], media: str) -> dict[str, Any]:
    return {
        "get": {
            "summary": summary,
            "description": description or summary,
            "parameters": [*parameters, ASOF_PARAMETER],
            "responses": {
                "200": {"description": "OK", "content": {media: {}}},
                "304": {"description": "What the asker has is still right (ETag)."},
                "400": REFUSED,
            },
        }
    }


def _column(field: dict[str, Any]) -> dict[str, Any]:
    allowed = field.get("constraints", {}).get("enum")
    items: dict[str, Any] = {"type": "string", **({"enum": allowed} if allowed else {})}
    return {
        "name": field["name"],
        "in": "query",
        "description": field["description"],
        "schema": {"type": "array", "items": items},
        "explode": True,
    }


def _plain(name: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": {"type": "string"}}
