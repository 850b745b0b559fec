"""Who spoke for a state on a day."""

import pandas as pd

HEADS = {"IND": "Prime Minister", "PAK": "Prime Minister"}
"""States that their prime minister, not their president, represents in the SCO."""


def role_of(office: str, country: str) -> str:
    """Tell what an office is to the SCO: ``leader``, ``foreign_minister``, or blank."""
    if "Foreign" in office or "External" in office or "foreign affairs" in office:
        return "foreign_minister"
    return "leader" if HEADS.get(country, "President") in office else ""


def office_holders_on(offices: pd.DataFrame, country: str, day: pd.Timestamp) -> pd.DataFrame:
    """List who led ``country`` and its foreign ministry on ``day``.

    ``held_from`` counts, ``held_to`` does not. Columns of ``offices.csv`` and ``role``, the
    leader first.
    """
    held = offices["held_to"].isna() | (offices["held_to"] > day)
    rows = offices[(offices["country"] == country) & (offices["held_from"] <= day) & held]
    roles = [role_of(office, country) for office in rows["office"]]
    rows = rows.assign(role=pd.Series(roles, index=rows.index, dtype="str"))
    return rows[rows["role"] != ""].sort_values(["role", "held_from"], ascending=[False, True])
