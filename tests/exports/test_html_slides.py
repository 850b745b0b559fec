"""Slides as HTML: claims as lines, what is left out in words, keys, votes, lanes, pairs."""

import json
import re
from dataclasses import replace

import pandas as pd
import pytest

from components.exports.html.body import body_html
from components.exports.html.frame import frame_height
from components.exports.html.key import key_html, mark_svg
from components.exports.html.rows import more_html, ranges_html, stacked_html
from components.exports.slides.bars import can_stand_in_rows, reading_order
from components.exports.slides.bodies import Bar, BarsBody, GridBody, PairsBody, RangeBody, Series
from components.exports.slides.evidence import notes_of
from components.exports.slides.reading import body_of
from components.exports.slides.screen_reading import screen_body
from components.figures.palette import STAKE
from components.figures.slide_figures import SMALL, KeyEntry
from components.figures.wording import label
from components.link import read_link
from tests.links import ask, briefing, slide


def html_of(address: str) -> tuple[str, dict]:
    shown = slide(address)
    content, data = body_html(shown, body_of(shown), f"https://sco.example{address}")
    return content, json.loads(data) if data else {}


def bar(identity: str, low: int, high: int, basis: str = "Lists", *, apart: str = "") -> Bar:
    colour = STAKE["opponent"][0]
    words = f"{low}–{high}"
    return Bar(identity, identity, low, None, high, words, "Foe", colour, basis, bool(apart), apart)


def test_what_a_screen_has_no_room_for_is_never_the_ends_of_the_range():
    bars = [
        bar("a", 5, 6),
        bar("b", 9, 9, "Models"),
        bar("part", 1, 99, apart="a part"),
        bar("low", 2, 3, "Models"),
        bar("c", 4, 4),
        bar("high", 8, 20, "Models"),
    ]
    turn = dict(zip([b.claim_id for b in bars], reading_order(bars), strict=True))
    assert sorted(turn.values()) == list(range(6))
    assert {turn["high"], turn["low"]} == {0, 1}
    assert {turn["a"], turn["c"]} == {2, 3}
    assert turn["b"] < turn["part"] == 5


def test_a_side_is_never_shown_by_its_older_figure_alone():
    body = body_of(briefing("samarkand").slides[8])
    ids = [b.claim_id for b in body.bars]
    first = [ids[reading_order(body.bars).index(turn)] for turn in range(2)]
    assert first == [
        "ua-general-staff-2022-09-15-rus-mil-killed",
        "shoigu-2022-09-21-rus-mil-killed",
    ]
    assert {b.claim_id for b in body.bars if b.own_newest} == set(first)
    assert "russia-mod-2022-03-25-rus-mil-killed" not in ids


def test_a_sides_newest_figure_comes_before_what_is_no_end():
    bars = [bar("a", 5, 6), bar("b", 7, 7), bar("high", 9, 9), bar("low", 1, 1)]
    bars.append(replace(bar("newest", 4, 4), own_newest=True))
    order = reading_order(bars)
    assert order[4] == 2


def test_the_longest_bar_takes_the_whole_width_and_a_claim_is_a_door():
    body = RangeBody((bar("a", 50, 100), bar("b", 25, 25)), "people", 3)
    page = ranges_html(body, "alt", [0, None], "https://sco.example/casualties?a=1&b=2")
    first, second = re.findall(r"<li data-order.*?</li>", page)
    assert "left:0.00%;width:50.00%" in first
    assert "left:50.00%;width:50.00%" in first
    assert '<button data-says="0"' in first
    assert "<button" not in second
    (door,) = re.findall(r'<a class="onscreen".*?</a>', page)
    assert "3 more figures are in the data." in door
    assert 'href="https://sco.example/casualties?a=1&amp;b=2" target="_blank"' in door
    assert "hidden" not in door


def test_nothing_left_out_has_no_link_that_leads_nowhere():
    assert 'rel="noopener" hidden></a>' in more_html(0, "bar", "https://sco.example/")


@pytest.mark.parametrize(
    ("address", "lowest", "highest"),
    [("/casualties?whose=UKR", 320, 400), ("/relations", 400, 500), ("/members", 560, 560)],
)
def test_a_frame_is_as_high_as_what_it_shows(address, lowest, highest):
    assert lowest <= frame_height(slide(address)) <= highest


def test_hostile_names_are_text_on_a_slide():
    body = RangeBody((bar("<script>x", 1, 2),), "people", 0)
    assert "<script>" not in ranges_html(body, '"><b>', [None], "")


@pytest.mark.parametrize("deck", ["samarkand", "casualty-claims", "today"])
def test_every_slide_of_claims_says_whose_stake_its_colours_tell(deck):
    seen = 0
    for shown in briefing(deck).slides:
        body = body_of(shown)
        if not isinstance(body, RangeBody):
            continue
        content, _ = body_html(shown, body, "")
        key = content[: content.index("<ol")]
        words = {label("stake", code): colour for code, (colour, _) in STAKE.items()}
        for stake in {b.stake for b in body.bars}:
            assert f'fill="{words[stake]}"' in key
            assert stake.replace("'", "&#x27;") in key
        seen += 1
    assert seen > 0


def test_each_claims_line_leads_to_its_own_source():
    shown = briefing("samarkand").slides[8]
    body = body_of(shown)
    content, _ = body_html(shown, body, "")
    places = [int(n) for n in re.findall(r'data-says="(\d+)"', content)]
    assert len(places) == len(body.bars)
    assert len(set(places)) == len(places)


@pytest.mark.parametrize("symbol", ["square", "diamond-open", "line-ew-open", "cross", "hatch"])
def test_a_key_draws_the_mark_and_writes_the_words(symbol):
    assert len(mark_svg(KeyEntry("w", "#2f7db0", symbol))) > 60
    assert "a &lt; b" in key_html([KeyEntry("a < b", "#2f7db0", symbol)])


def test_a_figure_without_a_key_has_no_list():
    assert key_html([]) == ""


def sizes(node, found=None) -> list[float]:
    found = [] if found is None else found
    if isinstance(node, dict):
        for name, inner in node.items():
            if name in ("font", "tickfont", "textfont") and isinstance(inner, dict):
                found += [inner["size"]] if "size" in inner else []
            sizes(inner, found)
    elif isinstance(node, list):
        for inner in node:
            sizes(inner, found)
    return found


@pytest.mark.parametrize(
    "address",
    [
        "/members",
        "/compare",
        "/compare?show=map",
        "/votes",
        "/meetings",
        "/readouts",
        "/statements",
        "/casualties?chart=time",
        "/casualties?chart=drift",
    ],
)
def test_no_type_in_a_figure_is_smaller_than_a_room_reads(address):
    _, figures = html_of(address)
    assert min(sizes(figures["wide"])) >= SMALL >= 20
    assert figures["wide"]["layout"]["showlegend"] is False


def test_votes_stand_in_a_line_a_state_from_the_oldest():
    _, figures = html_of("/votes")
    names = [name.strip() for name in figures["wide"]["layout"]["yaxis"]["ticktext"]]
    assert "Belarus" in names
    years = figures["wide"]["layout"]["xaxis"]["ticktext"]
    assert years == sorted(years)
    grid = screen_body(slide("/votes"))
    assert isinstance(grid, GridBody)
    marks = sum(len(trace["x"]) for trace in figures["wide"]["data"])
    assert marks == sum(bool(code) and code != "nan" for row in grid.cells for code in row)


def test_one_resolution_shows_its_roll_and_not_the_pattern_of_all():
    content, figures = html_of("/votes?resolution=ES-11/1")
    assert figures == {}
    assert 'data-heading="Vote"' in content


def test_statements_stand_in_few_lanes_and_every_one_is_drawn():
    answer = ask(read_link("/statements?topic=sco"))
    _, figures = html_of("/statements?topic=sco")
    for name in ("wide", "narrow"):
        assert len(figures[name]["layout"]["yaxis"]["ticktext"]) <= 7
        counted = 0
        for trace in figures[name]["data"]:
            texts = trace.get("text")
            counted += sum(map(int, texts)) if texts else len(trace["x"]) * ("text" not in trace)
        assert counted == len(answer.rows)


def test_a_relation_stands_back_to_back_with_every_measure_that_is_known():
    shown = slide("/relations")
    body = screen_body(shown)
    assert isinstance(body, PairsBody)
    needs = shown.answer.needs
    assert len(body.pairs) == needs["measure"].nunique()
    values = [v for pair in body.pairs for v in (pair.left, pair.right) if v is not None]
    assert sorted(values) == sorted(needs["value"].dropna())
    content, _ = html_of("/relations")
    reasons = needs.loc[needs["value"].isna(), "reason"]
    assert all(reason in content for reason in reasons)


def test_stacked_bars_say_each_part_in_words():
    xs = ("War", "Other")
    new, old = Series("New", "#2f7db0", xs, (3, 1)), Series("Superseded", "#7a828c", xs, (1, 0))
    body = BarsBody((new, old), horizontal=True, stacked=True, value_title="")
    assert can_stand_in_rows(body)
    page = stacked_html(body, "alt", "")
    assert "War: <b>4</b> <em>3 new and 1 superseded</em>" in page
    assert "Other: <b>1</b> <em>new</em>" in page


def test_a_day_in_a_table_is_not_broken():
    content, _ = html_of("/downloads")
    assert "<table>" in content
    content, _ = html_of("/about")
    days = set(re.findall(r'<span class="day">(.*?)</span>', content))
    assert days
    assert all(pd.Timestamp(day) for day in days)


def test_the_notes_of_a_page_explain_the_marks_that_the_page_draws():
    shown = slide("/casualties?whose=RUS&population=military&measure=killed")
    body = body_of(shown)
    assert any(bar.best is not None for bar in body.bars)
    notes = notes_of(shown, body, "https://x")
    assert "upright line" in notes
    assert "middle tone" not in notes
