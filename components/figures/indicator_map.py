"""One indicator of one year as a map."""

import math

import pandas as pd
import plotly.graph_objects as go

from components.figures.base_map import lay_ground
from components.figures.layout import calm, nothing_matches
from components.figures.palette import EDGE, QUIET, SCALE_LOW_HIGH
from components.figures.sco_wording import hover_lines, unit_words, value_words, words_for
from data.questions.indicators import Series


def indicator_map(
    series: Series,
    year: int,
    codes: list[str],
    countries: pd.DataFrame,
    *,
    borders: str,
    logarithmic: bool,
) -> go.Figure:
    """Fill each state by its value; one without a value keeps the land's colour and says why."""
    names = countries.set_index("country")["name"]
    of_year = series.rows[series.rows["year"] == year].set_index("country").reindex(codes)
    having = of_year.dropna(subset=["value"])
    if having.empty:
        return nothing_matches("No value of this indicator for these states was known.")
    numbers = [float(value) for value in having["value"]]
    scaled = [math.log10(value) if logarithmic and value > 0 else value for value in numbers]
    ends = [numbers[scaled.index(min(scaled))], numbers[scaled.index(max(scaled))]]
    figure = go.Figure(
        go.Choropleth(
            locations=list(having.index),
            z=scaled,
            zmin=min(scaled) if logarithmic else min(0.0, *scaled),
            colorscale=[[0, SCALE_LOW_HIGH[0]], [1, SCALE_LOW_HIGH[1]]],
            marker={"line": {"color": EDGE, "width": 0.7}},
            colorbar={
                "orientation": "h",
                "y": -0.02,
                "yanchor": "top",
                "thickness": 8,
                "len": 0.5,
                "x": 0.25,
                "xanchor": "left",
                "tickvals": [min(scaled), max(scaled)],
                "ticktext": [value_words(end, series.unit) for end in ends],
                "title": {
                    "text": f"{unit_words(series.unit, series.price_base)}, {year}",
                    "side": "top",
                    "font": {"size": 12},
                },
            },
            showlegend=False,
            hovertext=[
                hover_lines(
                    f"{names[row.Index]}: {value_words(row.value, series.unit)}",
                    "estimate" if row.basis == "estimate" else "",
                    row.borrowed,
                )
                for row in having.itertuples()
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            unselected={"marker": {"opacity": 1}},
        )
    )
    lacking = of_year[of_year["value"].isna()]
    if len(lacking):
        places = countries.set_index("country").loc[lacking.index]
        figure.add_trace(
            go.Scattergeo(
                name="No value, see the reason",
                lon=list(places["lon"]),
                lat=list(places["lat"]),
                mode="markers",
                customdata=list(lacking.index),
                marker={"symbol": "circle-x-open", "size": 9, "color": QUIET},
                hovertext=[
                    hover_lines(str(names[code]), words_for("reason", reason))
                    for code, reason in lacking["reason"].fillna("").items()
                ],
                hovertemplate="%{hovertext}<extra></extra>",
                unselected={"marker": {"opacity": 1}},
            )
        )
    lay_ground(figure, countries, borders)
    return calm(figure, height=460, margin={"l": 0, "r": 0, "t": 0, "b": 50})
