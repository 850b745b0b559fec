"""Claims over time: what stands on the axis beside the claims."""

import pandas as pd

from components.figures.claims_over_time import claims_over_time
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
