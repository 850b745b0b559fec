"""No known weakness in what is installed, as far as the advisories can be reached from here."""

import json
import subprocess
import sys
from typing import Any

import pytest

EXPLAINED: dict[str, str] = {}
"""Advisories that do not touch us, by their number, and why."""


def named_by(report: dict[str, Any]) -> dict[str, str]:
    """Give the packages that advisories name, by the advisories' numbers."""
    return {
        weakness["id"]: f"{package['name']} {package['version']}"
        for package in report["dependencies"]
        for weakness in package.get("vulns", [])
        if weakness["id"] not in EXPLAINED
    }


def test_no_advisory_names_what_is_installed():
    ask = [sys.executable, "-m", "pip_audit", "--local", "--format=json", "--timeout=5"]
    asked = subprocess.run(
        [*ask, "--progress-spinner=off"], capture_output=True, text=True, check=False
    )
    if not asked.stdout:
        pytest.skip(f"the advisories cannot be reached: {asked.stderr.strip()[-200:]}")
    report = json.loads(asked.stdout)
    assert named_by(report) == {}
    audited = [package for package in report["dependencies"] if "version" in package]
    if not audited:
        pytest.skip("the advisories answer for none of the packages: unchecked here")


def test_a_package_that_an_advisory_names_is_found():
    weak = {"name": "jinja2", "version": "2.4", "vulns": [{"id": "PYSEC-1", "fix_versions": []}]}
    sound = {"name": "segno", "version": "1.6.6", "vulns": []}
    unknown = {"name": "ours", "skip_reason": "not found"}
    assert named_by({"dependencies": [weak, sound, unknown]}) == {"PYSEC-1": "jinja2 2.4"}
