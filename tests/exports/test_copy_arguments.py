"""The command line of the copy as plain files."""

import pytest

from components.static_site.__main__ import read_arguments

SITE = "https://copy.example.org"


@pytest.mark.parametrize(
    ("options", "site", "live"),
    [
        ([], "", ""),
        (["--site", f"{SITE}/"], SITE, ""),
        (["--live", SITE], "", SITE),
    ],
)
def test_a_copy_needs_neither_its_own_address_nor_a_live_one(options, site, live):
    asked = read_arguments(["out", *options])
    assert (asked.site, asked.live) == (site, live)


def test_a_file_is_no_folder_to_write_into(tmp_path, capsys):
    file = tmp_path / "a file"
    file.touch()
    for wrong in (file, file / "below"):
        with pytest.raises(SystemExit):
            read_arguments([str(wrong)])
        assert f"{str(file)!r} is a file, not a folder" in capsys.readouterr().err
    assert read_arguments([str(tmp_path / "new" / "copy")]).out == tmp_path / "new" / "copy"


@pytest.mark.parametrize("wrong", ["", "copy.example.org", "ftp://x.org", f"{SITE}?a=1"])
def test_what_is_no_address_is_refused(wrong, capsys):
    with pytest.raises(SystemExit):
        read_arguments(["out", "--site", wrong])
    assert "is not an address" in capsys.readouterr().err
