"""What the real tables promise; pinned figures make an update deliberate."""

import json
from urllib.parse import urlparse

import pandas as pd
import pytest
from rapidfuzz import fuzz

import data
from data.questions.known_on import cited

PACKAGE = json.loads((data.FOLDER / "datapackage.json").read_text(encoding="utf-8"))
TABLES = [resource["name"] for resource in PACKAGE["resources"]]
# No fewer than these: a drop means that rows were lost.
AT_LEAST = {
    "claims": 450,
    "statements": 400,
    "wordings": 280,
    "memberships": 53,
    "summits": 31,
    "sources": 1000,
    "conflicts": 8,
    "readouts": 99,
    "article": 33,
}


def test_every_table_of_the_contract_is_a_field_of_the_dataset(dataset):
    frames = [name for name, value in vars(dataset).items() if isinstance(value, pd.DataFrame)]
    assert sorted(frames) == sorted(TABLES)


def test_every_table_file_is_in_the_contract():
    assert {path.stem for path in data.FOLDER.glob("*.csv")} == set(TABLES)


@pytest.mark.parametrize("table", sorted(AT_LEAST))
def test_no_rows_are_lost(dataset, table):
    assert len(getattr(dataset, table)) >= AT_LEAST[table]


def test_every_source_carries_a_row(dataset):
    unused = set(dataset.sources["source_id"]) - set(cited(dataset)["source_id"])
    assert not unused


def test_no_address_stands_twice(dataset):
    urls = dataset.sources["url"].str.rstrip("/")
    assert not list(urls[urls.duplicated()])


def test_every_address_names_a_host(dataset):
    hosts = dataset.sources["url"].map(lambda url: urlparse(url).hostname or "")
    assert hosts.str.contains(".", regex=False).all()


def test_no_source_was_read_after_the_review(dataset):
    assert (dataset.sources["accessed_on"] <= dataset.reviewed_on).all()
    assert not (dataset.sources["published_on"] > dataset.reviewed_on).any()


def test_every_licence_is_explained_in_the_contract(dataset):
    explained = {source["licence"] for source in PACKAGE["sources"]}
    assert set(dataset.sources["licence"]) <= explained


def test_every_field_is_explained_in_the_contract():
    for resource in PACKAGE["resources"]:
        for field in resource["schema"]["fields"]:
            assert field["description"].strip(), (resource["name"], field["name"])


def test_the_ten_members_and_seventeen_partners_of_today(dataset):
    rows = dataset.memberships
    today = rows[rows["valid_to"].isna()].groupby("status")["country"].nunique()
    assert today.to_dict() == {"member": 10, "sco_partner": 17}


def test_the_articles_sum_stands_with_its_two_parts(dataset):
    links = dataset.claim_links
    sums = links[links["relation"] == "adds"].groupby("claim_id")["related_claim_id"].apply(set)
    claims = dataset.claims.set_index("claim_id")
    totals = {
        int(claims.loc[whole, "best"]): sorted(int(claims.loc[part, "best"]) for part in parts)
        for whole, parts in sums.items()
        if len(parts) == 2 and claims.loc[[whole, *parts], "best"].notna().all()
    }
    assert totals.get(34000) == [9000, 25000]


def test_every_claim_and_statement_has_a_source_that_exists(dataset):
    known = set(dataset.sources["source_id"])
    for table in ("claims", "statements", "wordings", "memberships", "summits"):
        assert set(getattr(dataset, table)["source_id"]) <= known


SCO_LEADERS = {
    "CHN": "Xi Jinping",
    "RUS": "Vladimir Putin",
    "KAZ": "Kassym-Jomart Tokayev",
    "KGZ": "Sadyr Japarov",
    "TJK": "Emomali Rahmon",
    "UZB": "Shavkat Mirziyoyev",
    "IND": "Narendra Modi",
    "PAK": "Shehbaz Sharif",
    "IRN": "Masoud Pezeshkian",
    "BLR": "Alexander Lukashenko",
}
OUTSIDE = {"UNO", "USA", "EUE", "XNT", "UKR", "TUR"}


def test_every_members_leader_speaks_and_outside_voices_do(dataset):
    speakers = dataset.statements.groupby("speaker").size()
    assert set(SCO_LEADERS.values()) <= set(speakers.index)
    voices = set(dataset.statements["country"].str.split(";").explode())
    assert voices >= OUTSIDE | set(SCO_LEADERS)


def test_originals_and_official_records_are_many(dataset):
    rows = dataset.statements
    assert (rows["original_text"] != "").sum() >= 150
    kinds = rows["source_id"].map(dataset.sources.set_index("source_id")["kind"])
    official = kinds.isin(["official_transcript", "official_readout"])
    assert official.sum() >= 90
    assert (official | kinds.isin(["official_statement", "official_document"])).sum() >= 130
    assert set(range(2001, 2027)) <= set(rows["said_on"].dt.year)


# Numbers that are no casualty figure, or no exact one: looked at one by one.
NO_FIGURE = {
    "sco-2025-09-01-pahalgam",  # the day of an attack
    "zelenskyy-2025-08-30-no-positive-signal",  # "dozens"
    "zelenskyy-2026-02-24-thousands",  # "thousands"
}


def test_every_statement_with_a_figure_leads_to_one_claim_and_back(dataset):
    rows = dataset.statements
    hurt = rows["text"].str.contains(
        r"\b(?:killed|dead|wounded|casualt|gave their lives)", regex=True
    )
    number = rows["text"].str.contains(r"\d|dozens|thousands", case=False, regex=True)
    with_figure = rows[hurt & number & ~rows["statement_id"].isin(NO_FIGURE)]
    assert len(with_figure) >= 2
    assert (with_figure["claim_id"] != "").all(), list(with_figure["statement_id"])
    linked = rows[rows["claim_id"] != ""]
    assert not linked["claim_id"].duplicated().any()
    claims = dataset.claims.set_index("claim_id").loc[linked["claim_id"]]
    assert list(claims["source_id"]) == list(linked["source_id"])


def test_no_utterance_stands_twice(dataset):
    """Of one speaker and day, no two texts hold nearly the same words."""
    for _, same_day in dataset.statements.groupby(["speaker", "said_on"]):
        texts = list(same_day["text"])
        for place, text in enumerate(texts):
            for other in texts[place + 1 :]:
                assert fuzz.token_set_ratio(text, other) < 85 or fuzz.ratio(text, other) < 60


ARTICLE_ITEMS = {
    "Xi Jinping", "Vladimir Putin", "Sergey Lavrov", "Chinese government statement", "Ned Price",
    "Biden administration", "'one political observer'", "Matthew Sussex", "Xiaoyu Pu",
    "Xinhua (quoting Xi)", "New York Times (August report)", "Moscow",
}  # fmt: skip


def test_every_voice_of_the_article_has_a_row(dataset):
    rows = dataset.article
    assert set(rows["credited_to"]) >= ARTICLE_ITEMS
    assert list(rows["position"]) == list(range(1, len(rows) + 1))
    findings = rows.set_index("article_id")["finding"]
    assert findings["eight-members"] == "true_then_changed_since"
    assert findings["new-york-times-figure"] == "credited_source_not_found"
    assert findings["unnamed-observer"] == "one_source_shown_as_two"
    assert findings["sussex-needs"] == "meaning_reversed"
    assert findings["putin-big-powers"] == "speaker_swapped"
    assert "no-weapons-cheap-energy" in findings.index
    unquoted = rows[rows["in_quotation_marks"] == "no"]
    assert "wording_altered" not in set(unquoted["finding"])
    whole = rows[rows["in_quotation_marks"] == "yes"]
    assert "found_in_other_words" not in set(whole["finding"])
    assert rows["passage"].str.split().str.len().max() <= 27


def test_at_least_six_meetings_have_two_accounts(dataset):
    sides = dataset.readouts.groupby("meeting_id")["side"].nunique()
    assert "2022-09-15-xi-putin" in sides.index
    assert len(sides) >= 6
    assert (sides == 2).all()
