"""Words carry a number in many spellings, and part of another number is not it."""

import pytest

from data.written_numbers import carries


@pytest.mark.parametrize(
    ("words", "number", "language"),
    [
        ("almost 9,000 heroes", 9000, "en"),
        ("25 thousand Russians", 25000, "en"),
        ("1.4 million casualties", 1_400_000, "en"),
        ("Twenty-five thousand Russians, we think", 25000, "en"),
        ("погибли 5 937 военнослужащих", 5937, "ru"),
        ("погибли сорок человек", 40, "ru"),
        ("1.300 војници", 1300, "mk"),
    ],
)
def test_words_carry_a_number_in_many_spellings(words, number, language):
    assert carries(words, number, language)


@pytest.mark.parametrize(
    ("words", "number"), [("19,000 dead", 9000), ("5,937 dead", 937), ("ten dead", 100)]
)
def test_part_of_another_number_does_not_count(words, number):
    assert not carries(words, number)
