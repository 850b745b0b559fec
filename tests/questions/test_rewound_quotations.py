"""Quotations, offices, accounts and the article as they stood on an earlier day."""

import pandas as pd
import pytest

from data.questions.known_on import known_on


@pytest.fixture(scope="module")
def in_2022(dataset):
    return known_on(dataset, pd.Timestamp("2022-12-31"))


def test_what_still_held_is_not_said_to_have_changed(in_2022):
    row = in_2022.article.set_index("article_id").loc["eight-members"]
    assert row["finding"] == "found_in_other_words"
    assert pd.isna(row["changed_on"])
    assert "2023" not in " ".join(map(str, row))


def test_the_article_is_unknown_before_the_month_it_appeared_in_had_ended(dataset):
    assert known_on(dataset, pd.Timestamp("2022-09-15")).article.empty


def test_no_account_of_a_later_meeting_and_no_lone_account(in_2022):
    assert set(in_2022.readouts["meeting_id"]) <= set(in_2022.meetings["meeting_id"])
    assert in_2022.meetings["held_to"].max() <= pd.Timestamp("2022-12-31")
    assert (in_2022.readouts.groupby("meeting_id")["side"].nunique() == 2).all()


def test_an_office_not_yet_left_has_no_end(in_2022):
    rows = in_2022.offices
    raisi = rows[rows["person"] == "Ebrahim Raisi"].iloc[0]
    assert pd.isna(raisi["held_to"])
    assert "Masoud Pezeshkian" not in set(rows["person"])
    assert (rows["note"] == "").all()
