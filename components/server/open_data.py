"""Open data by address: every table, every view's rows, the whole, and their description."""

import json

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route

from components import store
from components.exports.data_package import package_zip
from components.exports.open_api import open_api
from components.exports.table_files import FORMATS, contract_rows, table_bytes
from components.exports.table_query import table_rows
from components.exports.terms import for_bulk
from components.server.asking import (
    base_url,
    known_day,
    link_in,
    parameters_of,
    refused,
    worked_out,
)
from components.server.files import Endpoint, attachment, file_route, tagged
from data import FOLDER, TABLES
from data.files import PACKAGE

GEOMETRY = [
    "world_110m.json",
    "world_50m.json",
    "countries.geojson",
    "countries_de_facto.geojson",
    "hatching.geojson",
    "hatching_de_facto.geojson",
    "NOTICE.md",
]


def routes() -> list[BaseRoute]:
    """List the routes under ``/data``."""
    tables = [
        Route(f"/{name}.{kind}", _table(name, kind), methods=["GET"])
        for name in TABLES
        for kind in FORMATS
    ]
    geometry = [file_route(FOLDER / "geo" / name) for name in GEOMETRY]
    return [
        Route(f"/{PACKAGE}", _contract, methods=["GET"]),
        file_route(FOLDER / "README.md"),
        *tables,
        Route("/all.zip", _everything, methods=["GET"]),
        Route("/views/{name}", _view, methods=["GET"]),
        Mount("/geo", routes=geometry),
    ]


def description_routes() -> list[BaseRoute]:
    """List the route of the description of all routes."""
    return [Route("/openapi.json", _description, methods=["GET"])]


async def _contract(request: Request) -> Response:
    content = await worked_out(lambda: store.edition().files.raw[PACKAGE])
    return tagged(request, content, ".json")


def _table(name: str, kind: str) -> Endpoint:
    async def serve(request: Request) -> Response:
        parameters = parameters_of(request)

        def work() -> tuple[bytes, int] | Response:
            held = store.edition()
            day, wrong = known_day(parameters)
            data = store.load(day)
            rows, withheld = for_bulk(name, getattr(data, name), data)
            found, ignored = table_rows(name, rows, parameters)
            if wrong or ignored:
                return refused((*wrong, *ignored))
            left_out = withheld.rows if withheld else 0
            if not parameters and kind == "csv" and not left_out:
                # Unfiltered, the file is the one under version control, byte for byte.
                return held.files.raw[f"{name}.csv"], 0
            return table_bytes(contract_rows(found, held.files.schema(name)), kind), left_out

        result = await worked_out(work)
        if isinstance(result, Response):
            return result
        content, left_out = result
        headers = {"Link": '</data/datapackage.json>; rel="describedby"'}
        if left_out:
            headers["X-Withheld-Rows"] = f"{left_out}; see LICENCES.md in /data/all.zip"
        return tagged(request, content, f".{kind}", headers)

    return serve


async def _everything(request: Request) -> Response:
    parameters = parameters_of(request)
    day, wrong = known_day(parameters)
    if wrong:
        return refused(wrong)
    url = base_url(request)
    content = await worked_out(lambda: package_zip(store.load(day), url, day))
    return tagged(request, content, ".zip", attachment("sco-observatory.zip"))


async def _view(request: Request) -> Response:
    """Answer with exactly the rows that a view shows for the same parameters."""
    stem, _, kind = request.path_params["name"].rpartition(".")
    link = link_in("" if stem == "overview" else stem, parameters_of(request))
    if link is None or kind not in FORMATS:
        return Response("No such view or format.", status_code=404)

    def work() -> bytes | Response:
        answer = store.answer(link.view, link.mapping())
        if answer.ignored:
            return refused(answer.ignored)
        return table_bytes(answer.rows, kind)

    result = await worked_out(work)
    if isinstance(result, Response):
        return result
    return tagged(request, result, f".{kind}", attachment(f"{stem}.{kind}"))


async def _description(request: Request) -> Response:
    url = base_url(request)
    described = await worked_out(lambda: open_api(url, store.load))
    return tagged(request, json.dumps(described, ensure_ascii=False, indent=1).encode(), ".json")
