"""Write a copy of every view as plain files: ``python -m components.static_site OUT``."""

import argparse
import sys
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

import data
from components.answers import BRIEFING
from components.static_site import files
from components.static_site.asking import Shelf
from components.static_site.page import Home, page_html
from components.static_site.plan import Page, plan_of

Wanted = Callable[[Page], bool]
WITHOUT = {
    "site": "sitemap, canonical links and pictures of links",
    "live": "feeds and links in decks",
}
"""What a copy does not have where an address was not given."""


def write_site(
    out: Path, dataset: data.Dataset, home: Home, wanted: Wanted = lambda page: True
) -> list[Path]:
    """Write the copy into a folder, and give the files written.

    Parameters
    ----------
    wanted
        Which pages to write: all, or a few for a look. Every page still links to all others.
    """
    shelf = Shelf(dataset)
    plan = plan_of(shelf)
    pages = [page for page in plan.pages if wanted(page)]
    entries: Iterable[files.Entry] = chain(
        files.shared_files(),
        files.addressed_files(shelf, plan, home),
        files.data_files(shelf, home),
    )
    if any(page.link.view == BRIEFING and page.link.parameters for page in pages):
        entries = chain(entries, files.deck_files(shelf, home))
    written = [_write(out, *entry) for entry in entries]
    for page in pages:
        if page.link.view == BRIEFING and page.link.parameters:
            continue
        content = page_html(page, plan, shelf, home)
        written.append(_write(out, page.path, content.encode("utf-8")))
        written += [_write(out, *entry) for entry in files.page_files(page, shelf)]
    return written


def _write(out: Path, path: str, content: bytes) -> Path:
    file = out / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def folder(text: str) -> Path:
    """Read the folder to write into from the command line; it need not exist yet.

    Raises
    ------
    argparse.ArgumentTypeError
        If a file lies there, or on the way there.
    """
    path = Path(text)
    there = next((place for place in (path, *path.parents) if place.exists()), path)
    if there.exists() and not there.is_dir():
        raise argparse.ArgumentTypeError(f"{str(there)!r} is a file, not a folder")
    return path


def address(text: str) -> str:
    """Read an address of a site from the command line, without its final slash.

    Raises
    ------
    argparse.ArgumentTypeError
        If it is no web address.
    """
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise argparse.ArgumentTypeError(f"{text!r} is not an address such as https://example.org")
    return text.rstrip("/")


def read_arguments(words: list[str] | None = None) -> argparse.Namespace:
    """Read the folder and the addresses; an address that is not given is blank."""
    parser = argparse.ArgumentParser(prog="python -m components.static_site", description=__doc__)
    parser.add_argument("out", type=folder, help="folder to write into; files in it are replaced")
    parser.add_argument(
        "--site",
        type=address,
        help="address the copy will have: canonical links, pictures of links, sitemap",
    )
    parser.add_argument(
        "--live",
        type=address,
        help="address of the dashboard with its filters:"
        " links back to it, feeds, links in the decks",
    )
    asked = parser.parse_args(words)
    # Not as defaults: argparse reads a default that is text as if it had been typed.
    asked.site, asked.live = asked.site or "", asked.live or ""
    return asked


def main() -> None:
    """Read the command line and write the copy."""
    asked = read_arguments()
    dataset = data.load()
    try:
        written = write_site(asked.out, dataset, Home(asked.site, asked.live))
    except OSError as error:
        sys.exit(f"{error.filename or asked.out} cannot be written: {error.strerror or error}")
    size = sum(file.stat().st_size for file in written) / 1e6
    print(f"{len(written)} files, {size:.0f} MB, in {asked.out}")  # noqa: T201
    for option, without in WITHOUT.items():
        if not getattr(asked, option):
            print(f"Without --{option}: no {without}.")  # noqa: T201


if __name__ == "__main__":
    main()
