"""The picture of a link: what its title names is drawn, in colours that its key explains."""

import io

import numpy as np
import pytest
from PIL import Image, ImageColor, ImageDraw

from components.answers.briefing import slide_of
from components.deck import Item
from components.exports.card import bars as card_bars
from components.exports.card import body as card_body
from components.exports.card.map import draw_map
from components.exports.card.picture import card_png
from components.exports.page_head import head_of
from components.exports.slides.bodies import CountsBody
from components.exports.slides.map_body import WORLD, Dot, MapBody
from components.exports.slides.map_reading import read_map
from components.exports.slides.reading import body_of
from components.exports.slides.screen_reading import screen_body
from components.figures.palette import SIDES, VOTE_MARKS
from components.link import read_link
from tests.links import ask, slide


def pixels(address: str, colour: str) -> int:
    picture = Image.open(io.BytesIO(card_png(slide(address)))).convert("RGB")
    assert picture.size == (1200, 630)
    distance = np.abs(np.asarray(picture, int) - ImageColor.getrgb(colour)).max(axis=2)
    return int((distance <= 8).sum())


@pytest.mark.parametrize(
    ("address", "colours"),
    [
        ("/relations", SIDES),
        ("/votes", [VOTE_MARKS["no"][0], VOTE_MARKS["abstain"][0], VOTE_MARKS["not_voting"][0]]),
        ("/meetings", ["#c2483d"]),
        ("/casualties?whose=RUS&population=military&asof=2022-09-30", ["#c2483d", "#2f7db0"]),
    ],
)
def test_the_picture_has_the_marks_that_its_title_speaks_of(address, colours):
    for colour in colours:
        assert pixels(address, colour) > 100, colour


@pytest.fixture
def written(monkeypatch):
    """What a picture writes."""
    words: list[str] = []
    own = ImageDraw.ImageDraw.text

    def text(self, at, content, *args, **options):
        words.append(content)
        return own(self, at, content, *args, **options)

    monkeypatch.setattr(ImageDraw.ImageDraw, "text", text)
    return words


def test_a_relation_has_the_values_of_its_title(written):
    shown = slide("/relations")
    card_png(shown)
    assert {"11.9%", "1.35%"} <= set(written)
    assert "11.9%" in shown.title


def test_statements_are_counted_by_who_spoke(written):
    shown = slide("/statements")
    counts = shown.answer.rows["speaker"].value_counts()
    body = screen_body(shown)
    assert isinstance(body, CountsBody)
    assert dict(body.counts) == dict(counts.head(len(body.counts)))
    assert body.others == len(counts) - len(body.counts)
    card_png(shown)
    assert f"{counts.iloc[0]} statements" in written
    assert f"{body.others} more speakers are in the data." in written


def test_claims_say_their_stake_and_what_is_left_out(written):
    shown = slide("/casualties?whose=RUS&population=military&asof=2022-09-30")
    card_png(shown)
    body = body_of(shown)
    assert {bar.stake for bar in body.bars} <= set(written)
    left_out = body.left_out + max(0, len(body.bars) - card_bars.MOST_LINES)
    assert any(f"{left_out} more figures are in the data." in words for words in written)
    assert any(max(body.bars, key=lambda bar: bar.high).words == words for words in written)


def test_a_narrow_column_of_days_is_not_cut(written):
    card_png(slide("/about"))
    assert any(len(words) == 10 and words[4] == "-" for words in written)
    assert not any(words.endswith("-…") for words in written)


def test_a_map_of_places_holds_all_of_them():
    shown = slide_of(1, Item(read_link("/statements"), picture=3), None, ask)
    body = read_map(shown.answer.pictures[2], shown.answer.data.countries)
    west, east, south, north = body.window
    assert body.dots
    for dot in body.dots:
        assert west <= dot.lon <= east
        assert south <= dot.lat <= north
    assert body.window == WORLD
    near = body_of(slide("/meetings")).window
    assert near[1] - near[0] < 180


def test_a_count_of_nothing_is_drawn_as_nothing():
    picture = Image.new("RGB", (400, 300))
    pen = ImageDraw.Draw(picture)
    body = CountsBody((), "statement", 0, "speaker")
    card_body.draw_body(picture, pen, (0, 0, 400, 300), body, 1)
    assert picture.getbbox() is None


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/statements", "Number of statements by speaker"),
        ("/statements?speaker=Xi Jinping", "Number of statements by year"),
    ],
)
def test_the_subtitle_fits_the_bars_that_are_drawn(written, address, words):
    card_png(slide(address))
    said = " ".join(written)
    assert words in said
    assert "Each mark is one statement" not in said


def test_a_total_to_another_day_is_set_apart_where_there_is_nothing_to_compare():
    body = body_of(slide("/casualties?conflict=kyrgyzstan-tajikistan-2022&asof=2022-09-30"))
    assert {bar.apart for bar in body.bars} >= {"", "not compared"}


@pytest.mark.parametrize(
    ("address", "last"),
    [("/casualties", "12 Jun 2026)"), ("/meetings?borders=de-facto", "included.")],
)
def test_what_a_long_line_ends_with_is_not_cut(written, address, last):
    card_png(slide(address))
    assert any(words.endswith(last) for words in written)


def test_an_axis_of_large_numbers_has_words_for_them(written):
    card_png(slide("/compare?indicator=gdp_current_usd"))
    assert "17.9 trillion" in written
    assert not any("000,000,000" in words for words in written)


def test_a_place_beyond_180_degrees_east_is_on_the_map():
    dot = Dot(-175.0, 60.0, "#c2483d", 40.0, "East of the line")
    picture = Image.new("RGB", (900, 400), "white")
    body = MapBody((), (dot,), (), (), (), {}, (100.0, 195.0, 30.0, 75.0), "")
    draw_map(picture, ImageDraw.Draw(picture), (0, 0, 900, 400), body, 1)
    assert (0xC2, 0x48, 0x3D) in {colour for _, colour in picture.getcolors(100_000)}


def test_what_a_chat_says_of_statements_is_of_the_bars_it_shows():
    said = head_of(slide("/statements"), "", "https://observatory.example").sentence
    assert said.startswith("From 15 Jun 2001 to 20 May 2026. Number of statements by speaker.")


def test_a_map_of_values_has_both_ends_of_its_scale_in_its_key():
    body = body_of(slide("/compare?show=map"))
    assert [words for words, _ in body.legend][:2] == ["1.45 billion", "7.22 million"]
