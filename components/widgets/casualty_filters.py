"""The question of the casualties view, drawn as filters."""

import streamlit as st

from components.answers.casualties import CHARTS, CLOCKS, SCALES, Casualties
from components.figures.wording import label, plural
from components.figures.wording import question as question_in_words
from components.widgets.inputs import (
    choose_day,
    choose_one,
    choose_segment,
    choose_several,
    say_anew,
    select,
    write,
)
from components.widgets.page import link_to
from data.questions.claims import BASIS_ORDER

OF_A_QUESTION = ("whose", "population", "measure")
PERIOD = ("from", "to")


def choose_question(answer: Casualties) -> None:
    """Draw the question: which conflict, who and what is counted, how, by whom, when."""
    question, options, data = answer.question, answer.options, answer.data
    if not options.conflicts:
        return
    conflicts = data.conflicts.set_index("conflict")["name"]
    bounds = (data.conflicts.set_index("conflict")["from"][question.conflict], data.reviewed_on)
    with st.grid(2, min_column_width=300):
        choose_one(
            "Conflict",
            "conflict",
            options.conflicts,
            question.conflict,
            lambda code: conflicts[code],
            default=options.default_conflict,
            also_clears=(*OF_A_QUESTION, *PERIOD, "claimants", "claim"),
        )
        _choose_counted(answer)
    with st.grid(4, min_column_width=150):
        choose_several(
            "Counted how",
            "basis",
            BASIS_ORDER,
            question.basis,
            lambda code: label("basis", code),
        )
        choose_several(
            "According to",
            "claimants",
            list(options.claimants),
            question.claimants,
            lambda code: options.claimants[code],
            placeholder="Anyone",
        )
        choose_day("From", "from", question.since, bounds, default=options.default.since)
        choose_day("To", "to", question.until, bounds, default=options.default.until)


def _choose_counted(answer: Casualties) -> None:
    """Draw whose people and which measure as one question in plain words."""
    question, counted = answer.question, answer.options.counted
    codes = [".".join(key) for key in counted]
    current = f"{question.whose}.{question.population}.{question.measure}"

    def words(code: str) -> str:
        key = tuple(code.split("."))
        return f"{question_in_words(*key)} ({plural(counted[key], 'claim')})"

    def changed() -> None:
        chosen = st.session_state["question"].split(".")
        for name in ("claimants", "claim"):
            write(name, None)
        for name, value in zip(OF_A_QUESTION, chosen, strict=True):
            write(name, None if chosen == codes[0].split(".") else value)

    say_anew("question", current, words(current))
    select("Question", "question", codes, current, words, changed)


def choose_chart(answer: Casualties) -> None:
    """Draw the switches between the pictures, the clock and the axis."""
    names = {"gap": "Side by side", "time": "Over time", "drift": "Revisions"}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        choose_segment("Picture", "chart", CHARTS, answer.chart, names.get, default=CHARTS[0])
        if answer.chart == "time":
            clocks = {"covers": "The day it covers", "said": "The day it was said"}
            choose_segment("By", "clock", CLOCKS, answer.clock, clocks.get, default=CLOCKS[0])
        if answer.log_offered and answer.chart != "drift":
            scales = {"linear": "Even steps", "log": "Powers of ten"}
            choose_segment("Axis", "scale", SCALES, answer.scale, scales.get, default=SCALES[0])


def say_how_many_more(answer: Casualties) -> None:
    """Say how many claims on the question hold for other days, and lead to them."""
    more = answer.options.asked - len(answer.rows)
    question = answer.question
    if answer.chart != CHARTS[0] or more <= 0 or question.basis or question.claimants:
        return
    start = answer.data.conflicts.set_index("conflict")["from"][question.conflict]
    asked = {name: getattr(question, name) for name in OF_A_QUESTION}
    link_to(
        "casualties",
        f"{plural(more, 'more claim')} on this question for other days: all of them over time",
        icon=":material/timeline:",
        conflict=question.conflict,
        chart="time",
        **{"from": f"{start:%Y-%m-%d}"},
        **asked,
    )


def choose_claim(answer: Casualties) -> None:
    """Draw the rows as a list to open one by keyboard."""
    rows = answer.rows.set_index("claim_id")
    if rows.empty and not answer.claim:
        return
    codes = ["", *rows.index]
    if answer.claim and answer.claim not in codes:
        codes.append(answer.claim)

    def words(code: str) -> str:
        if not code:
            return "Choose one, or click a mark or a row"
        if code not in rows.index:
            return "The claim of this link"
        row = rows.loc[code]
        return f"{row['claimant']}: {row['number']}, said on {row['said_on']:%Y-%m-%d}"

    choose_one("Open a claim", "claim", codes, answer.claim, words)
