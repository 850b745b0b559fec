"""What two states say about each other, and how large each is beside the other."""

import pandas as pd

from data.questions.indicators import latest_year, series_of
from data.questions.offices import office_holders_on
from data.questions.statements import holds_code

RATIOS = [
    "gdp_current_usd",
    "population_total",
    "military_expenditure_constant_2024_usd",
    "active_military_personnel",
    "nuclear_warheads_total_inventory",
]
DEMONYMS = {
    "BLR": "Belarus",
    "CHN": "Chinese",
    "IND": "India",
    "IRN": "Iran",
    "KAZ": "Kazakh",
    "KGZ": "Kyrgyz",
    "PAK": "Pakistan",
    "RUS": "Russia",
    "TJK": "Tajik",
    "UZB": "Uzbek",
}
"""Beginnings of what a people is called, where it differs from the state's name."""


def names_of(names: pd.Series, offices: pd.DataFrame, code: str, on: pd.Timestamp) -> list[str]:
    """List the words by which a state is spoken of: its name, its people, its leader."""
    words = [str(names.get(code, code)), DEMONYMS.get(code, "")]
    leaders = office_holders_on(offices, code, on)
    words += [person.split()[-1] for person in leaders["person"] if " " in person]
    words += ["Xi Jinping"] if code == "CHN" else []
    return [word for word in dict.fromkeys(words) if len(word) > 3]


def said_about(statements: pd.DataFrame, speaker: str, words: list[str]) -> pd.DataFrame:
    """List what was said for ``speaker`` that has one of ``words`` in it, newest first."""
    rows = statements[holds_code(statements["country"], speaker)]
    hit = [any(word in text for word in words) for text in rows["text"]]
    rows = rows[pd.Series(hit, index=rows.index, dtype=bool)]
    return rows.sort_values(["said_on", "statement_id"], ascending=[False, True])


def ratios(indicators: pd.DataFrame, a: str, b: str) -> pd.DataFrame:
    """Set the sizes of two states side by side, in the newest year that both have.

    Returns ``indicator, year, unit, source_id`` and of either side ``a, a_low, a_year,
    a_reason`` and the same of ``b``: ``a_low`` is the lower end of a range, else NaN. Without
    a year that both have ``year`` is ``<NA>``, and each side has its own newest value and
    year; a side without any has NaN and the code of the reason.
    """
    found = []
    for name in RATIOS:
        series = series_of(indicators, name)
        rows = series.rows[series.rows["country"].isin([a, b])]
        year = latest_year(series, [a, b])
        both = rows[rows["year"] == year].dropna(subset=["value"])
        complete = {a, b} <= set(both["country"])
        kept = both if complete else rows
        found.append(
            {
                "indicator": name,
                "year": year if complete else pd.NA,
                **_newest(kept, a, "a"),
                **_newest(kept, b, "b"),
                "unit": series.unit,
                "source_id": str(both["source_id"].iloc[0]) if complete else "",
            }
        )
    return pd.DataFrame(found)


def _newest(rows: pd.DataFrame, country: str, side: str) -> dict[str, object]:
    """Give a state's newest value, or its newest reason for having none."""
    own = rows[rows["country"] == country].sort_values("year")
    having = own.dropna(subset=["value"])
    own = having if len(having) else own
    if own.empty:
        return {side: float("nan"), f"{side}_low": float("nan"), f"{side}_year": pd.NA,
                f"{side}_reason": ""}  # fmt: skip
    last = own.iloc[-1]
    return {side: last["value"], f"{side}_low": last["low"], f"{side}_year": last["year"],
            f"{side}_reason": last["reason"]}  # fmt: skip
