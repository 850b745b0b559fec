"""Sentences about what each side of a relation needs of the other."""

import pandas as pd

from components.figures.sco_wording import value_words, words_for
from components.figures.wording import listed, plural, times
from data.questions.trade import NO_FIGURE


def dependence_sentence(rows: pd.DataFrame, names: pd.Series, a: str, b: str) -> str:
    """Say how unequal a relation is, from the first measure that both sides have.

    Without such a measure the sentence gives the one side that is known, and says that the
    other is not.
    """
    found = _both_sides(rows, a, b)
    if found:
        measure, of_measure = found
        values = of_measure["value"]
        more, less = (a, b) if values[a] >= values[b] else (b, a)
        many = times(values[more] / values[less])
        return (
            f"{_said(measure, names, more, less, value_words(values[more], 'pct'))}; "
            f"{_lower(_said(measure, names, less, more, value_words(values[less], 'pct')))}: "
            f"{many} as much for {names[more]} ({of_measure['period'][more]})"
        )
    known = rows.dropna(subset=["value"])
    if known.empty:
        if rows.empty:
            return f"No figure on what {names[a]} and {names[b]} need of each other is in the data"
        row = rows[rows["reason"] != NO_FIGURE].iloc[0]
        trade = {"exports": "exports to", "imports": "imports from"}[row["measure"]]
        return (
            f"{names[row['side']]}, {trade} {names[row['on']]}: {row['reason']} ({row['period']})"
        )
    row = known.iloc[0]
    reverse = rows[(rows["measure"] == row["measure"]) & (rows["side"] == row["on"])]
    why = str(reverse["reason"].iloc[0]) if len(reverse) else NO_FIGURE
    why = "there is no figure of the reverse" if why == NO_FIGURE else f"of the reverse, {why}"
    said = _said(row["measure"], names, row["side"], row["on"], value_words(row["value"], "pct"))
    return f"{said} ({row['period']}); {why}"


def dependence_message(rows: pd.DataFrame, names: pd.Series, a: str, b: str) -> str:
    """Say in short how unequal a relation is; blank where no measure has a side's share."""
    found = _both_sides(rows, a, b)
    if found is None:
        return dependence_sentence(rows, names, a, b) if rows["value"].notna().any() else ""
    measure, of_measure = found
    values = of_measure["value"]
    more, less = (a, b) if values[a] >= values[b] else (b, a)
    ends = [f"{value_words(values[side], 'pct')} of {names[side]}'s" for side in (more, less)]
    what, whole = SHORT[measure]
    return f"{what} {ends[0]} {whole} and {ends[1]} ({of_measure['period'][more]})"


SHORT = {
    "gdp": ("Their trade equals", "GDP"),
    "exports": ("The other buys", "exports"),
    "imports": ("The other sells", "imports"),
    "arms": ("The other delivers", "arms imports"),
    "crude_oil": ("The other sells", "crude oil imports"),
    "arms_exports": ("The other buys", "arms exports"),
}
"""How a message says a measure: a verb, and of what the share is."""


def _both_sides(rows: pd.DataFrame, a: str, b: str) -> tuple[str, pd.DataFrame] | None:
    """Give the first measure that both sides have, and its rows by side."""
    for measure in dict.fromkeys(rows["measure"]):
        of_measure = rows[rows["measure"] == measure].set_index("side")
        values = of_measure["value"]
        if values.notna().all() and {a, b} <= set(values.index) and values.min() > 0:
            return str(measure), of_measure
    return None


def _said(measure: str, names: pd.Series, side: str, on: str, value: str) -> str:
    """Say one measure of one side."""
    own, other = names[side], names[on]
    return {
        "gdp": f"Trade with {other} equals {value} of {own}'s GDP",
        "exports": f"{value} of {own}'s exports go to {other}",
        "imports": f"{value} of {own}'s imports come from {other}",
        "arms": f"{value} of {own}'s arms imports come from {other}",
        "crude_oil": f"{value} of {own}'s crude oil imports come from {other}",
        "arms_exports": f"{value} of {own}'s arms exports go to {other}",
    }[measure]


def figures_message(count: int, names: pd.Series, a: str, b: str) -> str:
    """Say how many figures on a pair there are where none is a share of either's total."""
    pair = f"{names[a]} and {names[b]}"
    if not count:
        return f"No figure on what {pair} need of each other is in the data"
    return f"{pair}: {plural(count, 'figure')} on trade, energy and arms, no share of a total"


def trade_message(rows: pd.DataFrame, names: pd.Series, a: str, b: str) -> str:
    """Say how many yearly values of a trade are held, and of which years."""
    pair = f"{names[a]} and {names[b]}"
    if rows.empty:
        return f"There is no yearly figure of trade between {pair}"
    years = rows["period_from"].dt.year
    span = f"{years.min()} to {years.max()}" if years.min() < years.max() else f"{years.min()}"
    return f"Goods traded between {pair}, {span}: {plural(len(rows), 'published value')}"


def travel_sentence(
    travel: dict[str, int], meetings: int, names: dict[str, str], a: str, b: str
) -> str:
    """Say where a pair met alone, and how often not in one place; nothing is said of zeros.

    ``travel`` counts meetings in person at ``a``, at ``b`` and ``elsewhere``; ``meetings``
    counts all of the two alone.
    """
    apart = meetings - sum(travel.values())
    at = [
        (travel[a], f"in {names[a]}"),
        (travel[b], f"in {names[b]}"),
        (travel["elsewhere"], "elsewhere"),
        (apart, "not in person"),
    ]
    held = [(count, where) for count, where in at if count]
    if not held:
        return "No meeting of the two alone is known."
    total = plural(meetings, "meeting")
    if len(held) == 1:
        return f"{total} of the two alone, {held[0][1]}."
    return f"{total} of the two alone: {listed([f'{count} {where}' for count, where in held])}."


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def dependence_alt(rows: pd.DataFrame, names: pd.Series, a: str, b: str) -> str:
    """Tell the picture in words: every measure of either side."""
    lines = [
        f"{words_for('measure', row.measure)}, {names[row.side]}: "
        f"{value_words(row.value, 'pct') if pd.notna(row.value) else row.reason}"
        for row in rows.itertuples()
    ]
    return f"{dependence_sentence(rows, names, a, b)}. {'. '.join(lines)}."


def size_words(value: float, low: float, unit: str, year: object, reason: str) -> str:
    """Write a size, both ends of a range; its year if given, or why there is none."""
    own_year = f" ({year})" if pd.notna(year) else ""
    if pd.isna(value):
        return f"{words_for('reason', reason) if reason else 'no figure'}{own_year}"
    ends = [value_words(end, unit) for end in (low, value) if pd.notna(end)]
    return f"{'–'.join(ends)}{own_year}"


def ratio_words(
    value_a: float, value_b: float, name_a: str, name_b: str, *, ranged: bool = False
) -> str:
    """Say which of two sizes is how many times the other; a ``ranged`` one is not divided."""
    if pd.isna(value_a) or pd.isna(value_b) or min(value_a, value_b) <= 0:
        return "no year in which both have a value"
    if ranged:
        return "no ratio: a range is given"
    more, less = (name_a, name_b) if value_a >= value_b else (name_b, name_a)
    return f"{more} {times(max(value_a, value_b) / min(value_a, value_b))} {less}"
