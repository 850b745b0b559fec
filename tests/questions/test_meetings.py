import pandas as pd

from data.questions.meetings import (
    between,
    gatherings,
    journeys,
    of_country,
    travel_between,
)
from data.questions.offices import office_holders_on
from data.questions.relations import ratios, said_about
from tests.frames import frame, statements

MET = frame(
    "meetings",
    {"meeting_id": "m1"},
    {"meeting_id": "m2", "country": "KAZ", "city": "Astana", "countries": "CHN;RUS"},
    {"meeting_id": "m3", "format": "virtual"},
    {"meeting_id": "m4", "format": "hybrid"},
    {"meeting_id": "m5", "kind": "summit", "summit_id": "s1", "countries": "CHN;RUS;TKM"},
)
SUMMITS = frame("summits", {"summit_id": "s1"}, {"summit_id": "s2", "number": 20})
COUNTRIES = frame(
    "countries",
    {"country": "CHN", "lat": 39.9, "lon": 116.4},
    {"country": "RUS", "lat": 55.8, "lon": 37.6},
    {"country": "TKM"},
)


def test_a_summit_that_a_meeting_covers_is_listed_once():
    rows = gatherings(MET, SUMMITS)
    assert sorted(rows["identifier"]) == ["m1", "m2", "m3", "m4", "m5", "s2"]
    bare = rows.set_index("identifier").loc["s2"]
    assert bare["participants"] == ""
    assert bare["occasion"] == "SCO summit no. 20"


def test_nobody_travels_home_to_a_video_call_or_from_an_unknown_place():
    found = journeys(gatherings(MET, SUMMITS), COUNTRIES)
    said = set(zip(found["identifier"], found["traveller"], strict=True))
    assert said == {("m1", "RUS"), ("m2", "CHN"), ("m2", "RUS"), ("m5", "RUS")}


def test_who_travelled_to_whom_counts_meetings_of_two_in_person():
    rows = gatherings(MET, SUMMITS)
    assert travel_between(rows, "CHN", "RUS") == {"CHN": 1, "RUS": 0, "elsewhere": 1}
    assert len(between(rows, "RUS", "CHN")) == 4
    assert len(of_country(rows, "TKM")) == 1


def test_sixty_meetings_and_every_summit_are_held(dataset):
    assert len(dataset.meetings) >= 60
    assert len(dataset.summits) == 31
    assert (dataset.summits["format"] == "virtual").sum() == 2
    rows = gatherings(dataset.meetings, dataset.summits)
    assert not rows["identifier"].duplicated().any()


def test_office_holders_of_a_day_are_the_leader_and_the_foreign_minister():
    rows = frame(
        "offices",
        {"person": "P", "held_to": "2018-05-07"},
        {"person": "Q", "held_from": "2018-05-07"},
        {"person": "L", "office": "Minister of Foreign Affairs", "held_from": "2004-03-09"},
        {"person": "M", "office": "Minister of Transport", "held_from": "2004-03-09"},
    )
    found = office_holders_on(rows, "RUS", pd.Timestamp("2018-05-07"))
    assert list(found["person"]) == ["Q", "L"]
    assert list(found["role"]) == ["leader", "foreign_minister"]


def test_every_member_had_one_leader_on_the_day_of_the_article(dataset):
    for code in dataset.memberships.query("status == 'member'")["country"].unique():
        held = office_holders_on(dataset.offices, code, pd.Timestamp("2022-09-15"))
        assert list(held["role"]).count("leader") == 1, code


def test_what_was_said_about_the_other_names_it():
    rows = statements(
        {"text": "We value China", "said_on": "2022-01-01"},
        {"text": "We value trade"},
        {"text": "China again", "said_on": "2023-01-01"},
        {"text": "China", "country": "IND"},
    )
    assert list(said_about(rows, "RUS", ["China"])["statement_id"]) == ["s2", "s0"]


def test_sizes_are_compared_only_in_a_year_that_both_have(dataset):
    rows = ratios(dataset.indicators, "CHN", "UZB").set_index("indicator")
    spending = rows.loc["military_expenditure_constant_2024_usd"]
    assert spending["year"] == 2018
    warheads = rows.loc["nuclear_warheads_total_inventory"]
    assert pd.isna(warheads["year"])


def test_a_size_that_only_one_side_has_is_given_with_the_others_reason(dataset):
    rows = ratios(dataset.indicators, "BLR", "RUS").set_index("indicator")
    warheads = rows.loc["nuclear_warheads_total_inventory"]
    assert warheads["a_reason"] == "none_reported"
    assert warheads["b"] > 0
    assert pd.notna(warheads["b_year"])
    assert rows.loc["active_military_personnel", "a_low"] == 50_000
