"""Meaning to colour and symbol; the only file with colour codes.

Every colour of a mark stands at least 3:1 against both page backgrounds (a test measures it),
so one figure serves light and dark. Nothing is told by colour alone: a symbol, a pattern or a
word goes with each. Colours that stand side by side stay apart under the three dichromacies
(a test simulates them).
"""

import re

HEX = re.compile(r"#[0-9a-fA-F]{6}")
PAGE_LIGHT = "#ffffff"
PAGE_DARK = "#14181c"

INK = "#1d2329"
INK_QUIET = "#565f69"
INK_LINK = "#1f5f8b"
RULE = "#d8d4cc"
PAPER_TINT = "#f4f2ee"
SHEET_LAND = "#e4e3df"
SHEET_BORDER = "#9aa0a6"
SHEET_DISPUTED = "#7a828c"
"""Ink, quiet ink, links, rules and land of a printed sheet: slides, cards, files are light."""

TEXT = "#000037"
"""Streamlit's own placeholder for strong text: its browser code puts the theme's colour in."""

ACCENT = "#2f7db0"
QUIET = "#7a828c"
GRID = "rgba(128,128,128,0.22)"
LAND = "rgba(128,128,128,0.16)"
BORDER = "rgba(128,128,128,0.55)"
OVER_MARKS = "rgba(255,255,255,0.75)"
"""Ground of a name that lies over marks on a printed sheet."""
CLEAR = "rgba(0,0,0,0)"
EDGE = "rgba(255,255,255,0.75)"
"""Edge between two filled shapes."""
SELECTED = "#c2483d"

STATUS = {
    "shanghai_five": "#2f7db0",
    "member": "#2f7db0",
    "observer": "#68a070",
    "dialogue_partner": "#b5772c",
    "sco_partner": "#b5772c",
}

DISPUTED_FILL = "rgba(122,130,140,0.30)"
HATCH = "#7a828c"

STAKE = {
    "own_side": ("#2f7db0", "circle"),
    "ally_of_own_side": ("#509078", "triangle-up"),
    "opponent": ("#c2483d", "square"),
    "ally_of_opponent": ("#b5772c", "triangle-down"),
    "third_state": ("#886090", "diamond"),
    "united_nations": ("#2098b0", "pentagon"),
    "independent": ("#7a828c", "cross"),
}

BLANK_SYMBOL = {
    "unknown": "circle-x-open",
    "none_reported": "circle-open-dot",
    "not_applicable": "line-ew-open",
    "withheld": "square-x-open",
}
"""Marks of claims that carry a word instead of a number; they stand beside the axis, not on it."""

BASIS_DASH = {
    "named_list": "solid",
    "verified_incidents": "solid",
    "statistical_model": "dash",
    "intelligence_estimate": "dashdot",
    "official_statement": "dot",
    "media_report": "longdash",
}

TOPIC_MARKS = [
    ("#2f7db0", "circle"),
    ("#c2483d", "square"),
    ("#509078", "diamond"),
    ("#b5772c", "triangle-up"),
    ("#886090", "pentagon"),
    ("#2098b0", "cross"),
]
"""Marks of the most frequent topics, in order; every other topic takes ``OTHER_TOPIC``."""
OTHER_TOPIC = (QUIET, "x")

MAP_LAND_RGBA = [128, 128, 128, 50]
MAP_BORDER_RGBA = [128, 128, 128, 140]
MAP_DISPUTED_RGBA = [122, 130, 140, 120]
PLACE_EDGE_RGBA = [255, 255, 255, 200]
PLACE_RGBA = [47, 125, 176, 190]
PLACE_SELECTED_RGBA = [194, 72, 61, 230]

CLUSTER = "rgba(128,128,128,0.28)"
WAR_FILL = "rgba(194,72,61,0.07)"
WAR_FILL_ROOM = "rgba(194,72,61,0.11)"
"""A projector shows pale shades paler than a screen does."""
WAR_BAR = "rgba(194,72,61,0.75)"
SUMMIT_FILL = "rgba(128,128,128,0.10)"
SUMMIT_LINE = "rgba(128,128,128,0.35)"
CHOSEN_PERIOD = "rgba(128,128,128,0.22)"
JOURNEY_FROM_RGBA = [47, 125, 176, 60]
JOURNEY_TO_RGBA = [181, 119, 44, 140]
VOTE_MARKS = {
    "yes": ("#2f7db0", "circle"),
    "no": ("#c2483d", "square"),
    "abstain": ("#b5772c", "diamond-open"),
    "not_voting": ("#7a828c", "line-ew-open"),
}
"""Four marks that differ in shape as well as colour: not voting is no abstention."""

CHANGE = {
    "new": "#2b75a4",
    "corrected": "#b5772c",
    "retracted": "#c2483d",
    "superseded": "#7a828c",
    "began": "#3e8e7e",
    "ended": "#83629f",
}
"""Fills that carry a number: ``words_on`` each is 4.5:1 or more."""
EXPLAINED, OPEN_FINDING = "#7a828c", "#c2483d"
"""Findings on claims that are explained, and those that are not yet."""

COUNTRY_MARKS = {
    "CHN": ("#c2483d", "square"),
    "RUS": ("#2f7db0", "circle"),
    "IND": ("#b5772c", "triangle-up"),
    "PAK": ("#509078", "diamond"),
    "KAZ": ("#2098b0", "cross"),
    "KGZ": ("#886090", "pentagon"),
    "IRN": ("#7a828c", "x"),
    "BLR": ("#b0598f", "star"),
    "TJK": ("#74812f", "triangle-down"),
    "UZB": ("#a0674a", "hexagon"),
}
"""Lines of the members and their marks; any other state is drawn as ``OTHER_COUNTRY``. Ten
colours cannot all stay apart for every eye: each line is also named at its end."""
OTHER_COUNTRY = (QUIET, "circle-open")

SIDES = ("#c2483d", "#2f7db0")
"""The two sides of a relation, left and right."""
SCALE_LOW_HIGH = ("rgba(47,125,176,0.28)", "rgba(47,125,176,0.95)")
"""Ends of the one-colour scale of values."""
AGREEMENT = ("rgba(47,125,176,0.06)", "rgba(47,125,176,0.55)")
"""The same as the ground of a number, which must stay readable on both pages."""

ARC_FROM_RGBA = [47, 125, 176, 200]
ARC_TO_RGBA = [194, 72, 61, 220]
MEETING_RGBA = [181, 119, 44, 220]
SUMMIT_RGBA = [194, 72, 61, 230]
VIRTUAL_RGBA = [136, 96, 144, 255]
"""Ring of a meeting by video, which nobody travelled to."""
HATCH_RGBA = [122, 130, 140, 220]
GLOBE_SEA_RGBA = [128, 128, 128, 40]


def mixed(colour: str, share: float, ground: str = PAGE_LIGHT) -> str:
    """Mix a colour into a ground, as opaque ``#rrggbb``: slides know no transparency."""
    parts = zip(_channels(colour), _channels(ground), strict=True)
    return "#{:02x}{:02x}{:02x}".format(*(round(c * share + g * (1 - share)) for c, g in parts))


def of_rgba(channels: list[int]) -> str:
    """Write a colour given as numbers as ``#rrggbb``, its transparency left out."""
    return "#{:02x}{:02x}{:02x}".format(*channels[:3])


def words_on(fill: str) -> str:
    """Give the colour of words on an opaque fill: black or white, whichever stands out more."""
    linear = [
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4
        for c in (channel / 255 for channel in _channels(fill))
    ]
    luminance = sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return PAGE_LIGHT if 1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.05 else "#000000"


def opaque(colour: str) -> str:
    """Give any colour of this file as ``#rrggbb``; a transparent one lies on white."""
    if colour.startswith("rgba("):
        *channels, alpha = (float(part) for part in colour[5:-1].split(","))
        solid = "#{:02x}{:02x}{:02x}".format(*(int(c) for c in channels))
        return mixed(solid, alpha)
    if colour.startswith("rgb("):
        return "#{:02x}{:02x}{:02x}".format(*(int(float(c)) for c in colour[4:-1].split(",")))
    named = {"white": PAGE_LIGHT}
    return named.get(colour, colour if HEX.fullmatch(colour) else QUIET)


def _channels(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
