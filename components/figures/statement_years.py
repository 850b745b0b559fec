"""How many statements a year holds, and which part of it is looked at: the way to zoom."""

import pandas as pd
import plotly.graph_objects as go

from components.figures.layout import calm, nothing_matches
from components.figures.palette import ACCENT, CHOSEN_PERIOD
from components.figures.wording import plural

HEIGHT = 104


def statement_years(counts: pd.DataFrame, period: tuple[pd.Timestamp, pd.Timestamp]) -> go.Figure:
    """Show the statements of each year as a bar, and shade the period looked at.

    Dragging over the bars chooses a period.

    Parameters
    ----------
    counts
        ``questions.timeline.counts_by_year``.
    period
        First and last day looked at.
    """
    if counts.empty:
        return nothing_matches("No statement matches.")
    figure = go.Figure(
        go.Bar(
            x=[f"{year}-07-02" for year in counts["year"]],
            y=[int(n) for n in counts["statements"]],
            width=[300 * 86_400_000] * len(counts),
            marker={"color": ACCENT},
            hovertext=[
                f"{row.year}: {plural(row.statements, 'statement')}" for row in counts.itertuples()
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            # A drag chooses days, not bars: none turns pale.
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
    )
    figure.add_vrect(
        x0=f"{period[0]:%Y-%m-%d}",
        x1=f"{period[1]:%Y-%m-%d}",
        fillcolor=CHOSEN_PERIOD,
        line_width=1,
        layer="below",
    )
    figure.update_yaxes(visible=False, fixedrange=True)
    figure.update_xaxes(type="date", fixedrange=True, nticks=8, showgrid=False)
    return calm(figure, height=HEIGHT, dragmode="select", selectdirection="h", bargap=0.1)
