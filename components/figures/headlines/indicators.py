"""Sentences about one indicator of several states."""

import pandas as pd

from components.figures.sco_wording import value_words, words_for
from components.figures.wording import listed, plural
from data.questions.indicators import Series


def compare_title(series: Series, mode: str, year: int, codes: list[str], names: pd.Series) -> str:
    """Say which state has the most in a year, how far ahead of the second, and for how many."""
    rows = series.rows[(series.rows["year"] == year) & series.rows["country"].isin(codes)]
    having = rows.dropna(subset=["value"]).sort_values("value", ascending=False)
    what = words_for("short_indicator", series.indicator)
    how = "" if mode == "absolute" else f", {words_for('how', mode)}"
    if having.empty:
        return f"{what}{how}: no value in {year} for the states chosen"
    parts = [
        f"{names[row.country]} {value_words(row.value, series.unit)}"
        for row in having.head(2).itertuples()
    ]
    return f"{what}{how}, {year}: {', then '.join(parts)}, of {plural(len(having), 'state')}"


def total_sentence(total: pd.Series | None, unit: str, members: int, names: pd.Series) -> str:
    """Set the total of the members beside the world's, and name the members without a value."""
    if total is None or pd.isna(total["total"]):
        return ""
    counted = int(total["counted"])
    who = f"the {counted}" if counted == members else f"{counted} of the {members}"
    verb = "has" if counted == 1 else "together have"
    held = value_words(total["total"], unit)
    sentence = f"In {int(total['year'])} {who} members {verb} {held}"
    if pd.notna(total["world"]) and total["world"] > 0:
        share = 100 * total["total"] / total["world"]
        sentence += (
            f", {value_words(share, 'pct')} of the world's {value_words(total['world'], unit)} "
            "in the same series"
        )
    else:
        sentence += "; the series has no world total"
    missing = [str(names[code]) for code in total["missing"].split(";") if code]
    return (
        f"{sentence}. Not counted, for want of a value: {listed(missing)}."
        if missing
        else (f"{sentence}.")
    )
