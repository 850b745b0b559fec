import pandas as pd
import pytest

from components.figures.claim_lines import LONGEST
from components.figures.claim_ranges import claim_ranges
from components.figures.headlines.claims import gap_sentence, narrowed_words, nothing_beside
from data.questions.claim_gaps import gap
from data.questions.claims import Question, claims_on
from tests.frames import claims

QUESTION = Question(
    "a-war", "RUS", "military", "killed", pd.Timestamp("2022-03-01"), pd.Timestamp("2022-12-31")
)


def figure(*rows: dict, hollow: bool = False, **options):
    answers = claims_on(claims(*rows), QUESTION)
    return claim_ranges(answers, pd.Series(hollow, index=answers.index), **options)


def marks(fig) -> dict[str, tuple]:
    """Give what each mark says: id to place, reach to the left and right, and symbol."""
    found = {}
    for trace in (t for t in fig.data if t.xaxis != "x2" and t.customdata):
        for place, claim_id in enumerate(trace.customdata):
            found[claim_id] = (
                trace.x[place],
                (trace.error_x.arrayminus or [None] * 9)[place],
                (trace.error_x.array or [None] * 9)[place],
                trace.marker.symbol[place],
            )
    return found


def test_each_claim_is_one_mark_from_its_lowest_to_its_highest():
    drawn = marks(
        figure(
            {"claimant": "A", "best": 150, "low": 100, "high": 300},
            {"claimant": "B", "low": 50, "high": 80},
            {"claimant": "C", "low": 25, "qualifier": "more_than"},
        )
    )
    assert drawn["c0"][:3] == (150, 50, 150)
    assert drawn["c1"][:3] == (50, 0, 30)
    assert drawn["c2"][:3] == (25, None, None)


@pytest.mark.parametrize("word", ["unknown", "none_reported", "not_applicable", "withheld"])
def test_a_claim_without_a_number_stands_beside_the_axis(word):
    drawn = figure({"best": 5}, {"claimant": "B", "best": word})
    assert set(marks(drawn)) == {"c0"}
    (beside,) = [trace for trace in drawn.data if trace.xaxis == "x2"]
    assert list(beside.customdata) == ["c1"]
    assert beside.name == f"No number: {word.replace('_', ' ')}"


def test_a_word_keeps_its_place_when_the_numbers_stand_by_powers_of_ten():
    drawn = figure({"best": 5}, {"claimant": "B", "best": "unknown"}, logarithmic=True)
    assert drawn.layout.xaxis.type == "log"
    # By powers of ten, the left edge would lie far off: 0.012 has no place between 0 and 1.
    assert drawn.layout.xaxis2.type in (None, "linear")
    assert tuple(drawn.layout.xaxis2.range) == (0, 1)


def test_the_four_blanks_are_four_marks():
    words = ["unknown", "none_reported", "not_applicable", "withheld"]
    rows = [{"claimant": word, "best": word} for word in words]
    beside = [trace.marker.symbol for trace in figure(*rows).data if trace.xaxis == "x2"]
    assert len(set(beside)) == 4


def test_two_measures_never_share_an_axis():
    rows = claims({"best": 1}, {"best": 2, "measure": "wounded"}).assign(
        lowest=1, highest=1, latest=True
    )
    with pytest.raises(ValueError, match="one measure an axis"):
        claim_ranges(rows, pd.Series([False, False]))


def test_a_part_or_another_period_is_hollow_and_a_retraction_is_struck():
    assert marks(figure({"best": 1}, hollow=True))["c0"][3] == "cross-open"
    assert marks(figure({"best": 1}))["c0"][3] == "cross"
    assert marks(figure({"best": 1, "status": "retracted"}))["c0"][3] == "x-thin-open"


def test_stakes_have_traces_of_their_own():
    drawn = figure({"best": 1, "stake": "own_side"}, {"claimant": "B", "best": 2})
    named = [trace.name for trace in drawn.data if trace.name]
    assert named == ["About its own people", "Independent"]


def test_a_claimants_name_is_literal():
    texts = [note.text for note in figure({"claimant": "<b>A</b>", "best": 1}).layout.annotations]
    assert any("&lt;b&gt;A&lt;/b&gt;" in text for text in texts)


def test_nothing_to_draw_is_said():
    (note,) = figure().layout.annotations
    assert "No claim" in note.text


def test_the_axis_can_run_by_powers_of_ten():
    assert figure({"best": 1}, logarithmic=True).layout.xaxis.type == "log"


def test_the_legend_shows_the_stakes_plain_mark_beside_a_struck_one():
    drawn = figure({"best": 1, "status": "retracted"})
    (entry,) = [trace for trace in drawn.data if trace.name == "Independent"]
    assert entry.marker.symbol == "cross"


def test_the_chosen_claim_is_ringed():
    rings = [t for t in figure({"best": 7}, selected="c0").data if t.marker.symbol == "circle-open"]
    assert [list(ring.x) for ring in rings] == [[7]]


def test_a_line_too_long_for_a_telephone_is_cut_in_two_and_has_the_room():
    short = figure({"claimant": "A", "best": 5})
    long = figure({"claimant": "Somebody of a rather long name", "low": 374_000, "high": 643_000})
    (words,) = [note.text for note in long.layout.annotations if "Somebody" in note.text]
    lines = words.replace("<b>", "").replace("</b>", "").split("<br>")
    assert len(lines) == 2
    assert max(map(len, lines)) <= LONGEST
    assert long.layout.height > short.layout.height


def test_an_end_of_a_range_is_called_one():
    rows = claims_on(
        claims({"claimant": "A", "low": 100, "high": 300}, {"claimant": "B", "best": 200}), QUESTION
    )
    said = gap_sentence(gap(rows), "soldiers killed")
    assert "is 2 times the lower end of another" in said


def test_a_list_of_names_at_an_end_is_not_told_twice():
    rows = claims_on(
        claims(
            {"claimant": "A", "best": 200},
            {"claimant": "B", "best": 150},
            {"claimant": "C", "best": 100, "basis": "official_statement"},
        ),
        QUESTION,
    )
    said = gap_sentence(gap(rows), "soldiers killed")
    assert said.count("by A") == 1
    assert said.endswith("; a list of names alone: 150 by B")


def test_a_line_names_the_newest_total_and_a_part_only_where_there_is_no_total():
    def words(*rows: dict) -> str:
        (line,) = [n.text for n in figure(*rows).layout.annotations if n.text.startswith("A:")]
        return line

    total = {"claimant": "A", "best": 5937, "covers_to": "2022-09-21"}
    part = {"claimant": "A", "best": 71, "covers_to": "2022-10-06", "scope": "period"}
    # Too far from the others' day to be compared, and still a total.
    others = {"claimant": "B", "best": 9000, "covers_to": "2022-12-31"}
    assert "<b>5,937</b>" in words(total, part)
    assert "<b>5,937</b>" in words({**total, "covers_to": "2022-03-02"}, part, others)
    assert "part of" not in words(total, part)
    assert words(part) == "A: <b>71</b>  <i>to 6 Oct 2022, part of the time</i>"


def test_what_was_left_out_is_said():
    assert narrowed_words((), ()) == ""
    assert narrowed_words(("named_list", "media_report"), ()) == (
        "lists of names and media reports only"
    )
    assert narrowed_words(("named_list",), ("a", "b")) == (
        "lists of names only of 2 chosen claimants"
    )
    assert narrowed_words((), ("a",)) == "1 chosen claimant"
    assert nothing_beside("cumulative", 31) == (
        "No other total on this question for a day within 31 days."
    )
    assert nothing_beside("area", 1).startswith("No other figure for part of the area on this")
