"""The rule that gives a print its badge, and the mutations it must not miss."""

import re
import unicodedata

import pytest

from data.collation import aligned
from data.wordings import BADGES, compare

SAME = {"verbatim", "normalised"}
REFERENCE = "We do not want war in 2022. China understands that, and Russia does not."


@pytest.mark.parametrize(
    ("wording", "badge"),
    [
        (REFERENCE, "verbatim"),
        ("We do not want war in 2022.", "verbatim"),
        ("“we do not want war in 2022…”", "normalised"),
        ("WE DO NOT  WANT WAR IN 2022. CHINA UNDERSTANDS THAT, AND RUSSIA DOES NOT", "normalised"),
        (REFERENCE.replace("not ", "", 1), "altered"),
        (REFERENCE.replace("2022", "2023"), "altered"),
        (REFERENCE.replace("China", "India"), "altered"),
        ("We do not want war in 2022 China understands that, and Russia does not.", "altered"),
        ("We do not want war in 2022, China understands that, and Russia does not.", "altered"),
        ("Russia understands that, and China does not. We do not want war in 2022.", "altered"),
        ("Мы не хотим войны в 2022 году.", "translation"),
        ("The harvest was good and the roads are dry.", "not_found"),
        ("", "not_found"),
        ("…", "not_found"),
    ],
)
def test_a_print_gets_its_badge(wording, badge):
    assert compare(REFERENCE, wording).badge == badge


@pytest.mark.parametrize(
    ("reference", "wording"),
    [
        ("Not a single soldier crossed", "a single soldier crossed"),
        ("I think that China understands its future", "China understands its future"),
        ("We will talk if they withdraw", "We will talk"),
        ("We do not want all of this to end", "want all of this to end"),
        ("Will they come?", "they come"),
        ("Мы не хотим войны", "хотим войны"),
        ("我们不希望战争", "希望战争"),
        ("China needs Russia more than Russia needs China",
         "Russia needs China more than China needs Russia"),
        ("It can't be done", "It can be done"),
        ("clear and unambiguous terms", "clear and ambiguous terms"),
        ("it cost ١٢ coins", "it cost ١٣ coins"),
        ("34,000 soldiers", "35,000 soldiers"),
        ("The sides will deepen their practical ties in trade and farming across the whole region",
         "The sides will reduce their symbolic ties in trade and farming across the whole region"),
    ],
)  # fmt: skip
def test_a_turn_of_meaning_is_altered(reference, wording):
    assert compare(reference, wording).badge == "altered"


def test_whole_sentences_cut_out_of_a_passage_are_verbatim():
    assert compare("We came. We do not stay.", "We came.").badge == "verbatim"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("34,000 people", "34 000 people"),
        ("the “new era”", "the 'new era'"),
        ("friends’ position", "friends' position"),
        ("İstanbul için", "istanbul IÇIN"),
        ("We go... and stay", "We go … and stay"),
        ("soft\u00adhyphen", "softhyphen"),
        ("我们不希望战争", "我们不希望战争。"),
    ],
)
def test_only_the_dress_differs(left, right):
    assert compare(left, right).badge == "normalised"


def test_another_translation_is_not_an_alteration_unless_a_tested_word_differs():
    reference = "We highly value the balanced position of our Chinese friends"
    other = "We appreciate our Chinese friends' balanced stance"
    assert compare(reference, other, rendering=True).badge == "translation"
    turned = "We do not appreciate our Chinese friends' balanced stance"
    assert compare(reference, turned, rendering=True).badge == "altered"


def test_a_print_with_more_words_around_the_record_says_so():
    found = compare("We want peace", "Our long talks today were hard. We want peace")
    assert found.badge not in SAME
    assert "the record stands whole in it, with more words around it" in found.reasons


def test_a_given_language_counts_more_than_the_script():
    assert compare("era", "era", reference_language="en", language="ro").badge == "translation"


def test_differences_are_given_as_printed_and_in_order():
    runs = aligned('called it "striking" today', "called it “shocking” today")
    assert [(ours.strip('" '), theirs.strip("“” ")) for ours, theirs, same in runs if not same] == [
        ("striking", "shocking")
    ]


def test_aligned_runs_join_to_the_two_texts():
    left, right = "«We» do not want… war.", "We want «peace»!"
    runs = aligned(left, right)
    assert "".join(run[0] for run in runs) == left
    assert "".join(run[1] for run in runs) == right


def test_letters_written_as_two_characters_shift_no_run():
    composed, written_apart = (
        "la démocratie égale",
        unicodedata.normalize("NFD", "la démocratie dure"),
    )
    assert aligned(composed, written_apart)[-1] == ("égale", "dure", False)


# The mutation suite: over every stored text.

NAME = re.compile(r"\b(China|Russia|Ukraine|India|Pakistan|Iran|Modi|Putin|Xi|Israel|NATO)\b")
QUOTE_STYLES = {"“": '"', "”": '"', '"': "”", "’": "'", "'": "’", "«": "„", "»": "“"}


def texts(dataset):
    wordings, statements = dataset.wordings, dataset.statements
    stored = [*wordings["text"], *statements["text"], *statements["original_text"]]
    return [text for text in dict.fromkeys(stored) if text]


def without_not(text):
    return re.sub(r"\b(not|never|no|не|нет) |n['’]t\b|不|没|無|未", "", text, count=1)


def digit_swapped(text):
    return re.sub(r"\d", lambda m: str((int(m[0]) + 1) % 10), text, count=1)


def name_changed(text):
    return NAME.sub(lambda m: "Japan" if m[0] != "Japan" else "Korea", text, count=1)


def sentences_joined(text):
    return re.sub(r"(?<=[\w\"”])[.!?] +(\w)", r" \1", text, count=1)


def middle_cut(text):
    """Splice the first half of the first sentence to the last half of the last one."""
    parts = re.split(r"(?<=[.!?]) +", text)
    if len(parts) < 2 or min(len(part.split()) for part in (parts[0], parts[-1])) < 6:
        return text
    first, last = parts[0].split(), parts[-1].split()
    return " ".join([*first[: len(first) // 2], *last[len(last) // 2 :]])


MUTATIONS = [without_not, digit_swapped, name_changed, sentences_joined, middle_cut]


@pytest.mark.parametrize("mutate", MUTATIONS)
def test_every_stored_text_loses_its_badge_when_its_meaning_is_changed(dataset, mutate):
    mutants = [(text, mutate(text)) for text in texts(dataset)]
    mutants = [(text, mutant) for text, mutant in mutants if mutant != text]
    assert len(mutants) >= 15, "the mutation must really happen"
    missed = [mutant for text, mutant in mutants if compare(text, mutant).badge in SAME]
    assert missed == []


@pytest.mark.parametrize("mutate", MUTATIONS)
def test_no_stored_print_gains_by_a_change_of_meaning(dataset, mutate):
    statements = dataset.statements.set_index("statement_id")["text"]
    rank = {badge: place for place, badge in enumerate(BADGES)}
    for row in dataset.wordings.itertuples():
        mutant = mutate(row.text)
        before = compare(statements[row.statement_id], row.text).badge
        after = compare(statements[row.statement_id], mutant).badge
        if mutant != row.text:
            assert after not in SAME, mutant
            if mutate in {without_not, digit_swapped} and before == "paraphrase":
                assert rank[after] > rank[before], mutant


def quotes_restyled(text):
    return "".join(QUOTE_STYLES.get(sign, sign) for sign in text)


def spaced_out(text):
    return "  " + text.replace(" ", " \u00a0 ") + "\t"


@pytest.mark.parametrize("dress", [str.upper, str.lower, str.swapcase, quotes_restyled, spaced_out])
def test_case_quotes_and_spacing_never_change_a_stored_badge(dataset, dress):
    statements = dataset.statements.set_index("statement_id")["text"]
    for text in texts(dataset):
        assert compare(text, dress(text)).badge in SAME, dress(text)
    for row in dataset.wordings.itertuples():
        plain = compare(statements[row.statement_id], row.text).badge
        dressed = compare(statements[row.statement_id], dress(row.text)).badge
        assert plain == dressed or {plain, dressed} <= SAME, dress(row.text)
