from itertools import pairwise

import pandas as pd
import pytest

from components.figures.statement_timeline import CLAIMS, statement_timeline
from components.figures.timeline import Timeline
from components.figures.timeline_frame import LANE
from data.questions.timeline import frame_of, in_lanes, laid_out
from tests.frames import claims, frame, statements

PERIOD = (pd.Timestamp("2022-01-01"), pd.Timestamp("2023-12-31"))
NO_FRAME = frame_of(frame("conflicts"), frame("summits"), *PERIOD)


def drawn(rows: pd.DataFrame, by: str = "country", period=PERIOD, **options):
    sorted_in, lanes = in_lanes(rows, by, pd.Series(dtype=str))
    laid = laid_out(sorted_in, "statement_id", *period)
    shown = Timeline(laid, lanes, ["sco", "ukraine"], period, NO_FRAME)
    return statement_timeline(shown, lane_is=by, **options)


def ids(figure) -> list[str]:
    return sorted(i for trace in figure.data for i in (trace.customdata or []))


def test_every_statement_is_one_mark_in_its_lane():
    figure = drawn(statements({}, {"country": "CHN"}, {"country": "CHN;RUS"}))
    assert ids(figure) == ["s0", "s1", "s2"]


def test_a_topic_has_a_colour_and_a_shape_of_its_own():
    figure = drawn(statements({}, {"topics": "ukraine"}, {"topics": "energy"}))
    marks = {trace.name: (trace.marker.color, trace.marker.symbol) for trace in figure.data}
    assert set(marks) == {"SCO", "Ukraine", "Other topics"}
    assert len({colour for colour, _ in marks.values()}) == 3
    assert len({symbol for _, symbol in marks.values()}) == 3


def test_marks_of_one_slot_stand_beside_each_other():
    (trace,) = drawn(statements({}, {}, {})).data
    assert len(set(trace.y)) == 3


def test_a_crowded_slot_is_one_number_that_leads_to_it():
    figure = drawn(statements(*({"said_on": "2022-09-15"} for _ in range(6))))
    box, number = figure.data
    assert number.text == ("6",)
    assert box.customdata == ("from=2022-08-15&to=2022-10-09&country=RUS",)


def test_in_lanes_of_speakers_a_number_leads_to_the_speaker():
    figure = drawn(statements(*({"speaker": "A & B"} for _ in range(6))), by="speaker")
    assert figure.data[0].customdata[0].endswith("&speaker=A+%26+B")


@pytest.mark.parametrize("count", [1, 6])
def test_the_chosen_statement_is_ringed_alone_or_in_its_number(count):
    rows = statements(*({} for _ in range(count)))
    assert len(drawn(rows, selected="s0").data) == len(drawn(rows).data) + 1


def test_a_day_spreads_its_statements_within_it():
    on = pd.Timestamp("2022-09-15")
    figure = drawn(statements(*({} for _ in range(5))), period=(on, on))
    (trace,) = figure.data
    assert len(set(zip(trace.x, trace.y, strict=True))) == 5
    assert all(x.startswith("2022-09-15T") for x in trace.x)


def test_words_in_a_hover_box_are_literal():
    hover = drawn(statements({"text": "<script>", "speaker": "<i>"})).data[0].hovertext[0]
    assert "<script>" not in hover
    assert "&lt;i&gt;" in hover


def test_casualty_claims_stand_in_a_lane_of_their_own_and_open_their_card():
    rows = claims({"best": 34000}, {"best": 5, "said_on": "2023-01-01"}).assign(lane=CLAIMS)
    figure = drawn(statements({}), claims=laid_out(rows, "claim_id", *PERIOD))
    assert [i for i in ids(figure) if "claim=" in i] == ["claim=c0", "claim=c1"]
    (lane,) = [trace for trace in figure.data if trace.name == "Casualty claims"]
    assert set(lane.y) == {1.08}
    assert "34,000 killed" in lane.hovertext[0]


def test_wars_and_summits_are_shaded_through_all_lanes_and_named():
    behind = frame_of(
        frame("conflicts", {"name": "A long war"}),
        frame(
            "summits",
            {"summit_id": "s", "city": "Samarkand", "held_from": "2022-09-15",
             "held_to": "2022-09-16"},
        ),
        *PERIOD,
    )  # fmt: skip
    rows, lanes = in_lanes(statements({}), "country", pd.Series(dtype=str))
    laid = laid_out(rows, "statement_id", *PERIOD)
    figure = statement_timeline(Timeline(laid, lanes, ["sco"], PERIOD, behind))
    shaded = [(s.x0, s.x1) for s in figure.layout.shapes if s.type == "rect"]
    assert ("2022-09-15", "2022-09-17") in shaded
    assert ("2022-02-24", "2024-01-01") in shaded
    assert "A long war" in {note.text for note in figure.layout.annotations}
    assert ("Samarkand 2022",) in [trace.text for trace in figure.data]


def test_no_statement_is_said():
    (note,) = drawn(statements()).layout.annotations
    assert note.text == "No statement matches."


def test_ten_thousand_statements_stay_a_light_figure():
    days = pd.date_range("2001-06-15", "2026-05-20", periods=10_000)
    rows = statements({}).loc[[0] * 10_000].reset_index(drop=True)
    rows = rows.assign(
        statement_id=[f"s{n}" for n in range(10_000)],
        said_on=days.normalize(),
        country=[("RUS", "CHN", "IND", "USA", "UKR")[n % 5] for n in range(10_000)],
    )
    figure = drawn(rows, period=(days[0].normalize(), days[-1].normalize()))
    assert len(figure.to_json()) < 100_000


def behind(*wars: dict, summits: tuple[str, ...] = ()):
    """Draw one statement before wars and summits."""
    met = ({"summit_id": s, "city": "Tashkent", "held_from": s, "held_to": s} for s in summits)
    found = frame_of(frame("conflicts", *wars), frame("summits", *met), *PERIOD)
    rows, lanes = in_lanes(statements({}), "country", pd.Series(dtype=str))
    laid = laid_out(rows, "statement_id", *PERIOD)
    return statement_timeline(Timeline(laid, lanes, ["sco"], PERIOD, found))


def test_every_war_is_named_in_full_on_a_line_of_its_own():
    wars = [
        {"conflict": "a", "name": "One war, since June", "from": "2022-06-01"},
        {"conflict": "b", "name": "Another", "from": "2022-06-01", "to": "2022-06-03"},
        {"conflict": "c", "name": "A late one, of a day", "from": "2023-12-30"},
        {"conflict": "d", "name": "All the time", "from": "2021-01-01"},
    ]
    names = [n for n in behind(*wars).layout.annotations if n.y < -0.5]
    assert {n.text for n in names} == {"One war", "Another", "A late one", "All the time"}
    lines = sorted(n.y for n in names)
    assert min(b - a for a, b in pairwise(lines)) * LANE > 15
    anchors = {n.text: (n.xanchor, n.yanchor) for n in names}
    assert anchors["A late one"] == ("right", "middle")
    assert anchors["Another"] == ("left", "middle")
    assert anchors["All the time"][1] == "bottom"


def test_summits_are_named_where_every_name_has_room_on_a_phone():
    def named(*days):
        (trace,) = [t for t in behind(summits=days).data if t.name == "SCO summit"]
        return trace.text

    assert named("2022-09-15", "2023-07-04") == ("Tashkent 2022", "Tashkent 2023")
    assert named("2022-09-15", "2022-10-15", "2022-11-15") is None


def test_a_number_stands_in_a_box_as_long_as_its_slot():
    figure = drawn(statements(*({"said_on": "2022-09-15"} for _ in range(6))), selected="s0")
    box, number, ring = figure.data
    days = pd.Timedelta(box.width[0], unit="ms")
    first = pd.Timestamp(box.x[0]) - days / 2
    assert (first, first + days) == (pd.Timestamp("2022-08-15"), pd.Timestamp("2022-10-10"))
    assert (ring.x, ring.width, ring.base) == (box.x, box.width, box.base)
    assert number.x == box.x


def test_a_wars_name_ends_with_its_bar_where_it_would_run_off_the_edge():
    long = "A war with a name too long for either side of it"
    (name,) = [
        n for n in behind({"name": long, "from": "2023-01-01"}).layout.annotations if n.text == long
    ]
    assert (name.xanchor, name.yanchor) == ("right", "bottom")
