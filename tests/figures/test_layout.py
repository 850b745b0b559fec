"""Laying a figure out at once is what Plotly's own updates do one by one."""

import plotly.graph_objects as go

from components.figures.layout import annotate, arrange


def drawn():
    figure = go.Figure(go.Scatter(x=[1], y=[2]))
    figure.update_xaxes(title={"text": "People"}, nticks=6)
    return figure.add_annotation(text="first", x=1, y=2)


def test_parts_are_laid_over_what_stands_there_as_plotly_would():
    parts = {
        "xaxis": {"title": {"font": {"color": "red"}}, "range": [0, 3]},
        "yaxis2": {"overlaying": "y", "range": [0, 1]},
        "geo": {"lonaxis": {"range": [12, 172]}},
        "margin": {"t": 0},
        "height": 300,
        "showlegend": False,
    }
    arranged = arrange(drawn(), **parts)
    assert arranged.to_dict() == drawn().update_layout(**parts).to_dict()
    assert arranged.layout.xaxis.title.text == "People"


def test_notes_stand_beside_those_that_were_there():
    figure = drawn()
    annotate(figure, [{"text": "second", "x": 0, "y": 0}, {"text": "third", "x": 0, "y": 1}])
    assert [note.text for note in figure.layout.annotations] == ["first", "second", "third"]
