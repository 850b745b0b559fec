"""Claims over time: what stands on the axis beside the claims."""

import pandas as pd

from components.figures.claims_over_time import claims_over_time
from components.figures.line_names import FreeNames, Mark
from data.questions.claims import Question, over_time
from tests.frames import claims, frame

WAR = Question(
    "a-war", "RUS", "military", "killed", pd.Timestamp("2022-03-01"), pd.Timestamp("2026-03-01")
)


def test_days_of_changed_methods_that_lie_close_share_one_name():
    rows = over_time(
        claims({"best": 1, "said_on": "2022-03-01"}, {"best": 2, "said_on": "2026-03-01"}),
        WAR,
        "said",
    )
    days = ["2023-01-01", "2025-12-20", "2026-01-01", "2026-01-10"]
    changes = frame(
        "method_changes", *({"series": "s", "changed_on": on, "what": "w"} for on in days)
    )
    drawn = claims_over_time(rows, changes)
    names = [note.text for note in drawn.layout.annotations if note.text.startswith("M")]
    assert names == ["M1", "M2–M4"]
    assert len(drawn.layout.shapes) == 4


def test_names_on_an_axis_of_powers_of_ten_stand_at_their_lines_ends():
    rows = over_time(
        claims(
            *(
                {"claimant": who, "best": best, "said_on": f"2022-0{month}-01"}
                for who, best in [("A", 10), ("B", 30), ("C", 10_000)]
                for month in (3, 4)
            )
        ),
        WAR,
        "said",
    )
    named = claims_over_time(rows, frame("method_changes"), logarithmic=True).layout.annotations
    # Ends that a plain axis would lay on each other lie apart here, and are all named.
    assert {n.text: round(n.y, 2) for n in named} == {"A": 1, "B": 1.48, "C": 4}


def test_a_name_stands_on_the_side_of_its_lines_end_that_has_room():
    early = [{"claimant": "Early", "best": 5, "said_on": f"2022-0{m}-01"} for m in (3, 4)]
    late = [{"claimant": "Late", "best": 9, "said_on": f"2025-0{m}-01"} for m in (3, 4)]
    rows = over_time(claims(*early, *late), WAR, "said")
    named = claims_over_time(rows, frame("method_changes")).layout.annotations
    assert {n.text: n.xanchor for n in named} == {"Early": "left", "Late": "right"}


def test_names_of_days_that_would_touch_on_a_phone_stand_on_two_lines():
    rows = over_time(
        claims({"best": 1, "said_on": "2022-03-01"}, {"best": 2, "said_on": "2026-03-01"}),
        WAR,
        "said",
    )
    changes = frame(
        "method_changes",
        *(
            {"series": "s", "changed_on": on, "what": "w"}
            for on in ("2023-01-01", "2023-06-01", "2023-11-01", "2025-06-01")
        ),
    )
    notes = claims_over_time(rows, changes).layout.annotations
    assert [bool(note.yshift) for note in notes if note.text.startswith("M")] == [
        False,
        True,
        False,
        False,
    ]


def test_a_name_lies_over_no_mark_and_no_other_name_on_a_phone_or_a_page():
    names = FreeNames([Mark(0.5, 0.5, 0.5, 0.5), Mark(0.6, 0.5, 0.4, 0.6)])
    end = Mark(0.5, 0.5, 0.5, 0.5)
    # The mark to the right is in the way on a phone, so the name goes above and to the left.
    assert names.place("Someone", end)["xanchor"] == "right"
    assert names.place("Someone else", end)["yanchor"] == "top"
    crowd = FreeNames([Mark(x / 20, y / 20, 0, 1) for x in range(21) for y in range(21)])
    assert crowd.place("Someone", end) == {}


def test_a_line_amid_a_crowd_of_marks_goes_unnamed():
    line = [{"claimant": "A", "best": 500, "said_on": f"2022-0{month}-15"} for month in (4, 5)]
    crowd = [
        {"claimant": f"S{month}{best}", "best": best, "said_on": f"2022-0{month}-{day}"}
        for best in range(0, 1001, 20)
        for month in (3, 4, 5, 6)
        for day in range(10, 30, 2)
    ]
    rows = over_time(claims(*line, *crowd), WAR, "said")
    # Each of the crowd is a line of one mark, which never carries a name.
    single = pd.Series([f"{n}" for n in range(len(rows))], index=rows.index)
    rows = rows.assign(line=rows["line"].where(rows["claimant"] == "A", single))

    def names(drawn: pd.DataFrame) -> list[str]:
        notes = claims_over_time(drawn, frame("method_changes")).layout.annotations
        return [note.text for note in notes]

    assert names(rows[rows["claimant"] == "A"]) == ["A"]
    assert names(rows) == []
