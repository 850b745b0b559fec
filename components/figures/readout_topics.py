"""Which topics each side's account of a meeting mentions."""

import pandas as pd
import plotly.graph_objects as go

from components.figures.layout import calm, nothing_matches
from components.figures.palette import ACCENT, BORDER, OTHER_TOPIC, TEXT
from components.figures.wording import label, plural

ROW = 30
ABSENT = "not mentioned in the passages kept here"


def readout_topics(aligned: pd.DataFrame, names: tuple[str, str]) -> go.Figure:
    """Mark, topic by topic, which of two accounts mentions it; a ring stands where one does not.

    Parameters
    ----------
    aligned
        ``questions.readouts.aligned_accounts``.
    names
        Names of the two sides, left and right.
    """
    if aligned.empty:
        return nothing_matches("No account of this meeting is kept here.")
    figure = go.Figure()
    for x, side in enumerate(("left", "right")):
        passages = [len(ids) for ids in aligned[side]]
        figure.add_scatter(
            x=[x] * len(aligned),
            y=list(range(len(aligned))),
            mode="markers",
            marker={
                "symbol": ["circle" if n else "circle-open" for n in passages],
                "color": [ACCENT if n else OTHER_TOPIC[0] for n in passages],
                "size": [11 + 3 * n if n else 11 for n in passages],
            },
            hovertext=[plural(n, "passage") if n else ABSENT for n in passages],
            hovertemplate="%{hovertext}<extra></extra>",
            showlegend=False,
        )
    figure.update_xaxes(
        tickvals=[0, 1],
        ticktext=[f"{name}'s account" for name in names],
        range=[-0.6, 1.6],
        side="top",
        showgrid=False,
        fixedrange=True,
        tickfont={"color": TEXT},
    )
    figure.update_yaxes(
        tickvals=list(range(len(aligned))),
        ticktext=[label("topic", topic) for topic in aligned["topic"]],
        range=[len(aligned) - 0.5, -0.5],
        gridcolor=BORDER,
        fixedrange=True,
        automargin=True,
        tickfont={"color": TEXT},
    )
    return calm(figure, height=ROW * len(aligned) + 60)
