"""The data that a server keeps: the last good tables stay, whatever happens to the files."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import data
from data.files import PACKAGE, Files, read_files
from data.offender import DataError, Offender
from data.seal import changed_since_sealed, rows_lost
from data.shapes import SHAPES

LOOK_EVERY = 1.0
"""Seconds between two looks at the folder; a look costs one ``stat`` a file: 0.02 % of a core."""
NAMED_IN_LOG = 20
UNSEALED = "has changed since the tables were last checked and sealed: run `python -m data`"

Marks = tuple[tuple[str, int, int, int], ...]
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Edition:
    """Tables that were loaded whole, and the files they came from. Numbers run from 1."""

    number: int
    data: data.Dataset
    files: Files


class Kept:
    """The last good edition of a folder.

    Newer files are taken over when they are whole: checked and sealed. Files that break the
    contract, or may be half-written, are refused; the edition at hand stays, and ``refused``
    says why. With no edition at hand yet, tables that have no fewer rows than when they were
    sealed are taken without a seal as well; their version then says that they were changed.

    Who asks for the edition never looks at the files: ``watch`` does, in a thread of its own, so
    that what changed is known before the next reader asks, whoever that is.
    """

    def __init__(self, folder: Path, *, taken_over: Callable[[], None] = lambda: None) -> None:
        """``taken_over`` is called when newer files have replaced an edition."""
        self.folder = folder
        self.taken_over = taken_over
        self._edition: Edition | None = None
        self._refused: DataError | None = None
        self._tried: Marks = ()
        self._seen: Marks = ()
        self._lock = threading.Lock()

    @property
    def refused(self) -> DataError | None:
        """Say why the files that are in the folder now are not shown; None where they are."""
        return self._refused

    def edition(self) -> Edition:
        """Give the last good edition; the first who asks waits for the files to be read.

        Raises
        ------
        DataError
            If no good edition was ever at hand: it names every offender.
        """
        if self._edition is None:
            with self._lock:
                if not self._tried:
                    self._seen = self._marks()
                    self._try(self._seen)
        if self._edition is None:
            raise self._refused or DataError([])
        return self._edition

    def look(self) -> None:
        """Look once for newer files; take them over or refuse them before returning."""
        with self._lock:
            marks, before = self._marks(), self._seen
            self._seen = marks
            # Files that still change between two looks are being written: wait.
            if marks == before and marks != self._tried:
                self._try(marks)

    def watch(self, stop: threading.Event) -> None:
        """Look for newer files every second until ``stop`` is set."""
        while not stop.wait(LOOK_EVERY):
            try:
                self.look()
            except Exception:
                # Without a next look, no file would be taken over until the server starts again.
                logger.exception("A look at the data files failed")

    def _try(self, marks: Marks) -> None:
        """Take the files over if they are whole; else remember why not."""
        held = self._edition
        try:
            files = read_files(self.folder)
            if held is not None and files.raw == held.files.raw:
                self._refused = None
            else:
                self._take(held, files)
        except DataError as error:
            self._refused = error
            logger.error("%s", _said(error, held))
        except Exception as error:
            # The checks themselves broke: readers are told that too, and not that all is well.
            logger.exception("The data files could not be checked")
            rule = f"the files could not be checked: {type(error).__name__}: {error}"
            self._refused = DataError([Offender(self.folder.name, 0, "", "", rule)])
        finally:
            self._tried = marks

    def _take(self, held: Edition | None, files: Files) -> None:
        loaded = data.from_files(files)
        changed = [Offender(name, 0, "", "", UNSEALED) for name in changed_since_sealed(files)]
        if changed and held is not None:
            # Whole line by line, but rows may still be missing at the end.
            raise DataError(changed)
        if lost := rows_lost(files):
            raise DataError(lost)
        for offender in changed:
            logger.warning("Taken as it is: %s", offender)
        self._edition = Edition(held.number + 1 if held else 1, loaded, files)
        self._refused = None
        if held is not None:
            self.taken_over()
            version, day = loaded.version, f"{loaded.reviewed_on:%Y-%m-%d}"
            logger.warning("Newer data are shown: version %s, reviewed on %s.", version, day)

    def _marks(self) -> Marks:
        """Take what tells an old file from a newer one, without reading it."""
        names = [PACKAGE, *(f"{name}.csv" for name in data.TABLES), *SHAPES]
        return tuple(_mark(self.folder / name) for name in names)


def _mark(path: Path) -> tuple[str, int, int, int]:
    try:
        found = path.stat()
    except OSError as error:
        return path.name, error.errno or 0, 0, 0
    return path.name, found.st_mtime_ns, found.st_size, found.st_mode


def _said(error: DataError, held: Edition | None) -> str:
    named = "\n".join(f"  {offender}" for offender in error.offenders[:NAMED_IN_LOG])
    more = len(error.offenders) - NAMED_IN_LOG
    rest = f"\n  and {more:,} more" if more > 0 else ""
    shown = f"version {held.data.version} stays" if held else "there is nothing to show"
    return f"The data files are refused in {error.places}; {shown}:\n{named}{rest}"
