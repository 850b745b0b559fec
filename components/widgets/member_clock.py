"""The time machine's controls: step, scrub, play; and whose borders the map draws."""

import pandas as pd
import streamlit as st

from components.answers.answer import FIRST_DAY
from components.answers.members import Members
from components.figures.base_map import BORDERS
from components.figures.wording import short_day
from components.widgets.first_click import hold, make_up, press
from components.widgets.inputs import choose_day, choose_segment, write

SECONDS = 2
"""How long play rests on each change."""


def iso(day: pd.Timestamp) -> str:
    """Write a day as the link carries it."""
    return f"{day:%Y-%m-%d}"


def choose_moment(answer: Members) -> None:
    """Draw the controls of the day: a slider over the changes, its neighbours, any day, play."""
    days = list(answer.days)
    if not days:
        return
    before = max((day for day in days if day < answer.on), default=None)
    after = min((day for day in days if day > answer.on), default=None)
    if len(days) > 1:
        _choose_change(days, answer.changed_on or days[0])
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _step("Previous change", ":material/skip_previous:", before)
        _step("Next change", ":material/skip_next:", after)
        choose_day(
            "Any day", "on", answer.on, (FIRST_DAY, answer.default_on), default=answer.default_on
        )
        choose_borders(answer.borders)
        playing = st.toggle(
            "Play",
            key="play",
            help=f"Goes to the next change every {SECONDS} seconds. Nothing moves unless it is on.",
        )
    if playing:
        _play(after or days[0])


def _choose_change(days: list[pd.Timestamp], shown: pd.Timestamp) -> None:
    """Draw a slider over the changes, movable by keyboard; the day goes into the link."""
    key, value = "on-step", iso(shown)

    def changed() -> None:
        write("on", st.session_state[key])

    st.select_slider(
        "Changes in the organisation",
        [iso(day) for day in days],
        value if hold(key, value) else None,
        key=key,
        format_func=lambda code: short_day(pd.Timestamp(code)),
        on_change=changed,
    )
    make_up(key, value, changed)


def _step(label: str, icon: str, day: pd.Timestamp | None) -> None:
    target = iso(day) if day is not None else None
    press(label, label, lambda: write("on", target), icon=icon, disabled=day is None)


def _play(following: pd.Timestamp) -> None:
    """Go to the next change after a rest; after the last, begin again."""
    st.session_state["play-rested"] = False

    @st.fragment(run_every=SECONDS)
    def rest_and_go() -> None:
        # The first run belongs to the page; only the timer's own runs go on.
        if st.session_state["play-rested"]:
            write("on", iso(following))
            st.rerun()
        st.session_state["play-rested"] = True

    rest_and_go()


def choose_borders(borders: str) -> None:
    """Draw the switch between the two choices of borders."""
    choose_segment(
        "Borders",
        "borders",
        BORDERS,
        borders,
        lambda code: {"un": "UN"}.get(code, "De facto"),
        default="un",
    )


def choose_on(on: pd.Timestamp, last: pd.Timestamp, label: str = "Members as of") -> None:
    """Draw the day that a view holds for: it decides who counts as a member."""
    choose_day(label, "on", on, (FIRST_DAY, last), default=last)
