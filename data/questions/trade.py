"""What two states sell each other, and how much each depends on it."""

import pandas as pd

YEARLY = ["calendar_year", "fiscal_year"]
GDP = "gdp_current_usd"
SHARES = {"export_share": "exports", "import_share": "imports"}
MEASURES = ["gdp", "exports", "imports", "arms", "crude_oil", "arms_exports"]
NOT_LISTED = "no share in the list used; this is not a zero"
"""What a printed list that leaves a partner out says of it, in words."""
NO_FIGURE = "no figure"
"""What stands where no source gives a share."""
COLUMNS = ["measure", "side", "on", "value", "period", "reason", "source_id", "note"]


def between_pair(trade: pd.DataFrame, a: str, b: str) -> pd.DataFrame:
    """Keep the figures on trade between ``a`` and ``b`` in either direction."""
    pair = {a, b}
    return trade[trade["exporter"].isin(pair) & trade["importer"].isin(pair)]


def goods_by_year(trade: pd.DataFrame, a: str, b: str) -> pd.DataFrame:
    """List the yearly values of all goods between a pair, in billions of US dollars.

    Columns of ``trade.csv`` and ``direction``: ``total``, ``a_to_b`` or ``b_to_a``; by
    reporter, direction and period. Values of different reporters stay apart.
    """
    rows = between_pair(trade, a, b)
    kept = (rows["commodity"] == "all") & (rows["unit"] == "usd_bn")
    rows = rows[kept & rows["period_kind"].isin(YEARLY)]
    directions = [
        "total" if flow == "total" else "a_to_b" if exporter == a else "b_to_a"
        for flow, exporter in zip(rows["flow"], rows["exporter"], strict=True)
    ]
    rows = rows.assign(direction=pd.Series(directions, index=rows.index, dtype="str"))
    return rows.sort_values(["reporter", "direction", "period_from"])


def main_reporter(goods: pd.DataFrame) -> str:
    """Name the state whose statistics cover most years of a pair's total; blank for none."""
    totals = goods[goods["direction"] == "total"]
    return str(totals["reporter"].value_counts().index[0]) if len(totals) else ""


def dependence(trade: pd.DataFrame, indicators: pd.DataFrame, a: str, b: str) -> pd.DataFrame:
    """Measure how much each side of a pair depends on the other, in per cent.

    Returns one row a measure and side, in the order of ``MEASURES``: ``measure``; ``side``,
    who depends; ``on``, on whom; ``value`` in per cent, NaN with a ``reason`` in words;
    ``period`` in words; ``source_id``; ``note``. A measure of which the tables hold
    neither a value nor a published reason for either side is left out.

    ``gdp`` is trade both ways over the side's own GDP, both in current US dollars of the same
    year; a fiscal year is held against the calendar year in which it begins.
    """
    rows = [
        row
        for side, on in ((a, b), (b, a))
        for row in (
            _of_gdp(trade, indicators, side, on),
            *printed_shares(indicators, side, on),
            _traded_share(trade, "arms", "arms", side, on, "imports"),
            _traded_share(trade, "crude_oil", "crude_oil", side, on, "imports"),
            _traded_share(trade, "arms_exports", "arms", side, on, "exports"),
        )
    ]
    found = pd.DataFrame(rows, columns=COLUMNS)
    said = found["value"].notna() | (found["reason"] == NOT_LISTED)
    found = found[said.groupby(found["measure"]).transform("any")]
    order = found["measure"].map(MEASURES.index)
    return found.assign(order=order).sort_values("order", kind="stable").drop(columns="order")


def trade_shares(
    trade: pd.DataFrame, indicators: pd.DataFrame, side: str, on: str
) -> list[tuple[str, float, str, str]]:
    """Say how much of a state's trade is with another: imports, exports, and both of its GDP.

    Returns ``measure, value, period, reason``: per cent, NaN with a reason in words.
    """
    rows = [*printed_shares(indicators, side, on), _of_gdp(trade, indicators, side, on)]
    found = pd.DataFrame(rows, columns=COLUMNS)
    columns = [found["measure"], found["value"], found["period"], found["reason"]]
    return list(zip(*columns, strict=True))


def _of_gdp(
    trade: pd.DataFrame, indicators: pd.DataFrame, side: str, on: str
) -> tuple[object, ...]:
    goods = goods_by_year(trade, side, on)
    totals = goods[(goods["direction"] == "total") & (goods["reporter"] == main_reporter(goods))]
    gdp = indicators[indicators["indicator"] == GDP].dropna(subset=["value"])
    own = gdp[gdp["country"] == side].set_index("year")["value"]
    both = set(own.index) & set(gdp.loc[gdp["country"] == on, "year"])
    totals = totals[totals["period_from"].dt.year.isin(both)]
    if totals.empty:
        return ("gdp", side, on, float("nan"), "", "no year with trade and GDP", "", "")
    last = totals.iloc[-1]
    year = int(last["period_from"].year)
    value = 100 * last["value"] * 1e9 / float(own.loc[year])
    kind = last["period_kind"] == "fiscal_year"
    period = f"{year}-{(year + 1) % 100:02d}, GDP of {year}" if kind else str(year)
    return ("gdp", side, on, value, period, "", last["source_id"], last["measure_note"])


def printed_shares(indicators: pd.DataFrame, side: str, on: str) -> list[tuple[object, ...]]:
    """Read the shares that a reference work prints, where it has a column for ``on``."""
    found: list[tuple[object, ...]] = []
    for prefix, measure in SHARES.items():
        name = f"{prefix}_{on.lower()}"
        rows = indicators[(indicators["indicator"] == name) & (indicators["country"] == side)]
        if rows.empty:
            found.append((measure, side, on, float("nan"), "", NO_FIGURE, "", ""))
            continue
        last = rows.sort_values("year").iloc[-1]
        missing = "" if pd.notna(last["value"]) else NOT_LISTED
        found.append(
            (measure, side, on, last["value"], str(last["year"]), missing, last["source_id"],
             last["note"])
        )  # fmt: skip
    return found


def _traded_share(
    trade: pd.DataFrame, measure: str, commodity: str, side: str, on: str, flow: str
) -> tuple[object, ...]:
    """Read the newest published share of ``on`` in what ``side`` buys or sells."""
    ends = (on, side) if flow == "imports" else (side, on)
    rows = trade[
        (trade["exporter"] == ends[0])
        & (trade["importer"] == ends[1])
        & (trade["flow"] == flow)
        & (trade["commodity"] == commodity)
        & (trade["unit"] == "pct")
        & trade["period_kind"].isin([*YEARLY, "multi_year"])
    ].sort_values("period_to")
    if rows.empty:
        return (measure, side, on, float("nan"), "", NO_FIGURE, "", "")
    last = rows.iloc[-1]
    first, end = last["period_from"].year, last["period_to"].year
    period = str(end) if first == end else f"{first} to {end}"
    return (measure, side, on, last["value"], period, "", last["source_id"], last["measure_note"])
