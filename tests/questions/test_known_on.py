"""Rewinding: nothing said or published after the day is left anywhere."""

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from components.answers import VIEWS, ask
from components.exports.tables.csv_file import csv_bytes
from data.questions.known_on import known_on

DAYS = st.dates(pd.Timestamp("1996-04-26").date(), pd.Timestamp("2026-11-24").date())
EXAMPLES = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
TELLS_NOTHING = {("sources", "accessed_on"), ("claims", "recorded_on"), ("sources", "published_on")}
"""Days on which we read a page or wrote a row; a page's own day is held against its rows."""
COUNTED_FROM_THEIR_OWN_DAY = {"memberships", "summits", "conflicts", "meetings", "offices", "votes"}
"""What happened in public: known from its day on, though the page that we cite came later."""
OF_NO_DAY = {"countries"}
"""Codes and names of the base map."""


@pytest.fixture(scope="module")
def rewound(dataset):
    kept = {}

    def rewind(day):
        return kept.setdefault(day, known_on(dataset, day))

    return rewind


@given(DAYS)
@EXAMPLES
def test_no_row_of_any_table_is_dated_published_or_noted_after_the_day(rewound, day):
    day = pd.Timestamp(day)
    data = rewound(day)
    published = data.sources.set_index("source_id")["published_on"]
    for resource in data.package["resources"]:
        table = resource["name"]
        frame = getattr(data, table)
        for field in resource["schema"]["fields"]:
            place = (table, field["name"])
            if field["type"] == "date" and place not in TELLS_NOTHING:
                assert not (frame[field["name"]] > day).any(), place
        counts_by_page = table not in {*COUNTED_FROM_THEIR_OWN_DAY, *OF_NO_DAY}
        if "source_id" in frame and table != "sources" and counts_by_page:
            assert not (frame["source_id"].map(published) > day).any(), table
        if "note" in frame:
            assert (frame["note"] == "").all(), table


@given(DAYS)
@EXAMPLES
def test_every_row_left_still_has_its_source(rewound, day):
    data = rewound(pd.Timestamp(day))
    known = set(data.sources["source_id"])
    for table in ("claims", "statements", "wordings", "claim_sources", "claim_links"):
        assert set(getattr(data, table)["source_id"]) <= known, table


def later_words(dataset, day: pd.Timestamp) -> set[str]:
    """Give ids and words that exist only in rows said after the day."""
    later = dataset.claims[dataset.claims["said_on"] > day]
    spoken = dataset.statements[dataset.statements["said_on"] > day]
    return {*later["claim_id"], *spoken["statement_id"]}


@given(
    day=DAYS,
    link=st.fixed_dictionaries(
        {},
        optional={
            "whose": st.sampled_from(["RUS", "UKR", "PRK"]),
            "measure": st.sampled_from(["killed", "killed_and_wounded"]),
            "chart": st.sampled_from(["gap", "time", "drift"]),
            "clock": st.sampled_from(["said", "covers"]),
            "basis": st.sampled_from(["named_list", "official_statement"]),
        },
    ),
)
@EXAMPLES
def test_nothing_said_later_reaches_a_picture_a_sentence_or_a_file(dataset, rewound, day, link):
    day = pd.Timestamp(day)

    def load(asked):
        return dataset if asked is None else rewound(asked)

    later = later_words(dataset, day)
    for view in VIEWS:
        chosen = {name: [value] for name, value in link.items()}
        said = ask(view, {**chosen, "asof": [f"{day:%Y-%m-%d}"]}, load)
        shown = " ".join(
            [
                said.title,
                said.subtitle,
                *(picture.alt + picture.figure.to_json() for picture in said.pictures),
                csv_bytes(said.rows).decode("utf-8"),
            ]
        )
        tokens = set(shown.replace('"', " ").replace(",", " ").split())
        assert not later & tokens, view


def test_a_retraction_not_yet_made_leaves_its_claim_standing(dataset):
    claims = dataset.claims.set_index("claim_id")
    replaced = claims[claims["status"].isin(["retracted", "corrected", "superseded"])]
    successor = {
        row.supersedes: row.Index for row in claims.itertuples() if row.supersedes in replaced.index
    }
    earlier, later = next(
        (old, new)
        for old, new in successor.items()
        if claims.loc[new, "said_on"] > claims.loc[old, "said_on"] + pd.Timedelta(days=2)
        and claims.loc[old, "said_on_precision"] == "day"
    )
    before = known_on(dataset, claims.loc[later, "said_on"] - pd.Timedelta(days=1))
    standing = before.claims.set_index("claim_id")["status"].get(earlier)
    assert standing in ("stands", None)
    after = known_on(dataset, dataset.reviewed_on)
    assert after.claims.set_index("claim_id")["status"][earlier] != "stands"


def test_a_revised_series_shows_the_value_as_published_then(dataset):
    day = pd.Timestamp("2026-07-01")
    claims = known_on(dataset, day).claims
    of_model = claims[
        (claims["claimant"] == "The Economist")
        & (claims["measure"] == "killed")
        & (claims["covers_to"] == pd.Timestamp("2026-03-20"))
    ]
    assert list(of_model["best"]) == [332_000]
    assert list(of_model["status"]) == ["stands"]


def test_a_status_not_yet_ended_has_no_end(dataset):
    before = known_on(dataset, pd.Timestamp("2017-06-08")).memberships
    india = before[before["country"] == "IND"]
    assert list(india["status"]) == ["observer"]
    assert india["valid_to"].isna().all()


def test_a_claim_dated_to_a_month_is_known_when_the_month_has_ended(dataset):
    vague = dataset.claims[dataset.claims["said_on_precision"] == "month"].iloc[0]
    within = vague["said_on"] + pd.Timedelta(days=20)
    assert vague["claim_id"] not in set(known_on(dataset, within).claims["claim_id"])


def test_today_everything_is_known(dataset):
    today = known_on(dataset, dataset.reviewed_on)
    assert len(today.claims) >= len(dataset.claims) - 1
    assert len(today.memberships) == len(dataset.memberships)


def test_a_figure_withdrawn_the_same_day_is_never_shown_as_standing(dataset):
    claims = known_on(dataset, pd.Timestamp("2022-09-15")).claims.set_index("claim_id")
    withdrawn = claims[claims["claimant"] == "Komsomolskaya Pravda"]
    assert len(withdrawn) == 2
    assert set(withdrawn["status"]) == {"retracted"}


def test_a_vote_is_known_on_the_day_it_was_taken(dataset):
    before = known_on(dataset, pd.Timestamp("2022-03-01"))
    after = known_on(dataset, pd.Timestamp("2022-03-02"))
    assert "ES-11/1" not in set(before.votes["resolution"]) | set(before.resolutions["resolution"])
    assert (after.votes["resolution"] == "ES-11/1").sum() == 193
    assert set(after.votes["note"]) <= {""}


def test_an_edition_of_statistics_is_not_known_before_it_appeared(dataset):
    published = dataset.sources.set_index("source_id")["published_on"]
    day = pd.Timestamp("2026-03-19")
    rows = known_on(dataset, day).indicators
    assert not (rows["source_id"].map(published) > day).any()
    assert "worldbank-wdi-gdp-2026-03" not in set(rows["source_id"])
    later = known_on(dataset, dataset.reviewed_on).indicators
    assert "worldbank-wdi-gdp-2026-03" in set(later["source_id"])
    assert (pd.to_numeric(later["year"]) <= 2025).all()


def test_an_office_not_yet_left_has_no_end(dataset):
    rows = known_on(dataset, pd.Timestamp("2022-09-15")).offices
    wang = rows[(rows["person"] == "Wang Yi") & (rows["country"] == "CHN")]
    assert list(wang["held_to"].isna()) == [True]


def test_true_on_and_known_on_are_two_clocks(dataset):
    def load(asked):
        return dataset if asked is None else known_on(dataset, asked)

    then = ask("members", {"on": ["2005-07-04"], "asof": ["2022-09-15"]}, load)
    assert then.title.startswith("The SCO had 6 members and 1 observer on 4 July 2005")
    assert then.ignored == ()
    later = ask("members", {"on": ["2024-01-01"], "asof": ["2022-09-15"]}, load)
    assert [ignored.name for ignored in later.ignored] == ["on"]
