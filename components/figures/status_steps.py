"""How many states held which status, step by step."""

import pandas as pd
import plotly.graph_objects as go

from components.figures.layout import calm, nothing_matches
from components.figures.palette import SELECTED, STATUS, TEXT
from components.figures.wording import label, short_day

DASH = {"dialogue_partner": "dot", "sco_partner": "dash", "shanghai_five": "dashdot"}


def status_steps(counts: pd.DataFrame, on: pd.Timestamp) -> go.Figure:
    """Draw one step line a status; each step is a day on which something changed.

    Parameters
    ----------
    counts
        Rows of ``questions.members.counts_over_time``: ``day`` and a column a status.
    on
        The day to mark.
    """
    if counts.empty:
        return nothing_matches("No status was known on this day.")
    figure = go.Figure()
    days = list(counts["day"].dt.strftime("%Y-%m-%d"))
    for status in [name for name in counts.columns if name != "day"]:
        values = counts[status].astype("int64")
        if not values.any():
            continue
        # A status is drawn from its first holder to the step down to none, not along the floor.
        held = (values > 0) | (values.shift(fill_value=0) > 0)
        figure.add_trace(
            go.Scatter(
                name=label("status", status),
                x=[day for day, kept in zip(days, held, strict=True) if kept],
                y=[int(value) for value in values[held]],
                customdata=[day for day, kept in zip(days, held, strict=True) if kept],
                mode="lines+markers",
                line={
                    "shape": "hv",
                    "color": STATUS[status],
                    "width": 2.5,
                    "dash": DASH.get(status, "solid"),
                },
                marker={"size": 8, "color": STATUS[status]},
                hovertemplate="%{y} on %{x|%-d %b %Y}<extra>%{fullData.name}</extra>",
                unselected={"marker": {"opacity": 1}},
            )
        )
    figure.add_vline(x=f"{on:%Y-%m-%d}", line={"color": SELECTED, "width": 1.5})
    figure.add_annotation(
        text=short_day(on),
        x=f"{on:%Y-%m-%d}",
        y=1,
        yref="paper",
        xanchor="right" if on.year > 2011 else "left",
        yanchor="bottom",
        showarrow=False,
        font={"size": 12, "color": TEXT},
    )
    figure.update_yaxes(title={"text": "States"}, rangemode="tozero", fixedrange=True, nticks=6)
    figure.update_xaxes(type="date", fixedrange=True, nticks=8)
    margin = {"l": 8, "r": 12, "t": 30, "b": 8}
    legend = {"orientation": "h", "y": -0.14, "yanchor": "top", "x": 0, "title": {"text": ""}}
    return calm(figure, height=290, hovermode="closest", margin=margin, legend=legend)
