"""The map of who belongs to the SCO."""

import pandas as pd
import plotly.graph_objects as go

from components.figures.base_map import lay_ground
from components.figures.layout import calm
from components.figures.palette import CLEAR, EDGE, SELECTED, STATUS, TEXT
from components.figures.sco_wording import hover_lines, words_for
from components.figures.wording import escape_hover, label, short_day

SMALL_STATES = ["BHR", "MDV", "QAT", "KWT"]
"""States whose shape is smaller than a finger at the map's scale; they get a dot as well."""


def membership_map(
    standing: pd.DataFrame,
    countries: pd.DataFrame,
    selected: str = "",
    *,
    borders: str = "un",
    applicants: pd.DataFrame | None = None,
) -> go.Figure:
    """Fill each state by its status, and mark the disputed areas as belonging to none.

    Parameters
    ----------
    standing
        Rows of ``memberships.csv``, one a state.
    countries
        ``countries.csv``: names, and the disputed areas with their parties.
    selected
        Code of the state to outline; blank for none.
    borders
        Whose borders: ``un`` or ``de-facto``.
    applicants
        Rows of ``accessions.csv`` open on the day: a ring at each capital.

    Shapes travel by URL, never in the figure: draw it with the base map's address set.
    """
    names = countries.set_index("country")["name"]
    figure = go.Figure()
    for status, rows in standing.groupby("status", sort=False):
        figure.add_trace(_fill(rows, names, str(status)))
        small = rows[rows["country"].isin(SMALL_STATES)]
        if len(small):
            figure.add_trace(_dots(small, countries, str(status)))
    if applicants is not None and len(applicants):
        figure.add_trace(_rings(applicants, countries))
    lay_ground(figure, countries, borders)
    if selected in set(standing["country"]):
        figure.add_trace(_outline(selected))
    return calm(figure, height=420, margin={"l": 0, "r": 0, "t": 0, "b": 0})


def _hover(rows: pd.DataFrame, names: pd.Series) -> list[str]:
    return [
        f"<b>{escape_hover(names[row.country])}</b><br>"
        f"{label('status', row.status)} since {short_day(row.valid_from)}"
        for row in rows.itertuples()
    ]


def _fill(rows: pd.DataFrame, names: pd.Series, status: str) -> go.Choropleth:
    colour = STATUS[status]
    return go.Choropleth(
        name=label("status", status),
        locations=list(rows["country"]),
        z=[1] * len(rows),
        colorscale=[[0, colour], [1, colour]],
        showscale=False,
        showlegend=True,
        marker={"line": {"color": EDGE, "width": 0.7}},
        hovertext=_hover(rows, names),
        hovertemplate="%{hovertext}<extra></extra>",
        unselected={"marker": {"opacity": 1}},
    )


def _dots(rows: pd.DataFrame, countries: pd.DataFrame, status: str) -> go.Scattergeo:
    places = countries.set_index("country").loc[rows["country"]]
    return go.Scattergeo(
        lon=list(places["lon"]),
        lat=list(places["lat"]),
        customdata=list(rows["country"]),
        mode="markers",
        marker={"size": 9, "color": STATUS[status], "line": {"color": EDGE, "width": 1}},
        hovertext=_hover(rows, places["name"]),
        hovertemplate="%{hovertext}<extra></extra>",
        showlegend=False,
        unselected={"marker": {"opacity": 1}},
    )


def _rings(applicants: pd.DataFrame, countries: pd.DataFrame) -> go.Scattergeo:
    places = countries.set_index("country").loc[applicants["country"]]
    hovers = [
        hover_lines(
            str(places["name"][row.country]),
            f"seeks to be {label('status', row.seeks).lower()}: {words_for('stage', row.stage)}",
            f"since {short_day(row.opened_on)}",
        )
        for row in applicants.itertuples()
    ]
    return go.Scattergeo(
        name="Seeks another status",
        lon=list(places["lon"]),
        lat=list(places["lat"]),
        customdata=list(applicants["country"]),
        mode="markers",
        marker={"symbol": "circle-open-dot", "size": 13, "color": TEXT, "line": {"width": 2}},
        hovertext=hovers,
        hovertemplate="%{hovertext}<extra></extra>",
        unselected={"marker": {"opacity": 1}},
    )


def _outline(country: str) -> go.Choropleth:
    return go.Choropleth(
        locations=[country],
        z=[1],
        colorscale=[[0, CLEAR], [1, CLEAR]],
        showscale=False,
        marker={"line": {"color": SELECTED, "width": 3}},
        hoverinfo="skip",
        unselected={"marker": {"opacity": 1}},
    )
