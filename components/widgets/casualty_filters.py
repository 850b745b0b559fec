"""The question of the casualties view, drawn as filters."""

import streamlit as st

from components.answers.casualties import Casualties
from components.figures.wording import label
from components.widgets.inputs import choose_day, choose_one, choose_several
from data.questions.claims import BASIS_ORDER

PERIOD = ("from", "to")


def choose_question(answer: Casualties) -> None:
    """Draw the question: which conflict, whose people, who and what is counted, how, when."""
    question, options, data = answer.question, answer.options, answer.data
    if not options.conflicts:
        return
    conflicts = data.conflicts.set_index("conflict")["name"]
    countries = data.countries.set_index("country")["name"]
    of_people = [row for row in options.counted if row[0] == question.whose]
    measures = [row[2] for row in of_people if row[1] == question.population]
    bounds = (data.conflicts.set_index("conflict")["from"][question.conflict], data.reviewed_on)
    with st.grid(4, min_column_width=150):
        choose_one(
            "Conflict",
            "conflict",
            options.conflicts,
            question.conflict,
            lambda code: conflicts[code],
            default=options.default_conflict,
            also_clears=("whose", "population", "measure", *PERIOD, "claim"),
        )
        choose_one(
            "Whose people",
            "whose",
            list(dict.fromkeys(row[0] for row in options.counted)),
            question.whose,
            lambda code: "All sides" if code == "all" else countries.get(code, code),
            default=options.default.whose,
            also_clears=("population", "measure", "claim"),
        )
        choose_one(
            "Who is counted",
            "population",
            list(dict.fromkeys(row[1] for row in of_people)),
            question.population,
            lambda code: label("population", code),
            default=of_people[0][1],
            also_clears=("measure", "claim"),
        )
        choose_one(
            "What is counted",
            "measure",
            measures,
            question.measure,
            lambda code: label("measure", code),
            default=measures[0],
            also_clears=("claim",),
        )
        choose_several(
            "Counted how",
            "basis",
            BASIS_ORDER,
            question.basis,
            lambda code: label("basis", code),
        )
        choose_day("From", "from", question.since, bounds, default=options.default.since)
        choose_day("To", "to", question.until, bounds, default=options.default.until)
