"""Counts of several kinds: what is drawn, in which order, and what is left out."""

import pandas as pd

from components.figures.counted_bars import counted_bars

COLOURS = {"New": "#2f7db0", "Corrected": "#b5772c", "Retracted": "#c2483d"}
COUNTS = pd.DataFrame(
    {"New": [5, 1], "Corrected": [0, 0], "Retracted": [2, 0]}, index=["A <war>", "Another"]
)


def test_each_kind_is_a_part_of_each_subjects_bar_and_kinds_of_none_are_left_out():
    figure = counted_bars(COUNTS, COLOURS, "Nothing.")
    assert [trace.name for trace in figure.data] == ["New", "Retracted"]
    assert list(figure.data[1].x) == [2, 0]
    assert list(figure.data[1].text) == ["2", ""]
    assert figure.layout.barmode == "stack"


def test_a_subject_is_named_with_its_total_and_read_literally():
    figure = counted_bars(COUNTS, COLOURS, "Nothing.")
    words = [annotation.text for annotation in figure.layout.annotations]
    assert words == ["A &lt;war&gt;: <b>7</b>", "Another: <b>1</b>"]
    assert figure.data[0].hovertext[0] == "A &lt;war&gt;: 5 new"


def test_nothing_counted_is_said():
    for counts in (COUNTS.iloc[:0], COUNTS[["Corrected"]]):
        figure = counted_bars(counts, COLOURS, "Nothing changed.")
        assert not figure.data
        assert figure.layout.annotations[0].text == "Nothing changed."


def test_a_part_too_short_for_its_number_carries_none():
    counts = pd.DataFrame({"New": [97, 0], "Retracted": [3, 20]}, index=["A war", "Another"])
    figure = counted_bars(counts, COLOURS, "Nothing.")
    assert [list(trace.text) for trace in figure.data] == [["97", ""], ["", "20"]]
    assert figure.data[1].hovertext[0] == "A war: 3 retracted"
