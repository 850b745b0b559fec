"""What an address holds is read, or ignored with a reason in words; nothing raises."""

import pandas as pd
import pytest

from components.address import Address, Ignored

CANNOT = "which no file can hold"
FIRST, LAST = pd.Timestamp("1996-04-26"), pd.Timestamp("2026-11-24")


@pytest.mark.parametrize(
    "value", ["2022-W37-4", "20220915", "2022-9-15", "2022-02-30", "२०२२-०९-१५"]
)
def test_a_day_is_written_in_one_way_only(value):
    address = Address({"on": [value]})
    assert address.day("on", FIRST, LAST) is None
    assert address.ignored == (Ignored("on", value, "is not a date written YYYY-MM-DD"),)


def test_signs_that_no_feed_or_slide_can_hold_are_left_out_and_said_once():
    address = Address({"q": ["gas\ufffe\x01"], "no\uffffthing": ["\ud800"]})
    assert address.text("q") == address.text("q") == "gas"
    assert address.ignored == (
        Ignored("q", "gas[U+FFFE][U+0001]", f"holds U+0001, U+FFFE, {CANNOT}"),
        Ignored("no[U+FFFF]thing", "[U+D800]", "is not a parameter of this view"),
    )


def test_signs_that_turn_text_are_read_as_what_they_are():
    address = Address({"q": ["\u202egas"]})
    assert address.text("q") == "[U+202E]gas"
    assert address.ignored == ()
