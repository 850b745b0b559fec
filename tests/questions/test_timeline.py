import pandas as pd
import pytest

from data.questions.timeline import (
    APART,
    MOST_SLOTS,
    counts_by_year,
    frame_of,
    in_lanes,
    laid_out,
    slot_width,
)
from tests.frames import frame, statements

SINCE, UNTIL = pd.Timestamp("2001-01-01"), pd.Timestamp("2026-11-24")
NAMES = pd.Series({"RUS": "Russia", "CHN": "China"})


def day(text: str) -> pd.Timestamp:
    return pd.Timestamp(text)


def test_a_slot_holds_apart_what_fits_and_gathers_the_rest():
    rows = statements(*({"said_on": "2022-09-15"} for _ in range(APART)))
    assert len(laid_out(rows.assign(lane="RUS"), "statement_id", SINCE, UNTIL).marks) == APART
    more = statements(*({"said_on": "2022-09-15"} for _ in range(APART + 1)))
    laid = laid_out(more.assign(lane="RUS"), "statement_id", SINCE, UNTIL)
    assert laid.marks.empty
    assert list(laid.clusters["count"]) == [APART + 1]
    assert [len(ids) for ids in laid.clusters["members"]] == [APART + 1]


def test_marks_and_clusters_hold_every_row_once_whatever_the_order(dataset):
    rows, _ = in_lanes(dataset.statements, "country", NAMES)
    laid = laid_out(rows, "statement_id", SINCE, UNTIL)
    again = laid_out(rows.sample(frac=1, random_state=1), "statement_id", SINCE, UNTIL)
    drawn = [*laid.marks["statement_id"], *(i for ids in laid.clusters["members"] for i in ids)]
    assert sorted(drawn) == sorted(rows["statement_id"])
    pd.testing.assert_frame_equal(
        laid.clusters.reset_index(drop=True), again.clusters.reset_index(drop=True)
    )


def test_a_cluster_narrows_to_days_inside_the_period():
    rows = statements(*({"said_on": f"2022-09-{n:02}"} for n in range(1, 9))).assign(lane="RUS")
    since, until = day("2022-08-31"), day("2024-09-30")
    for cluster in laid_out(rows, "statement_id", since, until).clusters.itertuples():
        assert since <= cluster.slot_from <= cluster.slot_to <= until
        assert (cluster.slot_to - cluster.slot_from).days < 1.75 * slot_width(since, until)


@pytest.mark.parametrize("since", pd.date_range("2001-01-01", "2002-06-30", freq="97D"))
@pytest.mark.parametrize("years", [1, 24])
def test_every_cluster_is_as_long_as_a_number_needs_and_none_overlap(since, years):
    until = since + pd.DateOffset(years=years)
    days = [f"{at:%Y-%m-%d}" for at in pd.date_range(since, until, periods=200)]
    rows = statements(*({"said_on": at} for at in days)).assign(lane="RUS")
    clusters = laid_out(rows, "statement_id", since, until).clusters
    length = (clusters["slot_to"] - clusters["slot_from"]).dt.days + 1
    # The axis is some 325 pixels long on a phone, and a number of two digits 12.
    assert 325 * length.min() / ((until - since).days + 1) > 12
    assert (clusters["slot_from"].iloc[1:] > clusters["slot_to"].iloc[:-1].to_numpy()).all()
    assert (clusters["slot_from"].iloc[0], clusters["slot_to"].iloc[-1]) == (since, until)


def test_one_day_shows_its_statements_one_by_one():
    rows = statements(*({"said_on": "2022-09-15"} for _ in range(20))).assign(lane="RUS")
    on = day("2022-09-15")
    assert len(laid_out(rows, "statement_id", on, on).marks) == 20


@pytest.mark.parametrize(
    ("until", "width"), [("2001-01-01", 1), ("2001-01-18", 1), ("2001-01-19", 7)]
)
def test_the_slot_widens_with_the_period(until, width):
    assert slot_width(SINCE, day(until)) == width
    assert ((UNTIL - SINCE).days + 1) / slot_width(SINCE, UNTIL) <= MOST_SLOTS


def test_a_slot_is_the_same_in_a_shifted_period():
    rows = statements(*({"said_on": f"2022-09-{n:02}"} for n in range(5, 10))).assign(lane="RUS")
    first = laid_out(rows, "statement_id", day("2022-08-01"), day("2022-10-31"))
    later = laid_out(rows, "statement_id", day("2022-08-08"), day("2022-11-07"))
    assert list(first.clusters["slot_from"]) == list(later.clusters["slot_from"])


def test_lanes_are_speakers_or_the_first_country_spoken_for():
    rows = statements({"speaker": "A", "country": "CHN;RUS"}, {"speaker": "B", "country": "RUS"})
    by_country, lanes = in_lanes(rows, "country", NAMES)
    assert list(by_country["lane"]) == ["CHN", "RUS"]
    assert sorted(lanes) == [("CHN", "China"), ("RUS", "Russia")]
    assert list(in_lanes(rows, "speaker", NAMES)[0]["lane"]) == ["A", "B"]


def test_no_statement_falls_out_of_the_lanes():
    many = statements(*({"speaker": f"S{n:02}"} for n in range(30)))
    rows, lanes = in_lanes(many, "speaker", NAMES)
    assert len(lanes) == 12
    assert set(rows["lane"]) <= {code for code, _ in lanes}


WARS = frame(
    "conflicts",
    {"conflict": "old", "name": "Old", "from": "2005-01-01", "to": "2005-02-01"},
    {"conflict": "long", "name": "Long", "from": "2022-02-24"},
    {"conflict": "short", "name": "Short", "from": "2025-06-13", "to": "2025-06-24"},
)
SUMMITS = frame(
    "summits",
    {"summit_id": "s", "city": "Samarkand", "held_from": "2022-09-15", "held_to": "2022-09-16"},
)


def test_wars_and_summits_of_a_period_are_cut_to_it():
    found = frame_of(WARS, SUMMITS, day("2022-09-16"), day("2025-12-31"))
    assert list(found["name"]) == ["Samarkand 2022", "Long", "Short"]
    assert list(found["begins"]) == [day("2022-09-16"), day("2022-09-16"), day("2025-06-13")]
    assert list(found["ends"]) == [day("2022-09-16"), day("2025-12-31"), day("2025-06-24")]


def test_a_year_without_a_statement_counts_none():
    rows = statements({"said_on": "2001-06-15"}, {"said_on": "2003-01-01"})
    counts = counts_by_year(rows)
    assert counts.to_numpy().tolist() == [[2001, 1], [2002, 0], [2003, 1]]
