import pandas as pd
import pytest

from data.questions.votes import VOTES, agreement, pair_agreement, roll, vote_matrix
from tests.frames import frame

VOTED = frame(
    "votes",
    {"resolution": "R/1", "country": "RUS", "vote": "no"},
    {"resolution": "R/1", "country": "CHN", "vote": "abstain"},
    {"resolution": "R/1", "country": "UZB", "vote": "not_voting"},
    {"resolution": "R/2", "country": "RUS", "vote": "no"},
    {"resolution": "R/2", "country": "CHN", "vote": "no"},
    {"resolution": "R/2", "country": "UZB", "vote": "abstain"},
)
RESOLUTIONS = frame(
    "resolutions",
    {"resolution": "R/1", "adopted_on": "2022-03-02"},
    {"resolution": "R/2", "adopted_on": "2022-04-07"},
)


def test_the_newest_resolution_comes_first_and_an_unknown_vote_is_blank():
    matrix = vote_matrix(VOTED, RESOLUTIONS, ["RUS", "UZB", "TJK"])
    assert list(matrix.index) == ["R/2", "R/1"]
    assert matrix.loc["R/1", "UZB"] == "not_voting"
    assert list(matrix["TJK"]) == ["", ""]


def test_not_voting_is_compared_with_nothing():
    pairs = agreement(VOTED, ["CHN", "RUS", "UZB"]).set_index(["a", "b"])
    assert tuple(pairs.loc[("CHN", "RUS")]) == (1, 2)
    assert tuple(pairs.loc[("RUS", "UZB")]) == (0, 1)
    assert pair_agreement(VOTED, "CHN", "RUS") == (1, 2)


def test_a_roll_begins_with_those_against():
    rows = roll(VOTED, "R/1", ["CHN", "RUS", "TJK", "UZB"])
    assert list(zip(rows["country"], rows["vote"], strict=True)) == [
        ("RUS", "no"),
        ("CHN", "abstain"),
        ("UZB", "not_voting"),
        ("TJK", ""),
    ]


def test_every_full_roll_adds_up_to_the_official_totals(dataset):
    votes = dataset.votes
    full = [code for code, rows in votes.groupby("resolution") if len(rows) == 193]
    assert len(full) >= 23
    facts = dataset.resolutions.set_index("resolution")
    for code in full:
        counts = votes[votes["resolution"] == code]["vote"].value_counts()
        for vote in VOTES:
            assert counts.get(vote, 0) == facts.loc[code, f"votes_{vote}"], (code, vote)


# Official totals as the United Nations' own releases and other pages print them, for a few
# resolutions: press releases GA/11493 (68/262), GA/12407 (ES-11/1), GA/12458 (ES-11/4).
@pytest.mark.parametrize(
    ("resolution", "yes", "no", "abstain"),
    [("68/262", 100, 11, 58), ("ES-11/1", 141, 5, 35), ("ES-11/4", 143, 5, 35)],
)
def test_the_totals_are_those_of_the_press_releases(dataset, resolution, yes, no, abstain):
    row = dataset.resolutions.set_index("resolution").loc[resolution]
    assert (row["votes_yes"], row["votes_no"], row["votes_abstain"]) == (yes, no, abstain)


def test_every_member_has_a_sourced_vote_on_at_least_twelve_resolutions(dataset):
    members = set(dataset.memberships.query("status == 'member'")["country"])
    known = set(dataset.sources["source_id"])
    rows = dataset.votes[dataset.votes["country"].isin(members)]
    assert set(rows["source_id"]) <= known
    assert (rows.groupby("country").size() >= 12).all()
    assert rows["country"].nunique() == 10


def test_the_real_question_has_its_answer(dataset):
    members = sorted(set(dataset.memberships.query("status == 'member'")["country"]))
    rows = roll(dataset.votes, "ES-11/1", members).set_index("country")["vote"]
    assert set(rows.index[rows == "no"]) == {"BLR", "RUS"}
    assert set(rows.index[rows == "abstain"]) == {
        "CHN", "IND", "IRN", "KAZ", "KGZ", "PAK", "TJK",
    }  # fmt: skip
    assert rows["UZB"] == "not_voting"
    assert isinstance(rows, pd.Series)
