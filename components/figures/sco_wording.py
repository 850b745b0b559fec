"""Reader-facing words of the views on the SCO: members, compare, relations, votes, meetings."""

import pandas as pd

from components.figures.wording import escape_hover, listed
from data.questions.trade import NOT_LISTED

SCO_LABELS: dict[str, dict[str, str]] = {
    "borders": {"un": "United Nations", "de-facto": "De facto (Natural Earth)"},
    "indicator": {
        "population_total": "Population",
        "gdp_current_usd": "GDP, current US$ (World Bank)",
        "gdp_official_exchange_rate_usd": "GDP at the official exchange rate (CIA)",
        "gdp_ppp": "GDP at purchasing power parity, constant 2021 dollars (CIA)",
        "military_expenditure_constant_2024_usd": "Military expenditure, constant 2024 US$ (SIPRI)",
        "military_expenditure_current_usd": "Military expenditure, current US$ (SIPRI)",
        "military_expenditure_pct_gdp": "Military expenditure, per cent of GDP (SIPRI)",
        "nuclear_warheads_total_inventory": "Nuclear warheads, total inventory (SIPRI, FAS)",
        "active_military_personnel": "Active military personnel (CIA)",
        "area_total_km2": "Area (CIA)",
        "export_share_chn": "Exports that go to China, per cent (CIA)",
        "export_share_rus": "Exports that go to Russia, per cent (CIA)",
        "import_share_chn": "Imports that come from China, per cent (CIA)",
        "import_share_rus": "Imports that come from Russia, per cent (CIA)",
    },
    "short_indicator": {
        "population_total": "Population",
        "gdp_current_usd": "GDP",
        "gdp_official_exchange_rate_usd": "GDP, exchange rate",
        "gdp_ppp": "GDP, purchasing power",
        "military_expenditure_constant_2024_usd": "Military spending",
        "military_expenditure_current_usd": "Military spending, current",
        "military_expenditure_pct_gdp": "Military, % of GDP",
        "nuclear_warheads_total_inventory": "Warheads",
        "active_military_personnel": "Soldiers",
        "area_total_km2": "Area",
        "export_share_chn": "Exports to China",
        "export_share_rus": "Exports to Russia",
        "import_share_chn": "Imports from China",
        "import_share_rus": "Imports from Russia",
    },
    "price_base": {
        "current_usd": "current prices and exchange rates",
        "constant_2024_usd": "constant prices of 2024",
        "constant_2021_ppp": "constant 2021 dollars at purchasing power parity",
    },
    "mode": {
        "absolute": "As it is",
        "per_person": "Per person",
        "share": "Share of the SCO",
        "index": "Index",
    },
    "how": {
        "per_person": "per person",
        "share": "share of the SCO total",
        "index": "as an index",
    },
    "show": {"chart": "Chart", "map": "Map"},
    "scale": {"linear": "Linear", "log": "Logarithmic"},
    "reason": {
        "unknown": "no figure published",
        "none_reported": "none reported",
        "not_applicable": "not applicable",
        "withheld": "withheld",
        "no_population": "no population for the year",
        "no_base_value": "no value in the base year",
        "beyond_five_largest": NOT_LISTED,
        "other_edition": "only in another release, not joined",
        "": "no row for this year",
    },
    "vote": {
        "yes": "In favour",
        "no": "Against",
        "abstain": "Abstained",
        "not_voting": "Did not vote",
        "": "No source names its vote",
    },
    "measure": {
        "gdp": "Trade with the other, both ways, as a share of own GDP",
        "exports": "Share of own exports that the other buys",
        "imports": "Share of own imports that the other sells",
        "arms": "Share of own arms imports that the other delivers",
        "crude_oil": "Share of own crude oil imports that the other sells",
        "arms_exports": "Share of own arms exports that the other buys",
    },
    "commodity": {
        "all": "all goods",
        "crude_oil": "crude oil",
        "gas": "pipeline gas",
        "lng": "liquefied gas",
        "coal": "coal",
        "arms": "arms",
    },
    "trade_unit": {
        "usd_bn": "billion US$",
        "pct": "per cent",
        "mt": "million tonnes",
        "mb_d": "million barrels a day",
        "bcm": "billion cubic metres",
    },
    "meeting_kind": {
        "bilateral": "Bilateral",
        "multilateral": "Several states",
        "summit": "Summit",
    },
    "format": {"in_person": "In person", "virtual": "By video", "hybrid": "Part by video"},
    "view": {"flat": "Flat", "globe": "Globe"},
    "role": {"leader": "Leader", "foreign_minister": "Foreign minister"},
    "stage": {"applied": "has applied", "procedure_opened": "accession procedure open"},
}

HATCHED = ["XJK", "XAC", "XAP"]
"""Areas that both base maps hatch: Jammu and Kashmir, Aksai Chin, Arunachal Pradesh."""
NOT_ENDORSED = "Boundaries and names shown do not imply endorsement or acceptance."
UN_BOUNDARIES = f"{NOT_ENDORSED} Boundaries: UN geodata; disputed areas hatched"
"""Stands beneath every map that draws them: whole with a full stop, or with who disputes what."""
UNIT_WORDS = {
    "persons": "people",
    "usd": "US$",
    "intl_usd": "international dollars",
    "pct": "per cent",
    "warheads": "warheads",
    "km2": "km²",
    "index": "index",
    "pct_of_sco": "per cent of the SCO total",
}
SCALES = [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")]
MONEY = {"usd": "$", "intl_usd": "$"}


def words_for(group: str, code: str) -> str:
    """Give the reader's word for a code of these views, or the code in plain words."""
    return SCO_LABELS[group].get(code, code.replace("_", " "))


def short_symbol(resolution: str) -> str:
    """Name a resolution in a narrow place: one known by its day alone by its session."""
    return resolution.partition(" of ")[0]


def quantity(value: float) -> str:
    """Write a number to three figures with a word for its size: ``17.8 trillion``."""
    for size, word in SCALES:
        if abs(value) >= size:
            return f"{value / size:.3g} {word}" if value / size < 1000 else f"{value:,.0f}"
    if abs(value) >= 1000 or float(value).is_integer():
        return f"{value:,.0f}"
    return f"{value:.3g}"


def value_words(value: float, unit: str) -> str:
    """Write a value with its unit: ``$17.8 trillion``, ``33%``, ``1,850 warheads``."""
    if pd.isna(value):
        return "no value"
    base, per, _ = unit.partition("_per_")
    if unit in {"pct", "pct_of_sco"}:
        return f"{value:.3g}%" if value < 100 else f"{value:.0f}%"
    if base in MONEY:
        return f"{MONEY[base]}{quantity(value)}"
    if unit == "index" or per:
        return quantity(value)
    return f"{quantity(value)} {UNIT_WORDS.get(base, base)}".replace(" people", "")


def unit_words(unit: str, price_base: str = "", base: int | None = None) -> str:
    """Name the unit of an axis: ``US$, constant prices of 2024``, ``per cent of the SCO total``."""
    if unit == "index":
        return f"index, {base} = 100"
    base_unit, _, per_code = unit.partition("_per_")
    plain = UNIT_WORDS.get(unit, UNIT_WORDS.get(base_unit, unit))
    per = {
        "person": " per person",
        "thousand": " per 1,000 people",
        "million": " per million people",
    }
    per_words = per.get(per_code, "")
    prices = f", {words_for('price_base', price_base)}" if price_base and "pct" not in unit else ""
    return f"{plain}{per_words}{prices}"


def boundary_note(countries: pd.DataFrame, borders: str) -> str:
    """Say whose boundaries a map shows, that none is endorsed, and who disputes what is hatched."""
    names = countries.set_index("country")["name"]
    areas = countries[countries["country"].isin(HATCHED)]
    hatched = [
        f"{name.removesuffix(' (disputed)')} ({listed([names[code] for code in codes.split(';')])})"
        for name, codes in zip(areas["name"], areas["parties"], strict=True)
    ]
    if borders == "un":
        return f"{UN_BOUNDARIES}, in no state's colour: {listed(hatched)}."
    return (
        f"{NOT_ENDORSED} Boundaries: de facto control as drawn by Natural Earth, chosen by the "
        f"reader; disputed areas hatched: {listed([*hatched, 'Crimea (Ukraine and Russia)'])}. "
        "General Assembly resolution 68/262 affirms Ukraine's territorial integrity, Crimea "
        "included."
    )


def hover_lines(*lines: str) -> str:
    """Join lines of a hover box, the first in bold; blank lines are left out."""
    first, *rest = [escape_hover(line) for line in lines if line]
    return "<br>".join([f"<b>{first}</b>", *rest])
