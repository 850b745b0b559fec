"""Statements, accounts and the article through AppTest."""

import pytest

from tests.views.test_every_view import open_view

ARTICLE_ROWS = 33


def text_of(app) -> str:
    return " ".join([*(m.value for m in app.markdown), *(c.value for c in app.caption)])


def test_a_card_shows_office_translator_wordings_and_what_a_badge_does_not_prove():
    app = open_view("statements.py", statement="putin-2022-09-15-balanced")
    assert not app.exception
    shown = text_of(app).replace("\\", "")
    assert "сбалансированную" in shown
    assert "as put by President of Russia" in shown
    assert "Office on that day** President" in shown
    assert "Other wordings: 8 prints" in shown
    assert "does not prove that the words were said" in shown
    assert "~~appreciate~~" in shown or "~~We appreciate~~" in shown
    labels = [link.proto.label for link in app.get("page_link")]
    assert any(label.startswith("Before") for label in labels)
    assert any(label.startswith("After") for label in labels)


def test_the_steps_walk_in_the_order_of_time():
    app = open_view("statements.py")
    app.button(key="step-next").click().run()
    assert app.query_params["statement"] == "jiang-2001-06-15-concept"
    assert app.button(key="step-previous").disabled
    app.button(key="step-last").click().run()
    assert not app.exception
    assert app.button(key="step-next").disabled
    app.button(key="step-previous").click().run()
    app.button(key="step-first").click().run()
    assert app.query_params["statement"] == "jiang-2001-06-15-concept"


@pytest.mark.parametrize(("words", "marked"), [("ERA OF WAR", "era of war"), ("稳定性", "稳定性")])
def test_matches_are_marked_in_text_and_original(words, marked):
    app = open_view("statements.py", q=words)
    assert not app.exception
    assert f":yellow-background[{marked}]" in text_of(app)


def test_a_figure_leads_to_the_ledger_and_back():
    app = open_view("statements.py", statement="zelenskyy-2024-07-08-missile-strike")
    (link,) = [x for x in app.get("page_link") if x.proto.label == "Its figure among the claims"]
    claim = dict(part.split("=") for part in link.proto.query_string.split("&"))["claim"]
    back = open_view("casualties.py", claim=claim)
    assert not back.exception
    targets = [x.proto.query_string for x in back.get("page_link")]
    assert any("zelenskyy-2024-07-08-missile-strike" in target for target in targets)


def test_a_claim_on_the_timeline_opens_its_card(dataset):
    claim = dataset.claims.iloc[5]
    app = open_view("statements.py", claims="shown", claim=claim["claim_id"])
    assert not app.exception
    assert any(claim["claimant"] in head.value.replace("\\", "") for head in app.header)


def test_nothing_found_is_said_once_and_leaves_no_empty_map():
    app = open_view("statements.py", q="zzzz", country="KGZ")
    assert not app.exception
    assert len(app.get("plotly_chart")) == 1
    assert "Where" not in [header.value for header in app.header]


def test_the_whole_period_comes_back():
    app = open_view("statements.py", **{"from": "2022-01-01", "to": "2022-12-31"})
    (button,) = [b for b in app.button if b.label == "Whole period"]
    button.click().run()
    assert not {"from", "to"} & set(app.query_params)


def test_accounts_stand_side_by_side_and_tell_what_one_side_leaves_out():
    app = open_view("readouts.py")
    assert not app.exception
    shown = text_of(app).replace("\\", "")
    assert app.title[0].value.startswith("In the passages kept here")
    assert "only Russia, in passages kept here" in shown
    assert "only China, in passages kept here" in shown
    assert "Not mentioned in the passages kept here" in shown


def test_another_meeting_goes_into_the_link():
    app = open_view("readouts.py")
    app.selectbox(key="meeting").select("2022-11-14-xi-biden").run()
    assert not app.exception
    assert app.query_params["meeting"] == "2022-11-14-xi-biden"
    assert "United States" in app.title[0].value


def test_every_passage_of_the_article_is_on_the_page_with_its_evidence():
    app = open_view("article.py")
    assert not app.exception
    evidence = [m.value for m in app.markdown if "Evidence: [" in m.value]
    assert len(evidence) == ARTICLE_ROWS
    assert all("](http" in value for value in evidence)


def test_one_passage_has_doors_into_the_map_and_the_ledger():
    app = open_view("article.py", passage="eight-members")
    labels = {link.proto.label: link.proto.query_string for link in app.get("page_link")}
    assert labels["Members on that day"] == "on=2022-09-15"
    (record,) = [m.value for m in app.markdown if "Evidence: [" in m.value]
    assert "“" not in record
    assert "#:~:text=" not in record
    figure = open_view("article.py", passage="new-york-times-figure")
    assert "The figure among the claims" in {x.proto.label for x in figure.get("page_link")}
