"""The small pictures of quotations: years, accounts, findings, marked words."""

import re

import pandas as pd

from components.figures.article_findings import article_findings
from components.figures.marking import mark_differences, mark_matches, words_with_differences
from components.figures.readout_topics import readout_topics
from components.figures.statement_years import statement_years
from data.collation import aligned

PERIOD = (pd.Timestamp("2022-01-01"), pd.Timestamp("2022-12-31"))


def test_a_drag_over_the_years_chooses_a_period_that_is_shaded():
    figure = statement_years(pd.DataFrame({"year": [2021, 2022], "statements": [1, 4]}), PERIOD)
    assert list(figure.data[0].y) == [1, 4]
    assert (figure.layout.dragmode, figure.layout.selectdirection) == ("select", "h")
    assert figure.layout.shapes[0].x0 == "2022-01-01"


def test_years_without_a_statement_are_said():
    empty = pd.DataFrame({"year": [], "statements": []})
    assert statement_years(empty, PERIOD).layout.annotations[0].text == "No statement matches."


def test_a_topic_one_account_lacks_is_an_open_ring():
    rows = pd.DataFrame(
        [
            {"topic": "trade", "left": ["a"], "right": ["b"], "only": ""},
            {"topic": "ukraine", "left": ["c"], "right": [], "only": "RUS"},
        ]
    )
    left, right = readout_topics(rows, ("Russia", "China")).data
    assert list(left.marker.symbol) == ["circle", "circle"]
    assert list(right.marker.symbol) == ["circle", "circle-open"]
    assert right.hovertext[1] == "not mentioned in the passages kept here"


def test_no_account_is_said():
    rows = pd.DataFrame(columns=["topic", "left", "right", "only"])
    assert "No account" in readout_topics(rows, ("", "")).layout.annotations[0].text


def test_a_bar_of_findings_opens_its_passages():
    counts = pd.DataFrame({"finding": ["paraphrase", "wording_altered"], "passages": [2, 5]})
    bars = article_findings(counts, "paraphrase").data[0]
    assert list(bars.customdata) == ["paraphrase", "wording_altered"]
    assert len(set(bars.marker.color)) == 2
    assert article_findings(counts.iloc[:0]).layout.annotations


def test_matches_are_marked_and_all_else_is_literal():
    assert mark_matches("a *b* c", [(2, 5)]) == "a :yellow-background[\\*b\\*] c"
    assert mark_matches("x_y", []) == "x\\_y"


def test_differences_are_marked_struck_or_left_out():
    runs = aligned("a striking word", "a shocking word")
    assert mark_differences(runs) == "a  ~~striking~~ :orange-background[**shocking**] word"
    assert mark_differences(runs, struck=False) == "a :orange-background[**shocking**] word"


def test_the_words_with_differences_are_those_that_the_marks_show():
    runs = aligned("a striking, new word", "a shocking word")
    marked = re.sub(r":orange-background\[\*\*(.*?)\*\*\]|~~", r"\1", mark_differences(runs))
    assert words_with_differences(runs) == marked.replace("\\", "")


def test_signs_around_words_that_differ_are_not_marked():
    shown = mark_differences(aligned("a balanced word", 'a kind of "balanced" word'), struck=False)
    assert shown.replace("\\", "") == 'a :orange-background[**kind of**] "balanced" word'


def test_hostile_words_in_a_print_stay_words():
    shown = mark_differences(aligned("a", "a ](javascript:x) <b>"))
    assert "](" not in shown.replace("\\]\\(", "").replace(":orange-background[", "")
    assert "<b>" not in shown
