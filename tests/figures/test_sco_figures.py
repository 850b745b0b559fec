"""Pictures of status, votes, indicators, dependence and journeys, from hand-made rows."""

import json
from dataclasses import replace

import pandas as pd
import pytest

from components.figures.base_map import lay_ground
from components.figures.deck_ground import on_a_phone
from components.figures.dependence_bars import dependence_bars
from components.figures.headlines.members import change_lines
from components.figures.headlines.relations import dependence_sentence, travel_sentence
from components.figures.headlines.votes import agreement_title, roll_title
from components.figures.indicator_bars import indicator_bars, missing_words
from components.figures.indicator_lines import indicator_lines
from components.figures.indicator_map import indicator_map
from components.figures.meeting_arcs import meeting_arcs
from components.figures.membership_map import membership_map
from components.figures.sco_wording import boundary_note, short_symbol, unit_words, value_words
from components.figures.status_steps import status_steps
from components.figures.trade_lines import trade_lines
from components.figures.vote_matrix import agreement_matrix, vote_matrix
from data.questions.indicators import series_of
from data.questions.meetings import gatherings, journeys
from data.questions.members import counts_over_time
from data.questions.trade import dependence, goods_by_year
from data.questions.votes import agreement
from data.questions.votes import vote_matrix as matrix_of
from tests.frames import frame
from tests.questions.test_meetings import COUNTRIES as PLACES
from tests.questions.test_meetings import MET, SUMMITS
from tests.questions.test_members import ROWS as MEMBERSHIPS
from tests.questions.test_trade import INDICATORS, TRADE
from tests.questions.test_votes import RESOLUTIONS, VOTED

NAMES = pd.Series(
    {"CHN": "China", "RUS": "Russia", "UZB": "Uzbekistan", "TJK": "Tajikistan", "IND": "India"}
)
STATES = frame(
    "countries",
    {"country": "CHN", "name": "China", "kind": "state", "lat": 39.9, "lon": 116.4},
    {"country": "IND", "name": "India", "kind": "state", "lat": 28.6, "lon": 77.2},
    {"country": "PAK", "name": "Pakistan", "kind": "state", "lat": 33.7, "lon": 73.0},
    {"country": "UZB", "name": "Uzbekistan", "kind": "state", "lat": 41.3, "lon": 69.2},
    {
        "country": "XJK",
        "name": "Jammu and Kashmir (disputed)",
        "kind": "disputed_area",
        "parties": "IND;PAK",
    },
)
GDP = {"indicator": "gdp_current_usd"}
VALUES = frame(
    "indicators",
    {**GDP, "country": "CHN", "year": 2018, "value": 1.0},
    {**GDP, "country": "CHN", "year": 2019, "value": 2.0},
    {**GDP, "country": "CHN", "year": 2021, "value": 3.0},
    {**GDP, "country": "CHN", "year": 2022, "value": 4.0, "source_id": "later-edition"},
    {**GDP, "country": "UZB", "year": 2022, "basis": "", "blank_reason": "unknown"},
)
SERIES = series_of(VALUES, "gdp_current_usd")


@pytest.mark.parametrize(("borders", "resolution"), [("un", 110), ("de-facto", 50)])
def test_the_choice_of_borders_stands_in_the_legend_and_names_the_base_map(borders, resolution):
    figure = membership_map(frame("memberships", {"country": "CHN"}), STATES, borders=borders)
    assert figure.layout.geo.resolution == resolution
    assert figure.layout.geo.showrivers
    legend = [trace.name for trace in figure.data if trace.showlegend is not False]
    assert any(name.startswith("Borders: ") for name in legend)
    assert any(name.startswith("Disputed") for name in legend)
    said = [text for trace in figure.data for text in trace.hovertext or ()]
    assert any("Claimed by India and Pakistan" in text for text in said)
    assert "coordinates" not in figure.to_json()


def test_unknown_borders_are_refused():
    with pytest.raises(ValueError, match="borders must be one of"):
        lay_ground(membership_map(frame("memberships"), STATES), STATES, "mine")


@pytest.mark.parametrize("borders", ["un", "de-facto"])
def test_a_maps_note_names_the_parties_and_endorses_nothing(dataset, borders):
    note = boundary_note(dataset.countries, borders)
    assert "do not imply endorsement" in note
    for words in ("Jammu and Kashmir (India and Pakistan)", "Aksai Chin (China and India)"):
        assert words in note
    assert ("Crimea" in note) == (borders == "de-facto")


def test_an_applicant_has_a_ring_beside_the_status_it_holds():
    rows = frame("memberships", {"country": "IND", "status": "observer"})
    applicants = frame("accessions", {"country": "IND"})
    figure = membership_map(rows, STATES, applicants=applicants)
    (ring,) = [trace for trace in figure.data if trace.name == "Seeks another status"]
    assert list(ring.customdata) == ["IND"]
    assert "accession procedure open" in ring.hovertext[0]


def test_each_status_is_a_step_line_that_opens_its_days():
    day = pd.Timestamp("2018-01-01")
    figure = status_steps(counts_over_time(MEMBERSHIPS, day), day)
    lines = {trace.name: trace for trace in figure.data}
    assert set(lines) == {"Member", "Observer"}
    assert {trace.line.shape for trace in figure.data} == {"hv"}
    assert list(lines["Observer"].y) == [1, 0]
    assert list(lines["Member"].customdata)[-1] == "2018-01-01"


def test_a_change_is_told_with_both_statuses():
    changes = frame(
        "memberships", {"country": "UZB", "status": "sco_partner"}, {"country": "TJK"}
    ).assign(before=["observer", ""])
    assert change_lines(changes, NAMES) == [
        "Observer → SCO partner (1): Uzbekistan",
        "No status before → Member (1): Tajikistan",
    ]


def test_a_line_breaks_at_a_missing_year_and_before_another_edition():
    (line,) = indicator_lines(SERIES, ["CHN", "UZB"], NAMES, logarithmic=False, base=None).data
    assert list(line.x) == [2018, 2019, None, 2021, None, 2022]
    assert line.connectgaps is False


def test_names_on_an_axis_of_powers_of_ten_stand_at_their_lines_ends():
    values = pd.Series([1000.0, 10.0, 0.0], ["CHN", "UZB", "IND"])
    rows = SERIES.rows[SERIES.rows["year"] == 2021].iloc[[0] * 3]
    rows = rows.assign(country=values.index, value=values.to_numpy())
    states = {"CHN": "China", "UZB": "Uzbekistan", "IND": "India"}
    series = replace(SERIES, rows=rows)
    figure = indicator_lines(series, list(states), pd.Series(states), logarithmic=True, base=None)
    places = {note.text.rpartition("> ")[2]: note.y for note in figure.layout.annotations}
    # Nothing has no place among powers of ten.
    assert places == {"China": 3, "Uzbekistan": 1}
    assert figure.layout.yaxis.range[0] < 1 < 3 < figure.layout.yaxis.range[1]


def test_a_missing_value_is_a_reason_and_not_a_bar():
    figure = indicator_bars(SERIES, 2022, ["CHN", "UZB"], NAMES, logarithmic=False)
    assert list(figure.data[0].y) == ["China"]
    assert any("no figure published" in note.text for note in figure.layout.annotations)
    assert "Uzbekistan (no figure published)" in missing_words(SERIES.rows, ["UZB"], NAMES, 2022)


def test_a_map_of_values_marks_who_has_none():
    figure = indicator_map(SERIES, 2022, ["CHN", "UZB"], STATES, borders="un", logarithmic=True)
    assert list(figure.data[0].locations) == ["CHN"]
    assert list(figure.data[1].customdata) == ["UZB"]
    assert "coordinates" not in figure.to_json()


def test_both_ends_of_a_maps_scale_have_room_for_their_words():
    figure = indicator_map(SERIES, 2021, ["CHN", "UZB"], STATES, borders="un", logarithmic=False)
    scale = figure.data[0].colorbar
    assert scale.xanchor == "left"
    assert scale.x >= 0.2
    assert scale.x + scale.len <= 0.8


def test_an_axis_names_its_unit_and_prices():
    assert unit_words("usd", "constant_2024_usd") == "US$, constant prices of 2024"
    assert unit_words("usd_per_person", "current_usd").startswith("US$ per person")
    assert unit_words("warheads_per_million") == "warheads per million people"
    assert unit_words("index", "current_usd", 2001) == "index, 2001 = 100"


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (17_794_800_000_000, "usd", "$17.8 trillion"),
        (1_408_975_000, "persons", "1.41 billion"),
        (33, "pct", "33%"),
        (0.0219, "pct", "0.0219%"),
        (5420, "warheads", "5,420 warheads"),
        (12_614.06, "usd_per_person", "$12,614"),
        (float("nan"), "usd", "no value"),
    ],
)
def test_a_value_reads_as_a_sentence_would_say_it(value, unit, words):
    assert value_words(value, unit) == words


def test_dependence_points_left_for_one_side_and_right_for_the_other():
    rows = dependence(TRADE, INDICATORS, "CHN", "RUS")
    left, right = dependence_bars(rows, NAMES, "CHN", "RUS").data
    assert left.name == "China on Russia"
    assert all(x <= 0 for x in left.x)
    assert all(x >= 0 for x in right.x)
    sentence = dependence_sentence(rows, NAMES, "CHN", "RUS")
    assert sentence.startswith("Trade with China equals 10% of Russia's GDP")
    assert "10 times as much for Russia (2020)" in sentence


def test_dependence_without_a_figure_says_so():
    rows = dependence(TRADE.head(0), INDICATORS.head(0), "CHN", "RUS")
    assert dependence_bars(rows, NAMES, "CHN", "RUS").layout.annotations
    assert "No figure" in dependence_sentence(rows, NAMES, "CHN", "RUS")


def test_two_reporters_of_one_trade_are_two_lines():
    figure = trade_lines(goods_by_year(TRADE, "CHN", "RUS"), NAMES, "CHN", "RUS")
    names = [trace.name for trace in figure.data]
    assert "Both ways, by China's account" in names
    assert "Both ways, by Russia's account" in names
    (total,) = [trace for trace in figure.data if trace.name == "Both ways, by China's account"]
    assert list(total.x) == [2020, 2021]


def test_each_direction_of_each_reporter_looks_different():
    given = goods_by_year(TRADE, "CHN", "RUS").query("reporter == 'CHN'")
    years = [given.assign(direction=direction) for direction in ("total", "a_to_b", "b_to_a")]
    both = pd.concat([*years, *(rows.head(1).assign(reporter="RUS") for rows in years)])
    figure = trade_lines(both, NAMES, "CHN", "RUS")
    looks = [(trace.line.color, trace.line.dash, trace.marker.symbol) for trace in figure.data]
    assert len(set(looks)) == len(looks) == 6


def test_four_kinds_of_vote_have_four_marks_and_a_blank_has_none():
    codes = ["CHN", "RUS", "TJK", "UZB"]
    matrix = matrix_of(VOTED, RESOLUTIONS, codes)
    figure = vote_matrix(matrix, RESOLUTIONS, NAMES, {("R/1", "RUS"): "Member"}, "R/1")
    drawn = {trace.name: [x for x in trace.x if x is not None] for trace in figure.data}
    assert set(drawn) == {"In favour", "Against", "Abstained", "Did not vote"}
    assert len({trace.marker.symbol for trace in figure.data}) == 4
    assert sum(map(len, drawn.values())) == 6
    (frame_,) = figure.layout.shapes
    assert (frame_.y0, frame_.y1) == (0.5, 1.5)
    against = next(trace for trace in figure.data if trace.name == "Against")
    assert set(against.customdata) == {"R/1", "R/2"}
    assert "Russia (member)" in against.hovertext


def test_every_pair_has_its_agreement():
    codes = ["CHN", "RUS", "UZB"]
    pairs = agreement(VOTED, codes)
    (squares,) = agreement_matrix(pairs, codes, NAMES).data
    assert list(squares.customdata) == ["CHN-RUS", "CHN-UZB", "RUS-UZB"]
    assert list(squares.text) == ["50", "0", "0"]
    title = agreement_title(pairs, NAMES, 2)
    assert "China and Russia (1 of 2) voted alike most often" in title


def test_a_roll_is_told_in_numbers_that_keep_not_voting_apart():
    rows = pd.DataFrame({"vote": ["no", "abstain", "not_voting", ""]})
    title = roll_title(rows, "R/1", pd.Timestamp("2022-03-02"), "member")
    assert title == (
        "R/1, 2 March 2022: of 4 members, 1 against, 1 abstained, 1 did not vote "
        "and 1 not named by any source"
    )


@pytest.mark.parametrize("view", ["flat", "globe"])
def test_journeys_are_arcs_and_a_video_call_is_a_ring(view):
    rows = gatherings(MET, SUMMITS)
    travel = journeys(rows, PLACES)
    deck = meeting_arcs(rows, travel, NAMES, "a.geojson", "b.geojson", view=view, selected="m1")
    spec = json.loads(deck.to_json())
    layers = {layer["@@type"] + layer["id"]: layer for layer in spec["layers"]}
    arcs = layers[f"ArcLayerjourneys-{view}"]["data"]
    assert {arc["what"] for arc in arcs} == {
        "Russia to Beijing: 2 journeys",
        "China to Astana: 1 journey",
        "Russia to Astana: 1 journey",
    }
    assert [arc["strong"] for arc in arcs if arc["what"].startswith("Russia to Beijing")] == [1]
    places = layers["ScatterplotLayerplaces"]["data"]
    by_video = [place for place in places if place["video"]]
    assert len(by_video) == 2
    assert all("by video" in place["what"] for place in by_video)
    assert layers[f"GeoJsonLayerhatching-{view}"]["data"] == "b.geojson"
    assert deck.map_provider is None
    assert spec["mapStyle"] == "__MAP_STYLE__"
    assert ("views" in spec and spec["views"][0]["@@type"] == "_GlobeView") == (view == "globe")


def test_meetings_of_a_pair_are_said_without_zeros():
    names = {"CHN": "China", "RUS": "Russia"}

    def said(at_a, at_b, elsewhere, meetings):
        travel = {"CHN": at_a, "RUS": at_b, "elsewhere": elsewhere}
        return travel_sentence(travel, meetings, names, "CHN", "RUS")

    assert said(0, 0, 0, 0) == "No meeting of the two alone is known."
    assert said(1, 0, 0, 1) == "1 meeting of the two alone, in China."
    assert said(2, 1, 0, 4) == (
        "4 meetings of the two alone: 2 in China, 1 in Russia and 1 not in person."
    )


def test_a_map_on_a_telephone_is_seen_from_further_off_and_the_other_stays():
    rows = gatherings(MET, SUMMITS).iloc[:0]
    deck = meeting_arcs(rows, journeys(rows, PLACES), pd.Series(dtype="str"), "shapes", "hatching")
    zoom = deck.initial_view_state.zoom
    assert on_a_phone(deck).initial_view_state.zoom < zoom
    assert deck.initial_view_state.zoom == zoom


def test_a_resolution_without_a_number_is_short_by_its_session():
    assert short_symbol("ES-11 of 2026-02-24") == "ES-11"
    assert short_symbol("ES-11/1") == "ES-11/1"
