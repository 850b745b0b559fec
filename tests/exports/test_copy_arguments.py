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


@pytest.mark.parametrize("wrong", ["", "copy.example.org", "ftp://x.org", f"{SITE}?a=1"])
def test_what_is_no_address_is_refused(wrong, capsys):
    with pytest.raises(SystemExit):
        read_arguments(["out", "--site", wrong])
    assert "is not an address" in capsys.readouterr().err
