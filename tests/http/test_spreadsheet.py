"""Our CSV in a real spreadsheet, which makes formulas of cells that look like one: none is ours."""

import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from components.exports.tables.csv_file import csv_bytes

SOFFICE = shutil.which("soffice")
AS_A_PERSON_OPENS_IT = "CSV:44,34,76,1"
"""Comma, double quote, UTF-8, from the first line; formulas are read as formulas."""
FORMULAS = ["=1+1", '=HYPERLINK("https://x.example","y")', "=cmd|' /C calc'!A0", "\0=1+1", "+1+1"]
FILES = ["data/statements.csv", "data/claims.csv", "data/views/about.csv"]

pytestmark = pytest.mark.skipif(
    os.environ.get("WITHOUT_SPREADSHEET") == "1", reason="WITHOUT_SPREADSHEET=1 asks for none"
)


def opened(folder: Path, files: dict[str, bytes]) -> dict[str, tuple[list[str], str]]:
    """Open CSV files in LibreOffice Calc; give the formulas and the text of each."""
    if SOFFICE is None:
        pytest.fail(
            "No LibreOffice is on this machine to open our files with. Install Debian's "
            "libreoffice-calc-nogui, or leave this test out by setting WITHOUT_SPREADSHEET=1.",
            pytrace=False,
        )
    for name, content in files.items():
        (folder / f"{name}.csv").write_bytes(content)
    command = [SOFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += [f"--infilter={AS_A_PERSON_OPENS_IT}", "--convert-to", "xlsx", "--outdir", folder]
    sheets = [folder / f"{name}.csv" for name in files]
    subprocess.run([*command, *sheets], check=True, capture_output=True, timeout=120)
    found = {}
    for name in files:
        with zipfile.ZipFile(folder / f"{name}.xlsx") as book:
            sheet = book.read("xl/worksheets/sheet1.xml").decode("utf-8")
            found[name] = (
                re.findall(r"<f[^>]*>([^<]*)</f>", sheet),
                book.read("xl/sharedStrings.xml").decode("utf-8"),
            )
    return found


def test_no_cell_of_ours_is_a_formula_in_a_spreadsheet(ask_app, tmp_path):
    rows = pd.DataFrame({"words": FORMULAS})
    ours = {path.replace("/", "-"): ask_app(f"/{path}").content for path in FILES}
    files = {
        **ours,
        "guarded": csv_bytes(rows),
        "bare": rows.to_csv(index=False).encode("utf-8"),
    }
    found = opened(tmp_path, files)
    assert "1+1" in found["bare"][0], "this spreadsheet runs nothing: it proves nothing"
    assert {name: formulas for name, (formulas, _) in found.items() if formulas}.keys() == {"bare"}
    assert "'=1+1" in found["guarded"][1].replace("&apos;", "'")
    for name in ours:
        assert len(found[name][1]) > 5_000, f"{name} did not open"
