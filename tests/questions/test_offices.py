"""Who held which office on a day: the first day counts, the day of leaving does not."""

import pandas as pd
import pytest

from data.questions.offices import office_of, office_on
from tests.frames import frame, statements


@pytest.mark.parametrize(
    ("person", "on", "office"),
    [
        ("Vladimir Putin", "2001-06-15", "President of Russia"),
        ("Vladimir Putin", "2008-05-06", "President of Russia"),
        ("Vladimir Putin", "2008-05-07", ""),
        ("Vladimir Putin", "2010-06-11", ""),
        ("Vladimir Putin", "2012-05-07", "President of Russia"),
        ("Dmitry Medvedev", "2008-08-28", "President of Russia"),
        ("Dmitry Medvedev", "2012-05-07", ""),
        ("Hu Jintao", "2003-03-14", ""),
        ("Hu Jintao", "2003-03-15", "President of China"),
        ("Xi Jinping", "2013-03-14", "President of China"),
        ("Shavkat Mirziyoyev", "2016-12-13", "Acting President of Uzbekistan"),
        ("Shavkat Mirziyoyev", "2016-12-14", "President of Uzbekistan"),
        ("Sadyr Japarov", "2020-11-10", "Acting President of Kyrgyzstan"),
        ("Sadyr Japarov", "2020-12-01", ""),
        ("Sadyr Japarov", "2022-09-16", "President of Kyrgyzstan"),
        ("Kassym-Jomart Tokayev", "2019-03-19", ""),
        ("Kassym-Jomart Tokayev", "2019-03-20", "President of Kazakhstan"),
        ("Shehbaz Sharif", "2022-09-16", "Prime Minister"),
        ("Shehbaz Sharif", "2023-08-14", ""),
        ("Shehbaz Sharif", "2025-09-01", "Prime Minister"),
        ("Wang Yi", "2022-12-29", "Minister of Foreign Affairs"),
        ("Wang Yi", "2023-01-15", ""),
        ("Wang Yi", "2023-07-25", "Minister of Foreign Affairs"),
        ("Ebrahim Raisi", "2024-05-18", "President of Iran"),
        ("Masoud Pezeshkian", "2024-07-27", ""),
        ("Masoud Pezeshkian", "2025-09-01", "President of Iran"),
        ("Joe Biden", "2025-01-19", "President of the United States"),
        ("Donald Trump", "2023-01-01", ""),
        ("Donald Trump", "2025-09-03", "President of the United States"),
        ("Jens Stoltenberg", "2024-07-10", "Secretary General"),
        ("Mark Rutte", "2024-10-01", "Secretary General"),
        ("Nobody", "2022-01-01", ""),
    ],
)
def test_an_office_is_right_for_the_date(dataset, person, on, office):
    held = office_on(dataset.offices, person, pd.Timestamp(on))
    assert [found.title for found in held] == ([office] if office else [])


def test_where_the_table_is_silent_the_statement_gives_the_office():
    (row,) = [row for _, row in statements({"speaker": "S", "office": "Mayor"}).iterrows()]
    found = office_of(frame("offices"), row)
    assert (found.title, found.source_id) == ("Mayor", "")


def test_no_statement_of_a_known_leader_contradicts_the_table(dataset):
    """Outside the terms in the table, a row must not call somebody plain president."""
    for _, row in dataset.statements.iterrows():
        known = dataset.offices["person"] == row["speaker"]
        if known.any() and not office_on(dataset.offices, row["speaker"], row["said_on"]):
            assert not row["office"].startswith("President"), row["statement_id"]
