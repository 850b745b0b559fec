"""Every number in every native chart of the ready decks, set beside the ledger's."""

import io
import re
import zipfile
from collections import Counter
from datetime import date, timedelta

import pandas as pd
import pytest
from pptx import Presentation

from components.answers.article import Article
from components.answers.members import Members
from components.answers.since import Since
from components.exports.pptx.deck import pptx_bytes
from components.exports.pptx.parts import EXCEL_DAY_ZERO, excel_day, excel_moment
from components.exports.slides.bodies import BarsBody, LanesBody, PairsBody, PointsBody, RangeBody
from components.exports.slides.native_reading import native_body
from components.exports.slides.reading import body_of
from data.questions.claims import with_bounds
from data.questions.members import counts_over_time
from tests.links import briefing

BASE = "https://observatory.example"
DECKS = ["samarkand", "casualty-claims", "today"]
FURTHER = (
    "casualties.chart-time.whose-RUS.population-military.measure-killed~relations.picture-2~"
    "compare~soundness~casualties.whose-RUS.population-military.measure-killed.asof-2022-09-15~"
    "casualties.conflict-india-pakistan-2025.asof-2025-05-31"
)


def drawn(name: str):
    """Give each chart of a deck with its slide and what the slide draws."""
    deck = briefing(name)
    presentation = Presentation(io.BytesIO(pptx_bytes(deck.slides, BASE, deck.name)))
    found = []
    for slide, sheet in zip(deck.slides, presentation.slides, strict=True):
        body = native_body(slide, body_of(slide))
        charts = [shape.chart for shape in sheet.shapes if shape.has_chart]
        assert len(charts) == isinstance(
            body, (RangeBody, BarsBody, PairsBody, PointsBody, LanesBody)
        )
        found += [(slide, body, chart) for chart in charts]
    return found


@pytest.fixture(scope="module", params=[*DECKS, FURTHER], ids=[*DECKS, "further"])
def charts(request):
    return drawn(request.param)


def numbers(values) -> list:
    return [None if v is None or pd.isna(v) else float(v) for v in values]


def bars_of(chart) -> dict:
    return {s.name: numbers(s.values) for s in chart.plots[0].series}


def points_of(series) -> list[tuple[float, float]]:
    across = [float(v.text) for v in series._element.xpath("c:xVal//c:pt/c:v")]
    return list(zip(across, series.values, strict=True))


def test_every_chart_says_what_the_ledger_says(charts):
    checks = {
        RangeBody: check_ranges,
        BarsBody: check_bars,
        PairsBody: check_pairs,
        PointsBody: check_points,
        LanesBody: check_lanes,
    }
    for slide, body, chart in charts:
        checks[type(body)](slide, body, chart)
    assert charts


def check_ranges(slide, body, chart):
    """Lowest, best and highest, blanks as blanks; and the rows without a bar, counted."""
    ledger = with_bounds(slide.answer.data.claims).set_index("claim_id")
    rows = ledger.loc[[bar.claim_id for bar in body.bars]]
    assert bars_of(chart) == {
        "Highest figure": numbers(rows["highest"]),
        "Best figure": numbers(rows["best"]),
        "Lowest figure": numbers(rows["lowest"]),
    }
    assert {bar.claim_id for bar in body.bars} <= set(slide.answer.rows["claim_id"])
    assert len(body.bars) + body.left_out == len(slide.answer.rows)
    assert bool(body.why) == (body.left_out > 0)
    blank = slide.answer.rows["lowest"].isna().sum()
    assert (f"{blank} without a number" in body.why) == (blank > 0)


def check_bars(slide, body, chart):
    """Counts of the view's own rows."""
    found = bars_of(chart)
    names = list(chart.plots[0].categories)
    rows = slide.answer.rows
    if isinstance(slide.answer, Article):
        assert dict(zip(names, *found.values(), strict=True)) == dict(rows["found"].value_counts())
        return
    if isinstance(slide.answer, Since):
        counts = Counter(zip(rows["subject"], rows["change"].str.capitalize(), strict=True))
    else:
        kinds = rows["explained"].map(lambda words: "Explained" if words else "Open")
        counts = Counter(zip(rows["looks_for"], kinds, strict=True))
    told = {(n, kind): v for kind, values in found.items() for n, v in zip(names, values)}  # noqa: B905
    assert {key: n for key, n in told.items() if n} == counts


def check_pairs(slide, body, chart):
    """Shares to three digits, no bar where there is none."""
    needs = slide.answer.needs
    for side, values in zip((slide.answer.a, slide.answer.b), bars_of(chart).values(), strict=True):
        own = needs[needs["side"] == side]["value"]
        assert values == [None if pd.isna(v) else float(f"{v:.3g}") for v in own]


def check_points(slide, body, chart):
    """Numbers that the ledger holds, on the days or in the years it gives them."""
    answer = slide.answer
    if isinstance(answer, Members):
        counts = counts_over_time(answer.data.memberships, answer.default_on)
        known = set(counts.drop(columns="day").to_numpy().ravel())
        days = {excel_day(f"{day:%Y-%m-%d}") for day in counts["day"]}
        for series in chart.plots[0].series:
            assert {y for _, y in points_of(series)} <= known
            assert {x for x, _ in points_of(series)} <= days
        return
    if "claim_id" in answer.rows:
        numbered = answer.rows[answer.rows["lowest"].notna()]
        at = numbered["best"].fillna(numbered["low"]).fillna(numbered["high"])
        days = [excel_day(f"{day:%Y-%m-%d}") for day in numbered["on"]]
        told = [p for s, b in series_of(chart, body) if not b.line for p in points_of(s)]
        assert sorted(told) == sorted(zip(days, map(float, at), strict=True))
        check_reach(numbered, chart)
        return
    values = {float(f"{v:.6g}") for v in answer.rows["value"].dropna()}
    told = {float(f"{y:.6g}") for s in chart.plots[0].series for _, y in points_of(s)}
    assert told <= values


def series_of(chart, body):
    """Pair the chart's series with those read: the longest first."""
    shown = sorted(body.series, key=lambda each: -len(each.xs))
    return list(zip(chart.plots[0].series, shown, strict=True))


def check_reach(numbered, chart):
    """The marks of claims with two ends reach exactly to both."""
    ends = Counter()
    for series in chart.plots[0].series:
        down, up = (
            [float(v.text) for v in series._element.xpath(f".//c:errBars/c:{way}//c:v")]
            for way in ("minus", "plus")
        )
        if down:
            values = list(series.values)
            every = zip(values, down, up, strict=True)
            ends.update((y - a, y + b) for y, a, b in every if a or b)
    ranged = numbered[numbered["lowest"] < numbered["highest"]]
    assert ends == Counter(
        (float(a), float(b)) for a, b in zip(ranged["lowest"], ranged["highest"], strict=True)
    )


def check_lanes(slide, body, chart):
    """Each statement is a mark on its day, or one of the several that a number counts."""
    said = Counter(excel_day(f"{day:%Y-%m-%d}") for day in slide.answer.rows["said_on"])
    counted = 0
    for series in chart.plots[0].series:
        labels = series._element.xpath(".//c:dLbl//a:t")
        if labels:
            counted += sum(int(label.text) for label in labels)
            continue
        marks = Counter(int(x) for x, _ in points_of(series))
        assert not marks - said
        counted += sum(marks.values())
    assert counted == len(slide.answer.rows)


def test_the_longest_series_of_a_scatter_chart_comes_first(charts):
    """LibreOffice drops a first series that is shorter than one after it."""
    for _, body, chart in charts:
        if isinstance(body, (PointsBody, LanesBody)):
            lengths = [len(points_of(series)) for series in chart.plots[0].series]
            assert lengths == sorted(lengths, reverse=True)


def test_the_workbook_inside_holds_the_numbers_of_the_chart(charts):
    for _, _, chart in charts:
        book = zipfile.ZipFile(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
        cells = book.read("xl/worksheets/sheet1.xml").decode()
        written = re.findall(r"<c (?![^>]*t=)[^>]*><v>([^<]+)</v>", cells)
        shown = [v.text for v in chart.element.xpath(".//c:numRef//c:pt/c:v") if v.text]
        # A workbook keeps fifteen digits of a day and its share.
        held, told = (Counter(round(float(v), 6) for v in values) for values in (written, shown))
        assert not told - held


def test_a_line_that_breaks_is_not_joined_on_a_slide():
    ((_, body, chart),) = drawn("relations.picture-2")
    assert any(series.goes_on for series in body.series)
    for series, read in series_of(chart, body):
        if read.joined:
            years = sorted(x for x, _ in points_of(series))
            assert years == list(range(int(years[0]), int(years[0]) + len(years)))


def test_a_day_is_counted_as_a_spreadsheet_counts_it():
    assert excel_day("2022-09-15") == 44819
    assert excel_moment("2022-09-15T12:00") == 44819.5
    assert EXCEL_DAY_ZERO + timedelta(days=44819) == date(2022, 9, 15)
