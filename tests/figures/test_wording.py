import pandas as pd
import pytest

from components.figures.wording import (
    claim_number,
    day,
    escape_hover,
    escape_markdown,
    listed,
    shorten,
    times,
)
from tests.frames import claims


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"best": 5937}, "5,937"),
        ({"best": 9000, "qualifier": "nearly"}, "nearly 9,000"),
        ({"low": 25000, "qualifier": "more_than"}, "more than 25,000"),
        ({"high": 500000, "qualifier": "up_to"}, "up to 500,000"),
        ({"high": 500000, "qualifier": "exact"}, "up to 500,000"),
        ({"low": 51000, "qualifier": "exact"}, "at least 51,000"),
        ({"low": 100, "high": 200, "qualifier": "about"}, "100–200"),
        ({"low": 100, "best": 150, "high": 200, "qualifier": "about"}, "100–200, put at 150"),
        ({"best": "withheld"}, "withheld"),
        ({"best": "none_reported"}, "none reported"),
    ],
)
def test_a_number_reads_as_the_claimant_gave_it(row, words):
    assert claim_number(claims(row).iloc[0]) == words


@pytest.mark.parametrize(
    ("precision", "words"),
    [
        ("day", "1 September 2022"),
        ("month", "September 2022"),
        ("year", "2022"),
        ("approximate", "about 1 September 2022"),
    ],
)
def test_a_date_reads_to_its_precision(precision, words):
    assert day(pd.Timestamp("2022-09-01"), precision) == words


@pytest.mark.parametrize("sign", list("\\`*_{}[]()#+-.!|<>~$:&^="))
def test_every_sign_of_markdown_is_escaped(sign):
    assert escape_markdown(f"a{sign}b") == f"a\\{sign}b"


def test_hover_text_is_literal():
    assert escape_hover("<b>&") == "&lt;b&gt;&amp;"


def test_lists_ratios_and_cuts_read_well():
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert times(3.14) == "3.1 times"
    assert times(27.4) == "27 times"
    assert shorten("one two three", 8) == "one two…"


def test_an_icon_code_is_parted_from_its_colon_and_a_time_is_not():
    assert escape_markdown(":material/home:") == "\\:\u2060material/home\\:"
    assert escape_markdown("at 10:30:45") == "at 10\\:30\\:45"


def test_signs_that_turn_or_hide_text_are_written_out():
    assert escape_markdown("a\u202eb") == "a\\[U\\+202E\\]b"
    assert escape_hover("a\u2066b\x00") == "a[U+2066]b[U+0000]"
    assert escape_hover("می\u200cگوییم\u200f") == "می\u200cگوییم\u200f"
