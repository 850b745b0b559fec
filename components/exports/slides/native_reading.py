"""Read what a slide holds as shapes, charts and tables that stay editable."""

from typing import Any

from components.answers.briefing import Slide
from components.answers.readouts import Readouts
from components.answers.votes import NOT_VOTING, Votes
from components.exports.slides.bodies import (
    Body,
    Cell,
    CellsBody,
    GridBody,
    LanesBody,
    Marks,
    NativeBody,
    PairsBody,
)
from components.exports.slides.drawn import draw
from components.exports.slides.reading import picture_of, read_rows
from components.exports.slides.screen_reading import screen_body
from components.figures.palette import ACCENT, AGREEMENT, mixed, opaque
from components.figures.readout_topics import ABSENT
from components.figures.wording import label, plural

SIGNS = {
    "circle": "●",
    "square": "■",
    "diamond": "◆",
    "diamond-open": "◇",
    "triangle-up": "▲",
    "pentagon": "✱",
    "cross": "✚",
    "x": "✕",
    "line-ew-open": "–",
}
"""Signs of text that look as the marks do: tables and keys hold no markers."""
PALE = 0.22


def native_body(slide: Slide, body: Body) -> NativeBody:
    """Give the body that a slide draws: ``body``, or one for what has its own native form."""
    answer, picture = slide.answer, picture_of(slide)
    if picture is None or slide.row:
        return body
    if isinstance(answer, Votes) and answer.resolution and picture.key == "votes-matrix":
        # The finding is of one resolution: its roll is the proof, not the grid of all.
        return read_rows(answer)
    if picture.key == "timeline" and len(answer.rows):
        return _lanes(draw(slide, body, picture))
    if isinstance(answer, Readouts) and len(answer.aligned):
        return _topics(answer)
    if picture.key == "votes-agreement" and isinstance(answer, Votes) and len(answer.matrix):
        return _agreement(picture.figure, answer)
    own = screen_body(slide)
    if isinstance(own, GridBody):
        return _votes(own)
    return own if isinstance(own, PairsBody) else body


def _votes(grid: GridBody) -> CellsBody:
    looks = {code: (colour, SIGNS.get(symbol, "●")) for code, _, colour, symbol in grid.key}
    cells = tuple(
        tuple(
            Cell(looks[code][1], mixed(opaque(looks[code][0]), PALE), looks[code][0])
            if code in looks
            else Cell("")
            for code in row
        )
        for row in grid.cells
    )
    key = tuple((words, looks[code][1], colour) for code, words, colour, _ in grid.key)
    return CellsBody(grid.rows, grid.names, cells, key, f"{NOT_VOTING.partition('.')[0]}.")


def _agreement(figure: Any, answer: Votes) -> CellsBody:
    """Put every pair's per cent at both its places, so that a row reads as one state."""
    names = answer.data.countries.set_index("country")["name"]
    (trace,) = figure.data
    share: dict[tuple[str, str], str] = {}
    for a, b, text in zip(trace.x, trace.y, trace.text, strict=True):
        share[(a, b)] = share[(b, a)] = str(text)
    low, high = (opaque(colour) for colour in AGREEMENT)
    cells = tuple(
        tuple(
            Cell(share[(a, b)], mixed(high, float(share[(a, b)]) / 100, low))
            if (a, b) in share
            else Cell("" if a == b else "none")
            for b in answer.states
        )
        for a in answer.states
    )
    rows = tuple(str(names[code]) for code in answer.states)
    return CellsBody(rows, rows, cells)


def _topics(answer: Readouts) -> CellsBody:
    cells = []
    for row in answer.aligned.itertuples():
        counts = [len(row.left), len(row.right)]
        cells.append(
            tuple(
                Cell(plural(n, "passage"), mixed(ACCENT, PALE)) if n else Cell(ABSENT)
                for n in counts
            )
        )
    topics = tuple(label("topic", topic) for topic in answer.aligned["topic"])
    return CellsBody(topics, tuple(f"{name}'s account" for name in answer.names), tuple(cells))


def _lanes(drawn: Any) -> LanesBody:
    """Read the figure that a screen shows: the same lanes, marks and shading."""
    figure = drawn.wide
    marks = []
    for trace in figure.data:
        if trace.x is None or not len(trace.x):
            continue
        sizes = trace.marker.size
        marks.append(
            Marks(
                opaque(str(trace.marker.color)),
                str(trace.marker.symbol or "circle"),
                float(max(sizes) if hasattr(sizes, "__len__") else sizes),
                tuple(str(x) for x in trace.x),
                tuple(float(y) for y in trace.y),
                tuple(str(t) for t in trace.text) if trace.text is not None else (),
            )
        )
    start, end = (str(edge) for edge in figure.layout.xaxis.range)
    return LanesBody(
        tuple(name.strip() for name in figure.layout.yaxis.ticktext),
        tuple(marks),
        start,
        end,
        tuple(
            (str(shape.x0), str(shape.x1), opaque(str(shape.fillcolor)))
            for shape in figure.layout.shapes
        ),
        tuple((entry.words, opaque(entry.colour), entry.symbol) for entry in drawn.key),
    )
