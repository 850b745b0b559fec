"""Open data by address: every table, every view's rows, the whole, and their description."""

import json

import pandas as pd
import streamlit as st
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from components import store
from components.address import Address, Ignored
from components.answers import ASOF, BRIEFING, VIEWS
from components.answers.ready_decks import READY
from components.deck import read_deck
from components.exports.file_names import file_name, view_file_name
from components.exports.tables.csv_file import runs_nothing
from components.exports.tables.files import FORMATS, contract_rows, table_bytes
from components.exports.tables.open_api import open_api
from components.exports.tables.query import table_rows
from components.exports.tables.terms import for_bulk
from components.link import Link
from components.server.asking import base_url, known_day, link_in, made, worked_out
from components.server.base_path import mount_path
from components.server.files import attachment, file_route, tagged
from components.server.refusing import Endpoint, file_at, parameters_asked, refuse
from data import FOLDER, TABLES
from data.files import PACKAGE
from data.shapes import SHAPES


def routes() -> list[BaseRoute]:
    """List the routes under ``/data``."""
    tables = [file_at(f"/{name}.{kind}", _table(name, kind)) for name in TABLES for kind in FORMATS]
    shapes = [file_at(f"/{name}", _held(name)) for name in SHAPES]
    return [
        file_at(f"/{PACKAGE}", _held(PACKAGE)),
        file_route(FOLDER / "README.md"),
        *tables,
        file_at("/all.zip", _everything),
        file_at("/views/{name}", _view),
        file_route(FOLDER / "geo" / "NOTICE.md", under="/geo"),
        *shapes,
    ]


def description_routes(base: str) -> list[BaseRoute]:
    """List the route of the description of all routes, under a base path."""
    return [file_at(f"{base}/openapi.json", _description)]


def _held(name: str) -> Endpoint:
    """Serve a file as it was when the tables were read, whatever lies on the disk by now."""

    async def serve(request: Request) -> Response:
        refuse(Address(parameters_asked(request)).ignored)
        content = await worked_out(lambda: store.edition().files.raw[name])
        return tagged(request, content, f".{name.rpartition('.')[2]}")

    return serve


def _table(name: str, kind: str) -> Endpoint:
    async def serve(request: Request) -> Response:
        parameters = parameters_asked(request)

        def work() -> tuple[bytes, int]:
            held = store.edition()
            day_asked = Address({ASOF: parameters.get(ASOF, [])})
            data = store.load(known_day(day_asked))
            rows, withheld = for_bulk(name, getattr(data, name), data)
            found, ignored = table_rows(name, rows, parameters)
            refuse((*day_asked.ignored, *ignored))
            left_out = withheld.rows if withheld else 0
            if not parameters and kind == "csv" and not left_out and runs_nothing(rows):
                # Unfiltered, the file is the one under version control, byte for byte.
                return held.files.raw[f"{name}.csv"], 0
            return table_bytes(contract_rows(found, held.files.schema(name)), kind), left_out

        content, left_out = await worked_out(work)
        headers = {"Link": f'<{mount_path()}/data/datapackage.json>; rel="describedby"'}
        if left_out:
            headers["X-Withheld-Rows"] = (
                f"{left_out}; see LICENCES.md in {mount_path()}/data/all.zip"
            )
        return tagged(request, content, f".{kind}", headers)

    return serve


async def _everything(request: Request) -> Response:
    address, url = Address(parameters_asked(request)), base_url(request)

    def work() -> tuple[bytes, str]:
        day = known_day(address)
        refuse(address.ignored)
        name = file_name("data", ".zip", store.dataset().version, day)
        return _package(store.edition().number, url, day), name

    content, name = await made(work)
    return tagged(request, content, ".zip", attachment(name))


@st.cache_resource(show_spinner=False, max_entries=8)
def _package(edition: int, url: str, day: pd.Timestamp | None) -> bytes:
    """Pack everything; who asks for the same waits for it instead of packing it again."""
    from components.exports.tables.data_package import package_zip

    return package_zip(store.load(day), url, day)


async def _view(request: Request) -> Response:
    """Answer with exactly the rows that a view shows for the same parameters."""
    stem, _, kind = request.path_params["name"].rpartition(".")
    link = link_in("" if stem == "overview" else stem, parameters_asked(request))
    if link is None or kind not in FORMATS or not stem:
        return Response("No such view or format.", status_code=404, media_type="text/plain")

    def work() -> tuple[bytes, str]:
        answer = store.answer(link.view, link.mapping())
        refuse((*answer.ignored, *_along(link)))
        name = view_file_name(answer, f".{kind}")
        return table_bytes(answer.rows, kind), name

    content, name = await worked_out(work)
    return tagged(request, content, f".{kind}", attachment(name))


def _along(link: Link) -> list[Ignored]:
    """Say what is wrong with a deck that goes along in the link of a view that reads none."""
    deck = link.get("deck")
    return [] if link.view == BRIEFING or deck in READY else read_deck(deck, VIEWS)[1]


async def _description(request: Request) -> Response:
    refuse(Address(parameters_asked(request)).ignored)
    url = base_url(request)

    def work() -> bytes:
        described = open_api(url, store.dataset(), lambda view: store.answer(view, {}).parameters)
        return json.dumps(described, ensure_ascii=False, indent=1).encode()

    return tagged(request, await worked_out(work), ".json")
