import pandas as pd

from components.figures.statement_timeline import statement_timeline
from data.questions.statements import lanes_by_country
from tests.frames import statements


def drawn_ids(figure) -> list[str]:
    return sorted(i for trace in figure.data for i in (trace.customdata or []))


def test_every_statement_is_one_mark_in_its_lane():
    rows, lanes = lanes_by_country(
        statements({}, {"country": "CHN"}, {"country": "CHN;RUS"}), pd.Series(dtype=str)
    )
    figure = statement_timeline(rows, lanes, ["sco"])
    assert drawn_ids(figure) == ["s0", "s1", "s2"]


def test_the_chosen_statement_is_ringed():
    rows, lanes = lanes_by_country(statements({}), pd.Series(dtype=str))
    plain = len(statement_timeline(rows, lanes, ["sco"]).data)
    assert len(statement_timeline(rows, lanes, ["sco"], "s0").data) == plain + 1


def test_words_in_a_hover_box_are_literal():
    rows, lanes = lanes_by_country(
        statements({"text": "<script>", "speaker": "<i>"}), pd.Series(dtype=str)
    )
    hover = statement_timeline(rows, lanes, ["sco"]).data[0].hovertext[0]
    assert "<script>" not in hover
    assert "&lt;i&gt;" in hover


def test_no_statement_is_said():
    rows, lanes = lanes_by_country(statements(), pd.Series(dtype=str))
    (note,) = statement_timeline(rows, lanes, ["sco"]).layout.annotations
    assert note.text == "No statement matches."
