import pandas as pd

from data.questions.trade import (
    NO_FIGURE,
    NOT_LISTED,
    dependence,
    goods_by_year,
    main_reporter,
    trade_shares,
)
from tests.frames import frame

TRADE = frame(
    "trade",
    {"value": 100.0},
    {"flow": "exports", "value": 40.0},
    {"flow": "imports", "exporter": "RUS", "importer": "CHN", "value": 60.0},
    {"reporter": "RUS", "value": 90.0},
    {"period_from": "2021-01-01", "period_to": "2021-12-31", "value": 140.0},
    {"importer": "IND", "value": 1.0},
)
INDICATORS = frame(
    "indicators",
    {"country": "CHN", "value": 10_000e9},
    {"country": "RUS", "value": 1_000e9},
    {"country": "CHN", "indicator": "import_share_rus", "unit": "pct", "value": 6.0},
    {
        "country": "CHN",
        "indicator": "export_share_rus",
        "unit": "pct",
        "blank_reason": "none_reported",
    },
    {"country": "RUS", "indicator": "export_share_chn", "unit": "pct", "value": 33.0},
)


def test_trade_is_measured_against_each_sides_own_gdp_of_the_same_year():
    rows = dependence(TRADE, INDICATORS, "CHN", "RUS")
    gdp = rows[rows["measure"] == "gdp"].set_index("side")
    assert gdp["value"].to_dict() == {"CHN": 1.0, "RUS": 10.0}
    assert set(gdp["period"]) == {"2020"}


def test_a_share_that_is_not_printed_says_so_and_is_not_zero():
    rows = dependence(TRADE, INDICATORS, "CHN", "RUS")
    own = rows[(rows["measure"] == "exports") & (rows["side"] == "CHN")].iloc[0]
    assert pd.isna(own["value"])
    assert own["reason"] == NOT_LISTED


def test_a_measure_that_neither_side_has_is_left_out():
    assert "arms" not in set(dependence(TRADE, INDICATORS, "CHN", "RUS")["measure"])
    assert dependence(TRADE.head(0), INDICATORS.head(0), "CHN", "RUS").empty


def test_reporters_and_directions_stay_apart():
    goods = goods_by_year(TRADE, "CHN", "RUS")
    assert set(goods["direction"]) == {"total", "a_to_b", "b_to_a"}
    assert main_reporter(goods) == "CHN"
    assert len(goods) == 5


def test_the_shares_of_one_side_come_with_their_reasons():
    said = {row[0]: row for row in trade_shares(TRADE, INDICATORS, "CHN", "RUS")}
    assert said["imports"][1:3] == (6.0, "2020")
    assert said["exports"][3] == NOT_LISTED
    assert said["gdp"][1] == 1.0


def test_the_real_asymmetry_of_china_and_russia(dataset):
    rows = dependence(dataset.trade, dataset.indicators, "CHN", "RUS")
    gdp = rows[rows["measure"] == "gdp"].set_index("side")["value"]
    assert 8 < gdp["RUS"] / gdp["CHN"] < 10


def test_a_reason_that_is_published_is_kept_although_neither_side_has_a_value():
    rows = dependence(TRADE.head(0), INDICATORS[INDICATORS["value"].isna()], "CHN", "RUS")
    assert list(rows["reason"]) == [NOT_LISTED, NO_FIGURE]
