"""The map of who belongs to the SCO."""

import pandas as pd
import plotly.graph_objects as go

from components.figures.layout import calm
from components.figures.palette import (
    BORDER,
    CLEAR,
    DISPUTED_FILL,
    EDGE,
    HATCH,
    LAND,
    SELECTED,
    STATUS,
)
from components.figures.wording import escape_hover, label, listed, short_day

SMALL_STATES = ["BHR", "MDV", "QAT", "KWT"]
"""States whose shape is smaller than a finger at the map's scale; they get a dot as well."""


def membership_map(
    standing: pd.DataFrame, countries: pd.DataFrame, selected: str = ""
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

    Shapes travel by URL, never in the figure: draw it with the base map's address set.
    """
    names = countries.set_index("country")["name"]
    figure = go.Figure()
    for status, rows in standing.groupby("status", sort=False):
        figure.add_trace(_fill(rows, names, str(status)))
        small = rows[rows["country"].isin(SMALL_STATES)]
        if len(small):
            figure.add_trace(_dots(small, countries, str(status)))
    figure.add_trace(_disputed(countries, names))
    if selected in set(standing["country"]):
        figure.add_trace(_outline(selected))
    figure.update_geos(
        projection={"type": "natural earth", "rotation": {"lon": 85}},
        lonaxis={"range": [12, 172]},
        lataxis={"range": [-3, 77]},
        fitbounds=False,
        resolution=110,
        bgcolor=CLEAR,
        showframe=False,
        showland=True,
        landcolor=LAND,
        showcountries=True,
        countrycolor=BORDER,
        countrywidth=0.5,
        showcoastlines=True,
        coastlinecolor=BORDER,
        coastlinewidth=0.5,
        showrivers=True,
        rivercolor=HATCH,
        riverwidth=0.8,
        showlakes=False,
        showocean=False,
    )
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


def _disputed(countries: pd.DataFrame, names: pd.Series) -> go.Choropleth:
    areas = countries[countries["kind"] == "disputed_area"]
    return go.Choropleth(
        name="Disputed: in no state's colour",
        locations=list(areas["country"]),
        z=[1] * len(areas),
        colorscale=[[0, DISPUTED_FILL], [1, DISPUTED_FILL]],
        showscale=False,
        showlegend=True,
        marker={"line": {"color": HATCH, "width": 0.8}},
        hovertext=_disputed_hover(areas, names),
        hovertemplate="%{hovertext}<extra></extra>",
        unselected={"marker": {"opacity": 1}},
    )


def _disputed_hover(areas: pd.DataFrame, names: pd.Series) -> list[str]:
    hovers = []
    for name, parties in zip(areas["name"], areas["parties"], strict=True):
        claimed_by = listed([escape_hover(names[code]) for code in parties.split(";")])
        hovers.append(f"<b>{escape_hover(name)}</b><br>Claimed by {claimed_by}")
    return hovers


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
