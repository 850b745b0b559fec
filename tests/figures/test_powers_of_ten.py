"""Ticks of an axis of powers of ten."""

import pytest

from components.figures.powers_of_ten import ticks_of_powers


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([2_000, 60_000], ["2k", "5k", "10k", "20k", "50k"]),
        ([7e6, 1.4e9], ["10M", "100M", "1B"]),
        ([0.5, 40, 0, -3], ["0.5", "1", "2", "5", "10", "20", "50"]),
    ],
)
def test_every_tick_is_a_whole_number_of_the_axis_and_no_lone_digit(values, words):
    assert ticks_of_powers(values)["ticktext"] == words


@pytest.mark.parametrize("values", [[], [0], [300, 2_000]])
def test_within_one_power_the_axis_keeps_ticks_of_its_own(values):
    assert ticks_of_powers(values) == {}
