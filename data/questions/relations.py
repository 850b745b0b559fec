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

    Returns ``indicator, year, a, b, unit, source_id``; a measure without such a year has
    ``<NA>`` and NaN in it, so that the gap shows.
    """
    found = []
    for name in RATIOS:
        series = series_of(indicators, name)
        rows = series.rows[series.rows["country"].isin([a, b])].dropna(subset=["value"])
        year = latest_year(series, [a, b])
        both = rows[rows["year"] == year] if year is not None else rows
        values = both.set_index("country")["value"]
        complete = {a, b} <= set(values.index)
        found.append(
            {
                "indicator": name,
                "year": year if complete else pd.NA,
                "a": values[a] if complete else float("nan"),
                "b": values[b] if complete else float("nan"),
                "unit": series.unit,
                "source_id": str(both["source_id"].iloc[0]) if complete else "",
            }
        )
    return pd.DataFrame(found)
