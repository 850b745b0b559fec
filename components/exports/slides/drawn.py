"""Which figure a slide draws on a page, in a room's type, and the key beside it."""

from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from components.answers.answer import Picture
from components.answers.briefing import Slide
from components.answers.statements import Statements
from components.answers.votes import Votes
from components.exports.slides.bodies import Body
from components.exports.slides.map_body import MapBody
from components.figures.claims_over_time import lines_key
from components.figures.meeting_places import places_key
from components.figures.palette import QUIET, of_rgba
from components.figures.slide_figures import KeyEntry, for_a_room, key_of, longest_writing
from components.figures.slide_maps import large_map
from components.figures.slide_timeline import large_timeline, timeline_key
from components.figures.slide_votes import large_votes, votes_key
from components.figures.timeline import Timeline
from data.questions.statements import topics_of
from data.questions.timeline import frame_of, in_lanes, laid_out

MEETING_MAPS = ("meetings-flat", "meetings-globe")
TIME = "claims-time"
LINE_ON_A_PHONE = 44
MOST_LANES = 7
SLOTS, FEW_SLOTS = 26, 7
"""Slots of time that a slide and a phone have room for: a slot holds a number in large type."""


@dataclass(frozen=True)
class Drawn:
    """A figure for a wide page, one for a narrow page where that differs, and their key."""

    wide: Any
    narrow: Any = None
    key: list[KeyEntry] = field(default_factory=list)


def draw(slide: Slide, body: Body, picture: Picture) -> Drawn:
    """Draw what the slide shows."""
    answer = slide.answer
    if isinstance(answer, Statements) and picture.key == "timeline" and len(answer.rows):
        return _timeline(answer)
    if isinstance(answer, Votes) and picture.key == "votes-matrix" and len(answer.matrix):
        return _votes(answer)
    if isinstance(body, MapBody) and hasattr(picture.figure, "layers"):
        return Drawn(flat_map(body), key=_places_key(body) if picture.key in MEETING_MAPS else [])
    return _in_large_type(picture)


def _in_large_type(picture: Picture) -> Drawn:
    """Draw the view's own figure, with writing in shorter lines for a phone."""
    figure: Any = picture.figure
    key = key_of(figure)
    if picture.key == TIME:
        key += [KeyEntry(words, QUIET, "line", dash) for words, dash in lines_key()]
        if any(str(a.text).startswith("M") for a in figure.layout.annotations):
            key.append(KeyEntry("M: the method changed", QUIET, "bar"))
    narrow = None
    if longest_writing(figure) > LINE_ON_A_PHONE:
        narrow = for_a_room(figure, line=LINE_ON_A_PHONE)
    return Drawn(for_a_room(figure), narrow, key)


def _votes(answer: Votes) -> Drawn:
    names = answer.data.countries.set_index("country")["name"]
    adopted = answer.data.resolutions.set_index("resolution")["adopted_on"]
    wide, narrow = (
        large_votes(answer.matrix, adopted, names, narrow=narrow) for narrow in (False, True)
    )
    return Drawn(wide, narrow, votes_key())


def _timeline(answer: Statements) -> Drawn:
    data, filters = answer.data, answer.filters
    names = data.countries.set_index("country")["name"]
    period = filters.since, filters.until
    rows, lanes = in_lanes(answer.rows, filters.lanes, names, MOST_LANES)
    frame = frame_of(data.conflicts, data.summits, *period)
    topics = topics_of(data.statements)
    wide, narrow = (
        Timeline(laid_out(rows, "statement_id", *period, slots), lanes, topics, period, frame)
        for slots in (SLOTS, FEW_SLOTS)
    )
    return Drawn(large_timeline(wide), large_timeline(narrow), timeline_key(wide))


def _places_key(body: MapBody) -> list[KeyEntry]:
    """List the kinds of place that the map has marks for."""
    used = {dot.colour for dot in body.dots}
    kinds = [(words, of_rgba(rgba)) for words, rgba in places_key()]
    return [KeyEntry(words, colour, "circle") for words, colour in kinds if colour in used]


def flat_map(body: MapBody) -> Any:
    """Draw a map of WebGL layers on the flat base map, as a Plotly figure."""
    lines = pd.DataFrame(
        [(*line.start, *line.end, line.colour, line.end_colour, line.label) for line in body.lines],
        columns=["from_lon", "from_lat", "to_lon", "to_lat", "colour", "end_colour", "label"],
    )
    dots = pd.DataFrame(
        [vars(dot) for dot in body.dots], columns=["lon", "lat", "colour", "size", "label"]
    )
    areas = [{"country": code, "name": body.names.get(code, code)} for code in body.disputed]
    return large_map(dots, lines, pd.DataFrame(areas, columns=["country", "name"]), body.window)
