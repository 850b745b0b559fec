"""What each state is and has: one series, one source, never spliced."""

from dataclasses import dataclass

import pandas as pd

POPULATION = "population_total"
WORLD = "WLD"
NEARLY = 0.8
"""Share of the states that must have a value for a year to stand for the newest."""
BORROW_AT_MOST = 2
"""Years back from which a population is borrowed for a per-person value, always said."""
PERSONNEL = "active_military_personnel"
"""Asked as one: its low and high are two columns of the table."""
RANGES = {PERSONNEL: ("active_military_personnel_low", "active_military_personnel_high")}
PER_HEAD = {
    "persons": (1_000, "per_thousand"),
    "km2": (1_000, "per_thousand"),
    "warheads": (1_000_000, "per_million"),
}
"""People that a value is put against where one is too few: a thousand, a million."""
UNSHARED = {"pct"}
"""Units of which neither a sum nor a value per person means anything."""


@dataclass(frozen=True)
class Series:
    """Values of one indicator in one unit and one price base.

    ``rows``: ``country, year, value, low, reason, borrowed, basis, source_id, note, apart``, by
    country and year. ``low`` is the lower end of a range, NaN where one number was given;
    ``reason`` a code where ``value`` is missing; ``borrowed`` what was taken from another
    year, in words, or blank; ``apart`` marks a value from another edition than the series.
    """

    indicator: str
    unit: str
    price_base: str
    rows: pd.DataFrame


def indicator_codes(indicators: pd.DataFrame) -> list[str]:
    """List what can be asked, most values first; a low and high pair counts as one."""
    names = indicators["indicator"]
    for name, (low, high) in RANGES.items():
        names = names[names != low].replace(high, name)
    return list(names.value_counts().index)


def series_of(indicators: pd.DataFrame, indicator: str) -> Series:
    """Give every value of one indicator, for states and the world.

    Raises
    ------
    ValueError
        If its rows mix units or price bases: those never share an axis.
    """
    low_name, name = RANGES.get(indicator, ("", indicator))
    rows = indicators[indicators["indicator"] == name]
    bases = set(rows["price_base"])
    units = set(rows["unit"])
    if len(bases) > 1 or len(units) > 1:
        raise ValueError(f"{indicator} mixes units or price bases: {sorted(units | bases)}")
    lows = indicators[indicators["indicator"] == low_name].set_index(["country", "year"])["value"]
    keys = pd.MultiIndex.from_frame(rows[["country", "year"]])
    low = lows.reindex(keys).to_numpy(dtype="float64")
    borrowed = rows["borrowed_from_year"].map(lambda y: "" if pd.isna(y) else f"measured in {y}")
    found = rows.assign(
        low=pd.Series(low, index=rows.index).where(lambda s: s != rows["value"]),
        reason=_reasons(rows["blank_reason"], indicator),
        borrowed=borrowed.astype("str"),
        apart=_apart(rows["source_id"]),
    )
    columns = ["country", "year", "value", "low", "reason", "borrowed", "basis", "source_id"]
    found = (
        found[[*columns, "note", "apart"]].sort_values(["country", "year"]).reset_index(drop=True)
    )
    return Series(indicator, next(iter(units), ""), next(iter(bases), ""), found)


def _reasons(reasons: pd.Series, indicator: str) -> pd.Series:
    """Say of a share that is not printed what the publisher's list means: it is not a zero."""
    if not indicator.startswith(("export_share_", "import_share_")):
        return reasons
    return reasons.mask(reasons == "none_reported", "beyond_five_largest")


def _apart(source_ids: pd.Series) -> pd.Series:
    """Mark the rows of another source than the one that carries most of a series.

    A series that no one source carries (a source a state, or a source a year) has none.
    """
    counts = source_ids.value_counts()
    if counts.empty or counts.iloc[0] <= len(source_ids) / 2:
        return pd.Series(False, index=source_ids.index)
    return source_ids != counts.index[0]


def without_other_editions(series: Series) -> Series:
    """Take out the values of other editions: a total, a share or an index would splice them."""
    rows = series.rows
    apart = rows["apart"] & rows["value"].notna()
    rows = rows.assign(
        value=rows["value"].mask(apart),
        low=rows["low"].mask(apart),
        reason=rows["reason"].mask(apart, "other_edition"),
    )
    return Series(series.indicator, series.unit, series.price_base, rows)


def modes_of(series: Series) -> list[str]:
    """List the ways in which an indicator can be put: absolute, per person, share, index."""
    modes = ["absolute"]
    if series.unit not in UNSHARED:
        modes += [] if series.indicator == POPULATION else ["per_person"]
        modes.append("share")
    return [*modes, "index"] if len(series.rows["year"].unique()) > 1 else modes


def per_person(series: Series, population: Series) -> Series:
    """Divide by the population of the same year, or of at most two years earlier, and say so.

    Money is put per person; soldiers and area per thousand, warheads per million people.
    """
    people = population.rows.set_index(["country", "year"])["value"].dropna()
    by_country = {code: people.loc[code] for code in people.index.unique("country")}
    rows = series.rows.copy()
    values, borrowed, reasons = [], [], []
    for row in rows.itertuples():
        known = by_country.get(row.country, pd.Series(dtype=float))
        years = [int(year) for year in known.index if row.year - BORROW_AT_MOST <= year <= row.year]
        taken = max(years, default=0)
        values.append(float(known.loc[taken]) if taken else float("nan"))
        missing = "no_population" if not taken and pd.notna(row.value) else row.reason
        reasons.append(missing)
        other = f"population of {taken}" if taken and taken != row.year else ""
        borrowed.append("; ".join(filter(None, [row.borrowed, other])))
    heads, per = PER_HEAD.get(series.unit, (1, "per_person"))
    divisor = pd.Series(values, index=rows.index) / heads
    rows = rows.assign(
        value=rows["value"] / divisor,
        low=rows["low"] / divisor,
        reason=pd.Series(reasons, index=rows.index, dtype="str"),
        borrowed=pd.Series(borrowed, index=rows.index, dtype="str"),
    )
    return Series(series.indicator, f"{series.unit}_{per}", series.price_base, rows)


def totals(series: Series, codes: list[str]) -> pd.DataFrame:
    """Add up the states of ``codes`` by year, and name those without a value.

    Returns ``year, total, counted, missing, world``: ``missing`` joins codes by semicolons;
    ``world`` is the world total of the same series, NaN where the series has none.
    """
    rows = series.rows
    world = rows[rows["country"] == WORLD].set_index("year")["value"]
    found = []
    for year, of_year in rows[rows["country"].isin(codes)].groupby("year"):
        having = of_year.dropna(subset=["value"])
        missing = [code for code in codes if code not in set(having["country"])]
        total = having["value"].sum() if len(having) else float("nan")
        found.append((year, total, len(having), ";".join(missing), world.get(year, float("nan"))))
    return pd.DataFrame(found, columns=["year", "total", "counted", "missing", "world"])


def share_of(series: Series, codes: list[str]) -> Series:
    """Give each state's value as per cent of the total of ``codes`` in the same year."""
    total = totals(series, codes).set_index("year")["total"]
    rows = series.rows[series.rows["country"] != WORLD]
    divisor = rows["year"].map(total) / 100
    rows = rows.assign(value=rows["value"] / divisor, low=rows["low"] / divisor)
    return Series(series.indicator, "pct_of_sco", series.price_base, rows)


def base_year(series: Series, codes: list[str]) -> int | None:
    """Find the first year in which most of ``codes`` have a value, the base of an index."""
    rows = series.rows[series.rows["country"].isin(codes)].dropna(subset=["value"])
    rows = rows[rows["value"] > 0]
    if rows.empty:
        return None
    counts = rows.groupby("year").size()
    return int(counts[counts == counts.max()].index.min())


def index_of(series: Series, base: int) -> Series:
    """Set each state's value of ``base`` to 100; a state without one has a gap with a reason."""
    rows = series.rows
    at_base = rows[rows["year"] == base].set_index("country")["value"]
    divisor = rows["country"].map(at_base) / 100
    no_base = divisor.isna() & rows["value"].notna()
    rows = rows.assign(
        value=rows["value"] / divisor,
        low=rows["low"] / divisor,
        reason=rows["reason"].mask(no_base, "no_base_value"),
    )
    return Series(series.indicator, "index", series.price_base, rows)


def in_mode(
    series: Series, mode: str, population: Series, sco: list[str], base: int | None
) -> Series:
    """Put a series per person, as share of ``sco``, or as index; ``absolute`` as it is."""
    if mode == "per_person":
        return per_person(series, population)
    if mode == "share":
        return share_of(without_other_editions(series), sco)
    if mode == "index" and base is not None:
        return index_of(without_other_editions(series), base)
    return series


def latest_year(series: Series, codes: list[str]) -> int | None:
    """Find the newest year in which nearly as many of ``codes`` as ever have a value."""
    rows = series.rows[series.rows["country"].isin(codes)].dropna(subset=["value"])
    if rows.empty:
        return None
    counts = rows.groupby("year").size()
    return int(counts[counts >= NEARLY * counts.max()].index.max())


def rank_among(series: Series, country: str, codes: list[str]) -> tuple[int, int, int] | None:
    """Rank a state by its newest value among ``codes`` in the same year, largest first.

    Returns rank, number ranked, year; None without a value.
    """
    own = series.rows[series.rows["country"] == country].dropna(subset=["value"])
    if own.empty:
        return None
    year = int(own["year"].max())
    of_year = series.rows[(series.rows["year"] == year) & series.rows["country"].isin(codes)]
    values = of_year.dropna(subset=["value"]).set_index("country")["value"]
    if country not in values.index:
        return None
    return int((values > values[country]).sum()) + 1, len(values), year
