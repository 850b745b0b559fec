"""What to compare, of whom, how."""

import streamlit as st

from components.answers.compare import SCALES, SHOWS, Compare
from components.figures.sco_wording import words_for
from components.widgets.inputs import choose_one, choose_segment, choose_several
from components.widgets.member_clock import choose_borders, choose_on


def choose_comparison(answer: Compare) -> None:
    """Draw the filters: indicator, states, form, scale, year."""
    if not answer.indicators:
        return
    names = answer.data.country_names
    years = [str(year) for year in reversed(answer.years)]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        choose_segment(
            "As",
            "show",
            SHOWS,
            answer.show,
            lambda code: words_for("show", code),
            default="chart",
        )
        choose_segment(
            "Value",
            "mode",
            answer.modes,
            answer.mode,
            lambda code: words_for("mode", code),
            default="absolute",
        )
        choose_segment(
            "Scale",
            "scale",
            SCALES,
            answer.scale,
            lambda code: words_for("scale", code),
            default="linear",
        )
        if answer.show == "map":
            choose_borders(answer.borders)
    with st.grid(3, min_column_width=170):
        choose_one(
            "Indicator",
            "indicator",
            answer.indicators,
            answer.indicator,
            lambda code: words_for("indicator", code),
            default="population_total",
            also_clears=("mode", "year", "base"),
        )
        if len(years) > 1:
            choose_one("Year", "year", years, str(answer.year), str)
        if answer.base is not None:
            choose_one("Index is 100 in", "base", years, str(answer.base), str)
        choose_on(answer.on, answer.known_on or answer.data.reviewed_on)
        choose_several(
            "States",
            "state",
            answer.choices,
            [] if answer.states == answer.members else answer.states,
            lambda code: names[code],
            placeholder="All members",
        )
