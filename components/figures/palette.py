"""Meaning to colour and symbol; the only file with colour codes.

Every colour of a mark stands at least 3:1 against both page backgrounds (a test measures it),
so one figure serves light and dark. Nothing is told by colour alone: a symbol, a pattern or a
word goes with each.
"""

PAGE_LIGHT = "#ffffff"
PAGE_DARK = "#14181c"

TEXT = "#000037"
"""Streamlit's own placeholder for strong text: its browser code puts the theme's colour in."""

ACCENT = "#2f7db0"
QUIET = "#7a828c"
GRID = "rgba(128,128,128,0.22)"
LAND = "rgba(128,128,128,0.16)"
BORDER = "rgba(128,128,128,0.55)"
CLEAR = "rgba(0,0,0,0)"
EDGE = "rgba(255,255,255,0.75)"
"""Edge between two filled shapes."""
SELECTED = "#c2483d"

STATUS = {
    "shanghai_five": "#2f7db0",
    "member": "#2f7db0",
    "observer": "#3e8e7e",
    "dialogue_partner": "#b5772c",
    "sco_partner": "#b5772c",
}

DISPUTED_FILL = "rgba(122,130,140,0.30)"
HATCH = "#7a828c"

STAKE = {
    "own_side": ("#2f7db0", "circle"),
    "ally_of_own_side": ("#3e8e7e", "triangle-up"),
    "opponent": ("#c2483d", "square"),
    "ally_of_opponent": ("#b5772c", "triangle-down"),
    "third_state": ("#8a6bb0", "diamond"),
    "united_nations": ("#2a8da8", "pentagon"),
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
    ("#3e8e7e", "diamond"),
    ("#b5772c", "triangle-up"),
    ("#8a6bb0", "pentagon"),
    ("#2a8da8", "cross"),
]
"""Marks of the most frequent topics, in order; every other topic takes ``OTHER_TOPIC``."""
OTHER_TOPIC = (QUIET, "x")

MAP_WATER_RGBA = [128, 128, 128, 12]
MAP_LAND_RGBA = [128, 128, 128, 50]
MAP_BORDER_RGBA = [128, 128, 128, 140]
MAP_DISPUTED_RGBA = [122, 130, 140, 120]
PLACE_EDGE_RGBA = [255, 255, 255, 200]
PLACE_RGBA = [47, 125, 176, 190]
PLACE_SELECTED_RGBA = [194, 72, 61, 230]

CLUSTER = "rgba(128,128,128,0.28)"
WAR_FILL = "rgba(194,72,61,0.07)"
WAR_BAR = "rgba(194,72,61,0.75)"
SUMMIT_FILL = "rgba(128,128,128,0.10)"
SUMMIT_LINE = "rgba(128,128,128,0.35)"
CHOSEN_PERIOD = "rgba(128,128,128,0.22)"
JOURNEY_FROM_RGBA = [47, 125, 176, 60]
JOURNEY_TO_RGBA = [181, 119, 44, 140]
