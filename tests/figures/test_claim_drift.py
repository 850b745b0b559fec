"""Revisions of a figure: what is said above the marks."""

from components.figures.claim_drift import LETTERS, claim_drift
from data.questions.claims import drift, with_bounds
from tests.frames import claims


def test_every_version_is_told_in_lines_that_a_phone_holds_and_none_lies_on_marks():
    versions = [
        {"claimant": "A long name of a body that counts", "best": 1000 + n,
         "covers_to": on, "said_on": f"2022-06-{n:02}"}
        for on in ("2022-03-01", "2022-04-01")
        for n in range(1, 9)
    ]  # fmt: skip
    figure = claim_drift(drift(with_bounds(claims(*versions))))
    notes = figure.layout.annotations
    for note in notes:
        lines = note.text.split("<br>")
        assert max(map(len, lines[1:])) <= LETTERS
        assert " ".join(lines).count("2022)") == 8
    marks = [trace.y[0] for trace in figure.data]
    first, second = (note.y for note in notes)
    assert first < marks[0] < second < marks[1]
    assert figure.layout.yaxis.range[0] > marks[1]
