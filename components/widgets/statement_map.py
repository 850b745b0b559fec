"""The map of statements and journeys, and the same as tables."""

import streamlit as st

from components.answers.answer import Picture
from components.answers.statements import Statements
from components.figures.wording import plural
from components.widgets.charts import draw


def show_where(answer: Statements, picture: Picture) -> None:
    """Draw the map, where there is something on it; the same content opens as tables."""
    places, journeys = answer.places, answer.journeys
    if places.empty and journeys.empty:
        return
    st.header("Where", anchor=False)
    draw(picture)
    made = int(journeys["journeys"].sum()) if len(journeys) else 0
    expander = st.expander(
        f"The map as tables: {plural(len(places), 'city', 'cities')}, {plural(made, 'journey')}",
        icon=":material/table:",
        key="map-open",
        on_change="rerun",
    )
    if not expander.open:
        return
    with expander:
        st.dataframe(
            places[["city", "statements", "speakers"]],
            hide_index=True,
            column_config={"city": "City", "statements": "Statements", "speakers": "Speakers"},
            key="places-table",
            alt="Statements by city",
        )
        st.dataframe(
            journeys[["person", "home", "city", "journeys", "days"]],
            hide_index=True,
            column_config={
                "person": "Leader",
                "home": "From",
                "city": "To",
                "journeys": "Journeys",
                "days": "Meetings began on",
            },
            key="journeys-table",
            alt="Journeys of leaders to summits and meetings",
        )
