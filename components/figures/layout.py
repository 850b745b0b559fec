"""What every figure shares: transparent ground, quiet grid, room for direct labels."""

import plotly.graph_objects as go

from components.figures.palette import CLEAR, GRID, TEXT

FONT_SIZE = 13


def calm(figure: go.Figure, *, height: int, **layout: object) -> go.Figure:
    """Give a figure the house's plain ground, so that it sits on a light or dark page."""
    figure.update_layout(
        # Every trace here sets its own colours, and fonts and axes are themed in the browser: a
        # template would be half of a small figure, sent with every change.
        template=go.layout.Template(),
        height=height,
        margin={"l": 8, "r": 12, "t": 8, "b": 8},
        paper_bgcolor=CLEAR,
        plot_bgcolor=CLEAR,
        font={"size": FONT_SIZE},
        hoverlabel={"align": "left", "font": {"size": FONT_SIZE}},
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "title": {"text": ""}},
        dragmode=False,
        clickmode="event+select",
    )
    axes = {"gridcolor": GRID, "zeroline": False, "tickfont": {"color": TEXT}}
    figure.update_xaxes(**axes, title={"font": {"color": TEXT}})
    figure.update_yaxes(**axes, title={"font": {"color": TEXT}})
    return figure.update_layout(**layout)


def nothing_matches(words: str) -> go.Figure:
    """Say in the place of a figure that nothing matches, and why."""
    figure = go.Figure()
    figure.add_annotation(
        text=words, showarrow=False, x=0.5, y=0.5, xref="paper", yref="paper", font={"color": TEXT}
    )
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False)
    return calm(figure, height=160)
