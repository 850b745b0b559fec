"""Marks stand out from both page backgrounds, 3:1 at least (WCAG 1.4.11)."""

import pytest

from components.figures import palette


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


MARKS = {
    palette.ACCENT,
    palette.QUIET,
    palette.SELECTED,
    palette.HATCH,
    *palette.STATUS.values(),
    *(colour for colour, _ in palette.STAKE.values()),
    *(colour for colour, _ in palette.TOPIC_MARKS),
    palette.OTHER_TOPIC[0],
    *palette.COUNTRY_LINES.values(),
    *palette.SIDES,
    *(colour for colour, _ in palette.VOTE_MARKS.values()),
}


@pytest.mark.parametrize("page", [palette.PAGE_LIGHT, palette.PAGE_DARK])
@pytest.mark.parametrize("mark", sorted(MARKS))
def test_a_mark_stands_out_from_the_page(mark, page):
    assert contrast(mark, page) >= 3


def test_no_two_stakes_share_a_symbol():
    symbols = [symbol for _, symbol in palette.STAKE.values()]
    assert len(set(symbols)) == len(symbols)


def test_four_votes_have_four_marks_that_differ_without_colour():
    symbols = [symbol for _, symbol in palette.VOTE_MARKS.values()]
    assert len(set(symbols)) == 4


def test_no_two_members_share_a_line_colour():
    assert len(set(palette.COUNTRY_LINES.values())) == 10
