"""Every kind of output is written for every value of every choice of every view.

Pages are written as the server serves them; a deck in one file has the same slides.
"""

import html
from itertools import combinations

import pytest

from components.answers import BRIEFING, VIEWS
from components.answers.briefing import NOT_SLIDES, Slide, slide_of
from components.deck import Item
from components.exports.card import picture as card
from components.exports.html.deck import deck_html
from components.exports.html.page_parts import Linked
from components.exports.pptx.deck import pptx_bytes
from components.exports.tables.data_package import deck_zip
from components.link import Link
from tests.links import ask_once, noted, parameters_of

BASE = "https://observatory.example"
SERVED = Linked("assets/", "data/geo/")
LOOKS, CHOICES = 3, 9
"""Most values of a parameter that changes how a view looks, and of any that has no long list."""
Chosen = dict[str, str]


def pairs(looks: dict[str, list[str]]) -> list[Chosen]:
    """Choose so that any two values stand together in some choice."""
    every = [(name, value) for name, values in looks.items() for value in values]
    wanted = [{a[0]: a[1], b[0]: b[1]} for a, b in combinations(every, 2) if a[0] != b[0]]
    rows: list[Chosen] = []
    for pair in wanted or [{name: value} for name, value in every]:
        fitting = (r for r in rows if all(r.get(n, v) == v for n, v in pair.items()))
        found = next(fitting, None)
        if found is None:
            rows.append(dict(pair))
        else:
            found.update(pair)
    return rows


def choices(view: str) -> list[Chosen]:
    """List few choices that hold every value of each short list, and one of each long one."""
    allowed, defaults = noted(view).allowed, noted(view).defaults
    looks = {
        # Left out, a choice can be a look of its own.
        name: values if defaults.get(name) in values else ["", *values]
        for name, values in allowed.items()
        if 0 < len(values) <= LOOKS
    }
    alone = [
        {name: value}
        for name, values in allowed.items()
        if len(values) > LOOKS
        for value in (values if len(values) <= CHOICES else values[:1])
    ]
    return [{}, *pairs(looks), *alone]


def slides_of(view: str) -> list[Slide]:
    """Answer each choice as slides: the first picture, and each further one not seen so far."""
    found, seen = [], set()
    for chosen in choices(view):
        link = Link(view, tuple((name, (value,)) for name, value in chosen.items() if value))
        for number in range(1, max(len(ask_once(link).pictures), 1) + 1):
            made = slide_of(len(found) + 1, Item(link, picture=number), None, ask_once)
            keys = [picture.key for picture in made.answer.pictures]
            if number == 1 or keys[number - 1] not in seen:
                found.append(made)
        seen.update(keys)
    return found


@pytest.mark.parametrize("view", [*VIEWS, BRIEFING])
def test_every_output_is_written_for_every_value_of_every_choice(view, monkeypatch):
    # Drawn at its own size: most of a card's time goes into making it smaller.
    monkeypatch.setattr(card, "SHARP", 1)
    slides = slides_of(view)
    taken: set[tuple[str, str]] = set()
    for each in slides:
        ignored = {part.name for part in each.answer.ignored}
        taken |= {(n, v[0]) for n, v in each.link.parameters if n not in ignored}
        assert set(each.answer.parameters) == set(parameters_of(view)), each.link.text
        page = deck_html([each], BASE, linked=SERVED, embed=True)
        assert html.escape(each.title) in page, each.link.text
        assert card.card_png(each).startswith(b"\x89PNG"), each.link.text
    short = {n: v for n, v in noted(view).allowed.items() if len(v) <= CHOICES}
    assert {(name, value) for name, values in short.items() for value in values} <= taken
    if view in NOT_SLIDES:
        return
    assert pptx_bytes(slides, BASE).startswith(b"PK")
    assert deck_zip(slides, BASE).startswith(b"PK")
