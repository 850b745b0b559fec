"""What every view says for a link: its pictures, rows, sources, and what it ignored."""

import csv
import io
import re

import pandas as pd
import plotly.graph_objects as go
import pytest

from components.answers import VIEWS, ask
from components.answers.answer import Picture
from components.exports.tables.csv_file import csv_bytes
from data.questions.known_on import known_on

LINKS = {
    "": [{}, {"country": ["IND"]}, {"asof": ["2016-01-01"]}],
    "members": [
        {},
        {"country": ["BLR"]},
        {"on": ["2022-09-15"], "country": ["KAZ"], "borders": ["de-facto"]},
        {"on": ["2025-09-01"]},
        {"on": ["2005-01-01"], "asof": ["2010-01-01"], "country": ["PAK"]},
        {"asof": ["1997-01-01"]},
    ],
    "compare": [
        {},
        {"indicator": ["gdp_current_usd"], "mode": ["per_person"], "show": ["map"]},
        {"indicator": ["military_expenditure_constant_2024_usd"], "mode": ["share"]},
        {"indicator": ["active_military_personnel"]},
        {"on": ["2010-01-01"], "mode": ["index"], "scale": ["log"]},
        {"show": ["map"], "borders": ["de-facto"], "state": ["TUR", "CHN"]},
        {"asof": ["2022-09-15"]},
    ],
    "relations": [
        {},
        {"a": ["IND"], "b": ["PAK"]},
        {"a": ["KGZ"], "b": ["CHN"], "on": ["2015-01-01"]},
        {"asof": ["1997-01-01"]},
    ],
    "votes": [
        {},
        {"resolution": ["ES-11/1"]},
        {"state": ["ARM", "TUR"], "pair": ["ARM-TUR"]},
        {"asof": ["2016-01-01"]},
        {"asof": ["2010-01-01"]},
    ],
    "meetings": [
        {},
        {"year": ["all"], "earth": ["globe"]},
        {"year": ["2020"], "borders": ["de-facto"]},
        {"country": ["BLR"], "year": ["all"]},
        {"asof": ["1997-01-01"]},
    ],
    "casualties": [
        {},
        {"whose": ["UKR"], "population": ["military"], "to": ["2022-12-31"]},
        {"conflict": ["india-china-2020"]},
        {"basis": ["named_list", "statistical_model"]},
        {"asof": ["2022-09-15"]},
        {"chart": ["time"]},
        {"chart": ["time"], "clock": ["said"], "scale": ["log"]},
        {"chart": ["drift"]},
        {"conflict": ["russia-ukraine-2022"], "whose": ["PRK"]},
    ],
    "soundness": [{}, {"rule": ["falls"]}, {"asof": ["2024-01-01"]}],
    "statements": [
        {},
        {"country": ["IND"], "topic": ["ukraine"]},
        {"q": ["era"], "from": ["2022-01-01"], "to": ["2022-12-31"]},
        {"asof": ["2022-09-15"]},
        {"lanes": ["speaker"], "claims": ["shown"]},
        {"from": ["2022-09-15"], "to": ["2022-09-15"], "lanes": ["speaker"]},
        {"statement": ["modi-2022-09-16-not-an-era-of-war"], "speaker": ["Xi Jinping"]},
    ],
    "readouts": [{}, {"meeting": ["2022-11-14-xi-biden"]}, {"asof": ["2022-12-31"]}],
    "article": [{}, {"finding": ["meaning_reversed"]}, {"voice": ["Matthew Sussex"]}],
    "about": [{}, {"asof": ["2022-09-15"]}],
}
GARBAGE = ["", "💥", "<script>alert(1)</script>", "2022-99-99", "-1", "None", "x" * 5000, "\x00"]


@pytest.fixture(scope="session")
def answer(dataset):
    rewound = {}

    def load(day):
        if day is None:
            return dataset
        return rewound.setdefault(day, known_on(dataset, day))

    return lambda view, link: ask(view, link, load)


def drawn_ids(picture: Picture) -> list[str]:
    """List the ids that the marks of a Plotly figure open."""
    if not isinstance(picture.figure, go.Figure):
        return []
    marks = [t for t in picture.figure.data if t.type == "scatter" and t.customdata is not None]
    return [str(i) for trace in marks for i in trace.customdata]


CASES = [(view, link) for view, links in LINKS.items() for link in links]


@pytest.mark.parametrize(("view", "link"), CASES, ids=str)
def test_an_answer_is_whole(answer, view, link):
    said = answer(view, link)
    assert said.ignored == ()
    assert said.title
    assert said.subtitle
    known = set(said.data.sources["source_id"])
    assert set(said.source_ids) <= known
    for picture in said.pictures:
        assert len(picture.alt) > 20, picture.key
    missing = {column.name for column in said.columns} - set(said.rows.columns)
    assert not missing


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_the_first_column_leaves_a_phone_room_for_the_second(answer, view):
    said = answer(view, {})
    if said.columns:
        first = said.rows[said.columns[0].name].astype("str")
        # A phone shows some forty letters of a row.
        assert first.str.len().head(50).median() <= 30


def test_sizes_are_named_in_short_first_and_in_full_last(answer):
    sizes = answer("relations", {}).sizes
    assert list(sizes.columns)[-1] == "in_full"
    page = answer("members", {"country": ["KAZ"]}).page.indicators
    for names, full in ((sizes["what"], sizes["in_full"]), (page["name"], page["in_full"])):
        assert names.str.len().max() <= 26
        assert full.is_unique


def test_a_map_of_land_says_its_height_and_a_chart_none(answer):
    (land,) = answer("compare", {"show": ["map"]}).pictures
    (chart,) = answer("compare", {}).pictures
    assert (land.land_height, chart.land_height) == (land.figure.layout.height, 0)


@pytest.mark.parametrize(("view", "link"), CASES, ids=str)
def test_a_figure_stays_light_and_carries_no_shapes(answer, view, link):
    for picture in answer(view, link).pictures:
        spec = picture.figure.to_json()
        assert len(spec) < 100_000, (picture.key, len(spec))
        assert '"coordinates"' not in spec


@pytest.mark.parametrize("link", LINKS["casualties"], ids=str)
def test_marks_drawn_are_the_rows_of_the_table_and_of_the_file(answer, link):
    said = answer("casualties", link)
    assert sorted(drawn_ids(said.pictures[0])) == sorted(said.rows["claim_id"])
    text = csv_bytes(said.rows).decode("utf-8")
    filed = [row["claim_id"] for row in csv.DictReader(io.StringIO(text, newline=""))]
    assert filed == list(said.rows["claim_id"])


@pytest.mark.parametrize("link", LINKS["casualties"], ids=str)
def test_two_measures_never_share_an_axis(answer, link):
    assert len(set(answer("casualties", link).rows["measure"])) <= 1


def test_no_claim_has_two_claimants(dataset):
    for name in dataset.claims["claimant"].unique():
        assert not {";", "/"} & set(name.split()), name


def test_dropping_a_claimant_changes_the_sentence_and_the_rows(answer):
    everyone = answer("casualties", {})
    names = list(everyone.options.claimants)
    compared = everyone.rows[everyone.rows["latest"]]["claimant_slug"].iloc[0]
    without = [name for name in names if name != compared]
    fewer = answer("casualties", {"claimants": without})
    assert fewer.title != everyone.title
    assert compared not in set(fewer.rows["claimant_slug"])
    assert len(fewer.rows) < len(everyone.rows)


def test_a_slide_of_casualties_says_which_figures_alone_it_holds(answer):
    (picture,) = answer(
        "casualties", {"from": ["2022-02-24"], "basis": ["official_statement"]}
    ).pictures
    assert "official statements only: " in picture.measured
    (picture,) = answer("casualties", {}).pictures
    assert "only:" not in picture.measured


def test_what_a_briefer_asks_is_answered_with_each_claimants_words(answer):
    link = {"whose": ["UKR"], "population": ["military"], "measure": ["killed"]}
    said = answer("casualties", {**link, "to": ["2022-12-31"]})
    spoken = dict(zip(said.spoken["claimant"], said.spoken["words"], strict=True))
    assert len(spoken) >= 3
    assert all(spoken.values())
    assert "times the lowest" in said.title


@pytest.mark.parametrize("link", LINKS["statements"], ids=str)
def test_marks_drawn_and_numbers_stand_for_the_statements_listed(answer, link):
    said = answer("statements", link)
    drawn = [mark for mark in drawn_ids(said.pictures[0]) if "=" not in mark]
    assert set(drawn) <= set(said.rows["statement_id"])
    numbers = [
        int(text)
        for trace in said.pictures[0].figure.data
        if "statement" in (trace.name or "") and trace.text
        for text in trace.text
    ]
    assert len(drawn) + sum(numbers) == len(said.rows)


@pytest.mark.parametrize("link", LINKS["article"], ids=str)
def test_the_bars_of_findings_count_the_passages_of_a_voice(answer, link):
    said = answer("article", link)
    bars = dict(zip(said.pictures[0].figure.data[0].customdata,
                    said.pictures[0].figure.data[0].x, strict=True))  # fmt: skip
    wanted = said.finding or None
    assert len(said.rows) == (bars[wanted] if wanted else sum(bars.values()))
    assert len(said.definitions) == len(bars)


def test_the_headline_of_the_article_follows_what_is_chosen(answer):
    titles = [answer("article", link).title for link in LINKS["article"]]
    assert "found in these words" in titles[0]
    assert "found in other words" in titles[0]
    assert titles[1].startswith("Meaning reversed: 1 of 33 passages")
    assert "credited to Matthew Sussex" in titles[2]


@pytest.mark.parametrize("garbage", GARBAGE, ids=repr)
@pytest.mark.parametrize("view", sorted(VIEWS))
def test_garbage_gives_the_default_view_and_is_named(answer, view, garbage):
    names = ["asof", "country", "conflict", "whose", "measure", "from", "to", "speaker", "claim"]
    said = answer(view, {name: [garbage] for name in names})
    assert said.title == answer(view, {}).title
    pd.testing.assert_frame_equal(said.rows, answer(view, {}).rows)
    if garbage:
        assert {ignored.name for ignored in said.ignored} == set(names)


def test_an_unknown_parameter_is_named(answer):
    (ignored,) = answer("members", {"colour": ["red"]}).ignored
    assert (ignored.name, ignored.value, ignored.why) == (
        "colour",
        "red",
        "is not a parameter of this view",
    )


def test_a_second_value_of_a_single_parameter_is_named(answer):
    (ignored,) = answer("members", {"country": ["IND", "PAK"]}).ignored
    assert ignored.value == "PAK"


def test_a_period_that_runs_backward_is_named(answer):
    said = answer("casualties", {"from": ["2024-01-01"], "to": ["2023-01-01"]})
    assert [ignored.name for ignored in said.ignored] == ["from"]


def test_a_question_about_the_end_of_a_year_looks_back_half_a_year(answer):
    said = answer("casualties", {"whose": ["UKR"], "to": ["2022-12-31"]})
    assert said.question.until == pd.Timestamp("2022-12-31")
    assert said.question.since == pd.Timestamp("2022-07-01")


def test_nothing_is_known_on_the_first_day_but_the_five(answer):
    day = {"asof": ["1996-04-26"]}
    assert "5 members" in answer("", day).title
    assert answer("casualties", day).rows.empty
    assert answer("statements", day).rows.empty


def test_a_permalink_of_a_claim_asks_that_claims_question(answer, dataset):
    for claim in dataset.claims.sample(40, random_state=7).itertuples():
        said = answer("casualties", {"claim": [claim.claim_id]})
        asked = (said.question.conflict, said.question.whose, said.question.measure)
        assert asked == (claim.conflict, claim.whose, claim.measure)
        assert claim.claim_id in set(said.rows["claim_id"]), claim.claim_id
        assert said.ignored == ()


def test_no_question_on_the_menu_leads_to_an_empty_view(answer):
    for conflict in answer("casualties", {}).options.conflicts:
        for whose, population, measure in answer(
            "casualties", {"conflict": [conflict]}
        ).options.counted:
            link = {"conflict": [conflict], "whose": [whose]}
            said = answer("casualties", {**link, "population": [population], "measure": [measure]})
            assert len(said.rows) >= 1, (conflict, whose, population, measure)


def test_a_deck_read_on_an_earlier_day_never_shows_another_question(answer):
    deck = answer("briefing", {"deck": ["samarkand"], "asof": ["2022-01-01"]})
    unknown = [slide for slide in deck.slides if slide.title.startswith("Not known on 1 January")]
    assert len(unknown) >= 5
    for slide in unknown:
        assert slide.answer.rows.empty
        assert slide.answer.pictures == ()


def test_every_number_of_a_casualty_title_is_on_its_picture(answer):
    for link in LINKS["casualties"]:
        said = answer("casualties", {**link, "chart": ["gap"]})
        shown = " ".join(said.rows["number"])
        for number in re.findall(r"\d{1,3}(?:,\d{3})+", said.title):
            assert number in shown, (link, number)


def test_the_rows_of_the_chosen_year_come_first(answer):
    rows = answer("compare", {"year": ["2022"]}).rows
    of_year = rows["year"] == 2022
    assert of_year.iloc[: of_year.sum()].all()
    assert not of_year.all()


def test_a_day_after_the_day_of_knowledge_is_ignored_for_that_reason(answer):
    said = answer("members", {"on": ["2022-09-15"], "asof": ["2010-01-01"]})
    assert [part.why for part in said.ignored] == ["lies after the day of knowledge, 2010-01-01"]


def test_a_state_without_a_meeting_by_that_day_lists_none(answer):
    page = answer("members", {"country": ["IND"], "on": ["2010-01-01"]}).page
    assert page is not None
    assert page.meetings.empty
    later = answer("members", {"country": ["IND"], "on": ["2026-01-01"]}).page
    assert later is not None
    assert not later.meetings.empty
    assert later.meetings[["held_from", "occasion"]].notna().all(axis=None)


@pytest.mark.parametrize("since", ["", "2014-06-01", "2022-02-24", "2025-06-01"])
def test_numbers_of_claims_stand_apart_on_a_phone(answer, since):
    link = {"claims": ["shown"], **({"from": [since]} if since else {})}
    figure = answer("statements", link).pictures[0].figure
    first, last = (pd.Timestamp(end) for end in figure.layout.xaxis.range)
    boxes = [t for t in figure.data if t.type == "bar"][-1]
    numbers = [t for t in figure.data if t.type == "scatter" and t.mode == "text"][-1]
    assert max(map(int, numbers.text)) >= 100
    for number, length in zip(numbers.text, boxes.width, strict=True):
        room = pd.Timedelta(length, unit="ms") / (last - first) * 315
        assert room >= 7 * len(number) + 3, (number, room)
