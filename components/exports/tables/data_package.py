"""The whole as one file: a data package with hashes, sources, licences, how to cite."""

import hashlib
import json
from copy import deepcopy
from typing import Any

import pandas as pd

from components.answers.briefing import Slide
from components.exports.citation import dashboard_citation, package_bibtex
from components.exports.slides.evidence import notes_of
from components.exports.slides.reading import body_of
from components.exports.stamped_zip import stamped_zip
from components.exports.tables.csv_file import csv_bytes
from components.exports.tables.files import contract_rows, table_bytes
from components.exports.tables.terms import NON_COMMERCIAL, WHY, for_bulk
from components.exports.xml_text import xml_text
from data import FOLDER, Dataset

ONE_FILE = "One file a slide: the rows it shows; the one row where it opens one."


def package_zip(data: Dataset, base_url: str, known_on: pd.Timestamp | None = None) -> bytes:
    """Pack every table as a Frictionless data package; validates as it stands."""
    package = deepcopy(dict(data.package))
    entries: list[tuple[str, bytes]] = []
    left_out = []
    for resource in package["resources"]:
        rows, withheld = for_bulk(resource["name"], getattr(data, resource["name"]), data)
        content = table_bytes(contract_rows(rows, resource["schema"]), "csv")
        resource["bytes"] = len(content)
        resource["hash"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
        if withheld:
            left_out.append(f"- `{resource['path']}`: {withheld.rows} rows. {withheld.why}")
        entries.append((resource["path"], content))
    if known_on is not None:
        package["known_on"] = f"{known_on:%Y-%m-%d}"
    head = [
        ("datapackage.json", json.dumps(package, ensure_ascii=False, indent=2).encode()),
        ("README.md", _readme(data, base_url, known_on, left_out).encode()),
        ("CODEBOOK.md", (FOLDER / "README.md").read_bytes()),
        ("LICENCES.md", _licences(package).encode()),
        ("SOURCES.md", sources_markdown(data.sources).encode()),
        ("CITATION.bib", package_bibtex(data.version, data.reviewed_on, base_url).encode()),
        ("CITATION.cff", _cff(data, base_url).encode()),
    ]
    return stamped_zip([*head, *entries])


def deck_zip(slides: list[Slide] | tuple[Slide, ...], base_url: str, name: str = "") -> bytes:
    """Pack the rows behind each slide, the notes, and the sources of all of them.

    A slide that opens one row holds that row alone: the others of its view are on no slide.
    """
    entries: list[tuple[str, bytes]] = []
    lines = [f"# {name or 'Briefing'}", "", ONE_FILE, ""]
    used: set[str] = set()
    for slide in slides:
        file = f"{slide.number:02d}-{slide.link.view or 'overview'}.csv"
        rows, source_ids = _behind(slide)
        entries.append((file, csv_bytes(rows)))
        used |= source_ids
        lines += [f"## {slide.number}. {slide.title}", "", f"File: `{file}`", ""]
        lines += [notes_of(slide, body_of(slide), base_url), ""]
    data_of = slides[0].answer.data if slides else None
    if data_of is not None:
        all_sources = pd.concat([s.answer.data.sources for s in slides]).drop_duplicates(
            "source_id"
        )
        cited = all_sources[all_sources["source_id"].isin(used)]
        entries.append(("SOURCES.md", sources_markdown(cited).encode()))
        entries.append(("sources.csv", csv_bytes(cited)))
        lines += [dashboard_citation(data_of.version, data_of.reviewed_on)]
        lines += ["", f"Excerpts for a briefing, each under its source's terms. {NON_COMMERCIAL}"]
    return stamped_zip([("README.md", xml_text("\n".join(lines)).encode()), *entries])


def _behind(slide: Slide) -> tuple[pd.DataFrame, set[str]]:
    """Give the rows that a slide shows, and the ids of their sources."""
    answer = slide.answer
    if not slide.row:
        return answer.rows, set(answer.source_ids)
    name = f"{answer.picks}_id"
    table = answer.data.claims if answer.picks == "claim" else answer.data.statements
    opened = table[table[name] == slide.row]
    # The view's own columns where its list holds the row; a filter may have left it out.
    rows = answer.rows[answer.rows[name] == slide.row] if name in answer.rows else opened[:0]
    sources = set(opened["source_id"])
    if answer.picks == "claim":
        also = answer.data.claim_sources
        sources |= set(also.loc[also["claim_id"] == slide.row, "source_id"])
    return rows if len(rows) else opened, sources


def sources_markdown(sources: pd.DataFrame) -> str:
    """List sources by publisher, with address, day and terms."""
    lines = ["# Sources", ""]
    for publisher, rows in sources.sort_values(["publisher", "source_id"]).groupby("publisher"):
        lines.append(f"## {publisher}\n")
        for row in rows.itertuples():
            published = "" if pd.isna(row.published_on) else f", {row.published_on:%Y-%m-%d}"
            seen = f"; read in: {row.seen_via}" if row.seen_via else ""
            lines.append(
                f"- `{row.source_id}`: {row.title}{published}. <{row.url}> "
                f"(read {row.accessed_on:%Y-%m-%d}{seen}; terms: {row.licence})"
            )
        lines.append("")
    return "\n".join(lines)


def _readme(
    data: Dataset, base_url: str, known_on: pd.Timestamp | None, left_out: list[str]
) -> str:
    known = f"\nRewound to what was known on {known_on:%Y-%m-%d}.\n" if known_on is not None else ""
    where = f"From {base_url}/data/all.zip. " if base_url else ""
    return "\n".join(
        [
            "# SCO Observatory: the data",
            "",
            f"{where}{dashboard_citation(data.version, data.reviewed_on)}",
            known,
            "One table a file, described in `datapackage.json` (a Frictionless Data Package with "
            "the hash of each file) and `CODEBOOK.md`. A casualty figure is always somebody's "
            "claim: do not add or average claims across claimants.",
            "",
            "## Left out",
            "",
            *(left_out or ["Nothing."]),
            "",
            "## Under terms of their own",
            "",
            NON_COMMERCIAL,
            "",
        ]
    )


def _licences(package: dict[str, Any]) -> str:
    own = package["licenses"][0]
    lines = ["# Licences", "", f"Own selection and notes: {own['title']}, {own['path']}.", ""]
    lines += [f"- {s['title']}: {s['licence']}. {s['path']}" for s in package["sources"]]
    return "\n".join([*lines, "", NON_COMMERCIAL, "", WHY, ""])


def _cff(data: Dataset, base_url: str) -> str:
    return "\n".join(
        [
            "cff-version: 1.2.0",
            "message: Cite the data as below, and a single figure by its own source.",
            "type: dataset",
            "title: SCO Observatory",
            "authors:",
            "  - name: SCO Observatory",
            f"version: {data.version}",
            f"date-released: {data.reviewed_on:%Y-%m-%d}",
            *([f"url: {base_url}/"] if base_url else []),
            "license: CC-BY-4.0",
            "",
        ]
    )
