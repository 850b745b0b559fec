"""Colours hold for every reader: contrast by WCAG 2.2, and three kinds of colour blindness."""

import json
from collections.abc import Iterator
from functools import cache
from itertools import combinations

import numpy as np
import plotly.graph_objects as go
import pytest
from colorspacious import deltaE
from daltonlens.simulate import Deficiency, Simulator_Brettel1997, Simulator_Vienot1999

from components.answers import VIEWS
from components.figures import layout, palette
from components.link import Link
from tests.links import ask

PAGES = {"light": palette.PAGE_LIGHT, "dark": palette.PAGE_DARK}
STREAMLIT_TEXT = {"light": "#0d1116", "dark": "#e8e6e1"}
"""Colour of text in ``.streamlit/config.toml``, which charts take on."""
TOLD_BY_COLOUR = 12
"""Least difference (CAM02-UCS) of two colours that nothing but colour tells apart: 1 is just
seen side by side, 10 at a glance."""
TOLD_TWICE = 7.5
"""The same, where a symbol or a word tells the two apart as well."""


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colours(marks: dict) -> dict[str, str]:
    """Colour by name, for a table of marks or of colours."""
    return {k: v if isinstance(v, str) else v[0] for k, v in marks.items()}


STATUS = {name: palette.STATUS[name] for name in ("member", "observer", "dialogue_partner")}
"""The statuses that stood side by side on some day; the names changed, the colours did not."""
TOPICS = dict(enumerate([*palette.TOPIC_MARKS, palette.OTHER_TOPIC]))
OPEN_OR_NOT = {"mark": palette.ACCENT, "selected": palette.SELECTED}
MARKS = {
    palette.ACCENT,
    palette.QUIET,
    palette.SELECTED,
    palette.HATCH,
    *palette.STATUS.values(),
    *colours(palette.STAKE).values(),
    *colours(TOPICS).values(),
    *colours(palette.COUNTRY_MARKS).values(),
    *palette.CHANGE.values(),
    *palette.SIDES,
    *colours(palette.VOTE_MARKS).values(),
}


@pytest.mark.parametrize("page", PAGES.values())
@pytest.mark.parametrize("mark", sorted(MARKS))
def test_a_mark_stands_out_from_the_page(mark, page):
    assert contrast(mark, page) >= 3


@pytest.mark.parametrize("colour", [palette.INK, palette.INK_QUIET, palette.INK_LINK])
@pytest.mark.parametrize("sheet", [palette.PAGE_LIGHT, palette.PAPER_TINT])
def test_words_of_a_slide_can_be_read(colour, sheet):
    assert contrast(colour, sheet) >= 4.5


def words_of(node: object, name: str = "") -> Iterator[str]:
    """Give the colour of every font of a figure's specification."""
    if isinstance(node, dict):
        if name.endswith("font") and "color" in node:
            yield node["color"]
        for key, value in node.items():
            yield from words_of(value, key)
    elif isinstance(node, list):
        for value in node:
            yield from words_of(value, name)


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_words_in_a_figure_have_the_colour_of_the_page(view):
    figures = [picture.figure for picture in ask(Link(view)).pictures]
    drawn = [json.loads(f.to_json()) for f in figures if isinstance(f, go.Figure)]
    said = {colour for figure in drawn for colour in words_of(figure)}
    # Words in a bar have the colour that its fill asks for, on either page.
    assert said <= {palette.TEXT, "#000000", palette.PAGE_LIGHT}
    for figure in drawn:
        for axis in ("xaxis", "yaxis"):
            # Left unset, Streamlit's theme writes ticks in a grey of 3.7:1 on white.
            assert figure["layout"][axis]["tickfont"]["color"] == palette.TEXT


FILLS = [*palette.CHANGE.values(), palette.EXPLAINED, palette.OPEN_FINDING]


@pytest.mark.parametrize("fill", FILLS)
def test_a_number_can_be_read_on_its_bar(fill):
    assert contrast(palette.words_on(fill), fill) >= 4.5


def test_words_in_place_of_a_figure_have_it_too():
    figure = json.loads(layout.nothing_matches("Nothing.").to_json())
    assert set(words_of(figure)) == {palette.TEXT}


@pytest.mark.parametrize("scheme", PAGES)
@pytest.mark.parametrize("ground", [*palette.AGREEMENT, palette.CLUSTER, palette.WAR_FILL])
def test_a_number_can_be_read_on_its_ground(ground, scheme):
    *channels, alpha = (float(part) for part in ground[5:-1].split(","))
    solid = "#{:02x}{:02x}{:02x}".format(*(int(c) for c in channels))
    under = palette.mixed(solid, alpha, PAGES[scheme])
    assert contrast(STREAMLIT_TEXT[scheme], under) >= 4.5


@cache
def seen_by(eye: str, colour: str) -> tuple[int, ...]:
    """Give a colour as a dichromat sees it. Viénot's model is none for tritanopes."""
    rgb = np.array([[[int(colour[place : place + 2], 16) for place in (1, 3, 5)]]], dtype=np.uint8)
    if eye == "tritanopia":
        rgb = Simulator_Brettel1997().simulate_cvd(rgb, Deficiency.TRITAN, severity=1.0)
    elif eye != "trichromacy":
        kind = Deficiency.PROTAN if eye == "protanopia" else Deficiency.DEUTAN
        rgb = Simulator_Vienot1999().simulate_cvd(rgb, kind, severity=1.0)
    return tuple(int(channel) for channel in rgb[0, 0])


def too_close(eye: str, marks: dict[str, str], least: float) -> list[tuple[str, str, float]]:
    return [
        (one, other, round(float(apart), 1))
        for (one, a), (other, b) in combinations(marks.items(), 2)
        if (apart := deltaE(seen_by(eye, a), seen_by(eye, b), input_space="sRGB255")) < least
    ]


EYES = ["trichromacy", "protanopia", "deuteranopia", "tritanopia"]


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize(
    "together",
    [STATUS, OPEN_OR_NOT, dict(enumerate(palette.SIDES))],
    ids=["status", "selected", "sides"],
)
def test_every_eye_tells_colours_apart_that_stand_alone(together, eye):
    assert too_close(eye, together, TOLD_BY_COLOUR) == []


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize(
    "together", [palette.STAKE, TOPICS, palette.VOTE_MARKS], ids=["stake", "topic", "vote"]
)
def test_every_eye_tells_colours_apart_that_have_a_symbol_too(together, eye):
    assert too_close(eye, colours(together), TOLD_TWICE) == []


@pytest.mark.parametrize(
    "marks",
    [palette.STAKE, TOPICS, palette.VOTE_MARKS, palette.COUNTRY_MARKS],
    ids=["stake", "topic", "vote", "country"],
)
def test_no_two_marks_share_a_symbol_or_a_colour(marks):
    symbols = [symbol for _, symbol in marks.values()]
    assert len(set(symbols)) == len(symbols)
    assert len(set(colours(marks).values())) == len(marks)


def test_every_line_of_a_state_is_named_at_its_end():
    (lines,) = [picture.figure for picture in ask(Link("compare")).pictures]
    named = [note.text.rpartition("> ")[2] for note in lines.layout.annotations]
    assert sorted(named) == sorted(trace.name for trace in lines.data)
