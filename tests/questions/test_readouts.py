import pytest

from data.questions.readouts import aligned_accounts, meetings_around, meetings_with_accounts
from tests.frames import frame

PASSAGES = frame(
    "readouts",
    {"readout_id": "r1", "meeting_id": "m", "side": "RUS", "topic": "ukraine"},
    {"readout_id": "r2", "meeting_id": "m", "side": "RUS", "topic": "trade"},
    {"readout_id": "c1", "meeting_id": "m", "side": "CHN", "topic": "trade"},
    {"readout_id": "c2", "meeting_id": "m", "side": "CHN", "topic": "taiwan"},
    {"readout_id": "c3", "meeting_id": "m", "side": "CHN", "topic": "trade"},
    {"readout_id": "x", "meeting_id": "other", "side": "CHN", "topic": "sco"},
)


def test_accounts_are_aligned_by_topic_and_what_one_side_alone_mentions_is_told():
    aligned = aligned_accounts(PASSAGES, "m", ["RUS", "CHN"])
    assert aligned.to_dict("records") == [
        {"topic": "trade", "left": ["r2"], "right": ["c1", "c3"], "only": ""},
        {"topic": "ukraine", "left": ["r1"], "right": [], "only": "RUS"},
        {"topic": "taiwan", "left": [], "right": ["c2"], "only": "CHN"},
    ]


def test_no_meeting_gives_no_topic():
    assert aligned_accounts(PASSAGES, "", []).empty


def test_meetings_come_in_the_order_of_time_with_their_sides():
    meetings = frame(
        "meetings",
        {"meeting_id": "m", "held_from": "2022-09-15"},
        {"meeting_id": "n", "held_from": "2020-01-01"},
    )
    found = meetings_with_accounts(PASSAGES, meetings)
    assert found[["meeting_id", "sides"]].to_numpy().tolist() == [["m", ["RUS", "CHN"]]]


def test_a_statement_leads_to_the_accounts_of_its_meeting(dataset):
    rows = dataset.statements.set_index("statement_id")
    balanced = rows.loc["putin-2022-09-15-balanced"]
    assert meetings_around(dataset.readouts, dataset.meetings, balanced) == ["2022-09-15-xi-putin"]
    price = rows.loc["price-2022-09-15-striking"]
    assert meetings_around(dataset.readouts, dataset.meetings, price) == []


@pytest.mark.parametrize(("side", "topic"), [("RUS", "ukraine"), ("CHN", "trade")])
def test_samarkand_only_moscow_mentions_ukraine_and_only_beijing_trade(dataset, side, topic):
    aligned = aligned_accounts(dataset.readouts, "2022-09-15-xi-putin", ["RUS", "CHN"])
    assert aligned.set_index("topic").loc[topic, "only"] == side
