import pandas as pd

from data.questions.travel import travel
from tests.frames import frame

COUNTRIES = frame(
    "countries",
    {"country": "CHN", "capital": "Beijing", "lat": 39.9, "lon": 116.4},
    {"country": "RUS", "capital": "Moscow", "lat": 55.8, "lon": 37.6},
    {"country": "XSC"},
)
MEETING = {
    "meeting_id": "m",
    "held_from": "2022-09-15",
    "held_to": "2022-09-16",
    "city": "Samarkand",
    "lat": 39.7,
    "lon": 67.0,
    "participants": "Xi;Putin;Zhang",
    "countries": "CHN;RUS;XSC",
    "format": "in_person",
}
PERIOD = (pd.Timestamp("2022-01-01"), pd.Timestamp("2022-12-31"))


def meetings(*changes: dict) -> pd.DataFrame:
    return frame("meetings", *({**MEETING, **change} for change in changes))


def test_each_leader_travels_from_the_capital_to_the_city():
    found = travel(meetings({}), COUNTRIES, *PERIOD)
    assert found[["person", "home", "city", "journeys"]].to_numpy().tolist() == [
        ["Putin", "Moscow", "Samarkand", 1],
        ["Xi", "Beijing", "Samarkand", 1],
    ]


def test_a_meeting_by_video_at_home_or_out_of_the_period_is_no_journey():
    away = meetings(
        {"format": "virtual"},
        {"city": "Beijing", "participants": "Xi", "countries": "CHN"},
        {"held_from": "2020-01-01", "held_to": "2020-01-01"},
    )
    assert travel(away, COUNTRIES, *PERIOD).empty


def test_two_meetings_in_one_place_on_one_day_are_one_journey():
    found = travel(meetings({}, {"meeting_id": "n"}), COUNTRIES, *PERIOD, people=["Xi"])
    assert list(found["journeys"]) == [1]


def test_journeys_follow_the_country_asked_for(dataset):
    found = travel(dataset.meetings, dataset.countries, *PERIOD, country="IND")
    assert set(found["country"]) == {"IND"}
    assert "Samarkand" in set(found["city"])
