"""What the real tables promise; pinned figures make an update deliberate."""

import json
from urllib.parse import urlparse

import pandas as pd
import pytest

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
}


def test_every_table_of_the_contract_is_a_field_of_the_dataset(dataset):
    frames = [name for name, value in vars(dataset).items() if isinstance(value, pd.DataFrame)]
    assert frames == TABLES


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
