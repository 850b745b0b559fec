"""A server keeps its last good tables, takes newer ones over when whole, and says why not."""

import logging
import threading
import time

import pytest

import data
from data.files import read_files
from data.kept import Kept
from data.seal import write_seal


@pytest.fixture
def seal(package):
    def write() -> None:
        write_seal(package.folder, read_files(package.folder))

    return write


@pytest.fixture
def kept(package, seal) -> Kept:
    seal()
    kept = Kept(package.folder)
    kept.edition()
    return kept


def look(kept: Kept):
    """Look twice, as a server does: files that still change between two looks are left alone."""
    for _ in range(2):
        kept.look()
    return kept.edition()


def test_untouched_files_are_read_once(kept, monkeypatch):
    monkeypatch.setattr("data.kept.read_files", None)
    assert look(kept).number == 1
    assert kept.refused is None


def test_newer_files_are_taken_over_when_sealed(kept, package, seal):
    said = []
    kept.taken_over = lambda: said.append("forget")
    package.set("claims", 0, words="newer words")
    seal()
    edition = look(kept)
    assert edition.number == 2
    assert edition.data.claims["words"][0] == "newer words"
    assert b"newer words" in edition.files.raw["claims.csv"]
    assert said == ["forget"]
    assert kept.refused is None


def test_files_at_which_the_checks_themselves_break_are_refused_in_words(
    kept, package, monkeypatch
):
    def broken(_):
        raise RuntimeError("no rule for this")

    monkeypatch.setattr("data.kept.read_files", broken)
    package.set("claims", 0, words="newer words")
    assert look(kept).number == 1
    assert "could not be checked: RuntimeError: no rule for this" in str(kept.refused)
    with pytest.raises(data.DataError, match="no rule for this"):
        Kept(package.folder).edition()


def test_a_change_that_leaves_a_file_as_long_is_noticed(kept, package, seal):
    package.set("claims", 0, words="about 151")
    seal()
    assert look(kept).data.claims["words"][0] == "about 151"


def test_shapes_that_changed_alone_are_noticed_and_refused(package, seal):
    path = package.own_shapes() / "hatching.geojson"
    seal()
    kept = Kept(package.folder)
    kept.edition()
    path.write_bytes(path.read_bytes() + b"\n")
    assert look(kept).number == 1
    (offender,) = kept.refused.offenders
    assert offender.file == "geo/hatching.geojson"
    assert "sealed" in offender.rule


def test_rubbish_is_refused_by_name_and_the_last_good_data_stay(kept, package, caplog):
    package.set("claims", 0, best="many")
    edition = look(kept)
    assert edition.number == 1
    assert edition.data.claims["best"][0] == 150
    assert b"many" not in edition.files.raw["claims.csv"]
    (offender,) = kept.refused.offenders
    assert (offender.file, offender.line, offender.column) == ("claims.csv", 2, "best")
    assert "claims.csv, line 2, column best, value 'many': must be a whole number" in caplog.text


def test_a_table_that_lost_whole_rows_is_refused_though_each_row_is_right(kept, package):
    path = package.folder / "claims.csv"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))
    assert len(look(kept).data.claims) == 3
    assert "sealed" in str(kept.refused)
    assert kept.refused.offenders[0].file == "claims.csv"


@pytest.mark.parametrize("name", ["claims.csv", "datapackage.json"])
def test_a_file_that_vanished_is_refused_and_its_return_is_enough(kept, package, name):
    path = package.folder / name
    whole = path.read_bytes()
    path.unlink()
    assert look(kept).number == 1
    assert f"{name}: the file is missing" in str(kept.refused)
    path.write_bytes(whole)
    assert look(kept).number == 1
    assert kept.refused is None


def test_files_that_are_still_being_written_are_left_alone(kept, package):
    package.set("claims", 0, best="many")
    kept.look()
    assert kept.refused is None
    package.set("claims", 0, best="more")
    kept.look()
    assert kept.refused is None


def test_no_reader_waits_while_files_are_checked(kept, package, monkeypatch):
    package.set("claims", 0, words="newer words")
    begun, go_on = threading.Event(), threading.Event()

    def slow(_):
        begun.set()
        go_on.wait(30)
        raise data.DataError([])

    monkeypatch.setattr("data.kept.data.from_files", slow)
    looking = threading.Thread(target=look, args=(kept,))
    looking.start()
    assert begun.wait(30)
    assert kept.edition().number == 1
    go_on.set()
    looking.join()


def test_who_asks_for_the_data_does_not_look_at_the_files(kept, monkeypatch):
    monkeypatch.setattr("data.kept._mark", None)
    assert kept.edition().number == 1


def test_newer_files_are_known_before_anybody_asks(kept, package, monkeypatch):
    monkeypatch.setattr("data.kept.LOOK_EVERY", 0.01)
    stop, failed = threading.Event(), threading.Event()
    marks = kept._marks

    def fail_once():
        if failed.is_set():
            return marks()
        failed.set()
        raise RuntimeError("a disk that is away for a moment")

    monkeypatch.setattr(kept, "_marks", fail_once)
    watching = threading.Thread(target=kept.watch, args=(stop,))
    watching.start()
    package.set("claims", 0, best="many")
    for _ in range(1000):
        if kept.refused:
            break
        time.sleep(0.01)
    stop.set()
    watching.join(30)
    assert "value 'many'" in str(kept.refused)
    assert not watching.is_alive()


def test_a_server_without_good_data_says_why_and_recovers_by_itself(package, caplog):
    package.set("claims", 0, best="many")
    kept = Kept(package.folder)
    for _ in range(3):
        kept.look()
        with pytest.raises(data.DataError, match=r"claims\.csv, line 2, column best"):
            kept.edition()
    assert caplog.text.count("there is nothing to show") == 1
    package.set("claims", 0, best="150")
    assert look(kept).number == 1
    assert kept.refused is None


def test_a_table_cut_off_at_the_end_of_a_line_is_refused_from_the_start(package, seal):
    seal()
    path = package.folder / "claims.csv"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))
    with pytest.raises(data.DataError, match=r"claims\.csv: has only 2 of the 3 rows"):
        Kept(package.folder).edition()


def test_whole_tables_are_taken_without_a_seal_at_first_and_the_log_says_so(package, caplog):
    caplog.set_level(logging.WARNING)
    package.set("claims", 0, words="edited")
    assert Kept(package.folder).edition().number == 1
    assert "claims.csv: has changed since the tables were last checked" in caplog.text
