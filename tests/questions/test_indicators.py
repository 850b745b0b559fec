import pandas as pd
import pytest

from data.questions.indicators import (
    base_year,
    in_mode,
    indicator_codes,
    latest_year,
    modes_of,
    rank_among,
    series_of,
    share_of,
    totals,
)
from tests.frames import frame

GDP = {"indicator": "gdp_current_usd"}
PEOPLE = {"indicator": "population_total", "unit": "persons", "price_base": ""}
ROWS = frame(
    "indicators",
    {**GDP, "country": "CHN", "year": 2019, "value": 100.0},
    {**GDP, "country": "CHN", "year": 2020, "value": 300.0},
    {**GDP, "country": "RUS", "year": 2020, "value": 100.0},
    {**GDP, "country": "UZB", "year": 2020, "basis": "", "blank_reason": "unknown"},
    {**GDP, "country": "WLD", "year": 2020, "value": 1000.0},
    {**PEOPLE, "country": "CHN", "year": 2019, "value": 10.0},
    {**PEOPLE, "country": "CHN", "year": 2018, "value": 9.0},
)
SERIES = series_of(ROWS, "gdp_current_usd")
POPULATION = series_of(ROWS, "population_total")


def value(series, country, year, column="value"):
    rows = series.rows
    return rows[(rows["country"] == country) & (rows["year"] == year)][column].iloc[0]


def test_a_value_per_person_says_from_which_year_the_population_is_borrowed():
    put = in_mode(SERIES, "per_person", POPULATION, [], None)
    assert value(put, "CHN", 2019) == 10
    assert value(put, "CHN", 2019, "borrowed") == ""
    assert value(put, "CHN", 2020) == 30
    assert value(put, "CHN", 2020, "borrowed") == "population of 2019"


def test_a_missing_population_is_a_gap_with_a_reason_and_never_zero():
    put = in_mode(SERIES, "per_person", POPULATION, [], None)
    assert pd.isna(value(put, "RUS", 2020))
    assert value(put, "RUS", 2020, "reason") == "no_population"
    assert value(put, "UZB", 2020, "reason") == "unknown"


def test_shares_are_of_those_with_a_value_and_the_rest_is_named():
    codes = ["CHN", "RUS", "UZB"]
    shares = share_of(SERIES, codes)
    assert value(shares, "CHN", 2020) == 75
    assert "WLD" not in set(shares.rows["country"])
    row = totals(SERIES, codes).set_index("year").loc[2020]
    assert (row["total"], row["counted"], row["missing"], row["world"]) == (400, 2, "UZB", 1000)


def test_an_index_is_100_in_its_base_year_and_a_gap_without_one():
    put = in_mode(SERIES, "index", POPULATION, [], 2019)
    assert value(put, "CHN", 2019) == 100
    assert value(put, "CHN", 2020) == 300
    assert value(put, "RUS", 2020, "reason") == "no_base_value"


def test_two_price_bases_never_make_one_series():
    mixed = frame(
        "indicators",
        {**GDP, "country": "CHN", "value": 1.0},
        {**GDP, "country": "RUS", "value": 1.0, "price_base": "constant_2024_usd"},
    )
    with pytest.raises(ValueError, match="mixes units or price bases"):
        series_of(mixed, "gdp_current_usd")


def test_a_low_and_a_high_are_asked_as_one():
    rows = frame(
        "indicators",
        *(
            {
                "country": "KGZ",
                "indicator": f"active_military_personnel_{end}",
                "unit": "persons",
                "price_base": "",
                "value": number,
            }
            for end, number in (("low", 10_000.0), ("high", 15_000.0))
        ),
    )
    assert indicator_codes(rows) == ["active_military_personnel"]
    series = series_of(rows, "active_military_personnel")
    assert value(series, "KGZ", 2020, "low") == 10_000


def test_per_cent_is_neither_shared_nor_put_per_person(dataset):
    series = series_of(dataset.indicators, "military_expenditure_pct_gdp")
    assert modes_of(series) == ["absolute", "index"]


def test_years_and_ranks_follow_who_has_a_value():
    codes = ["CHN", "RUS", "UZB"]
    assert latest_year(SERIES, codes) == 2020
    assert base_year(SERIES, codes) == 2020
    assert rank_among(SERIES, "RUS", codes) == (2, 2, 2020)
    assert rank_among(SERIES, "UZB", codes) is None


def test_uzbekistans_military_spending_after_2018_is_a_gap_with_a_reason(dataset):
    series = series_of(dataset.indicators, "military_expenditure_current_usd")
    rows = series.rows[(series.rows["country"] == "UZB") & (series.rows["year"] > 2018)]
    assert len(rows) >= 5
    assert rows["value"].isna().all()
    assert set(rows["reason"]) == {"unknown"}


def test_every_real_indicator_is_one_unit_and_one_price_base(dataset):
    for code in indicator_codes(dataset.indicators):
        series = series_of(dataset.indicators, code)
        assert not series.rows["value"].eq(0).any(), code
        missing = series.rows[series.rows["value"].isna()]
        assert (missing["reason"] != "").all(), code


def test_every_year_since_2001_is_held_for_every_member(dataset):
    members = set(dataset.memberships.query("status == 'member'")["country"])
    rows = series_of(dataset.indicators, "population_total").rows
    for code in members:
        assert set(rows.loc[rows["country"] == code, "year"]) >= set(range(2001, 2025)), code


def test_a_later_edition_is_neither_joined_nor_counted_in_a_total_or_an_index(dataset):
    series = series_of(dataset.indicators, "military_expenditure_current_usd")
    apart = series.rows[series.rows["apart"]]
    assert set(zip(apart["country"], apart["year"], strict=True)) == {("RUS", 2025), ("IND", 2025)}
    for mode in ("share", "index"):
        put = in_mode(series, mode, POPULATION, ["RUS", "IND", "CHN"], 2001)
        assert pd.isna(value(put, "RUS", 2025))
        assert value(put, "RUS", 2025, "reason") == "other_edition"


def test_a_source_a_year_is_no_other_edition(dataset):
    for name in ("nuclear_warheads_total_inventory", "area_total_km2"):
        assert not series_of(dataset.indicators, name).rows["apart"].any()


def test_a_partner_that_is_not_listed_is_no_zero_and_not_none(dataset):
    series = series_of(dataset.indicators, "import_share_rus")
    assert value(series, "BLR", 2023, "reason") == "beyond_five_largest"
    assert value(series, "RUS", 2023, "reason") == "not_applicable"
