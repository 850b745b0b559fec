"""How many passages of the article stand how to the record."""

import pandas as pd
import plotly.graph_objects as go

from components.figures.layout import calm, nothing_matches
from components.figures.palette import ACCENT, CLUSTER, TEXT
from components.figures.wording import label, plural

ROW = 30


def article_findings(counts: pd.DataFrame, chosen: str = "") -> go.Figure:
    """Show the passages of each finding as a bar that opens them.

    Parameters
    ----------
    counts
        ``finding, passages``, in the order to draw, top to bottom.
    chosen
        Finding that is looked at; the others are then pale. Blank for all.
    """
    if counts.empty:
        return nothing_matches("Nothing of the article was known on this day.")
    rows = [label("finding", code) for code in counts["finding"]]
    figure = go.Figure(
        go.Bar(
            x=[int(n) for n in counts["passages"]],
            y=rows,
            orientation="h",
            text=[str(n) for n in counts["passages"]],
            textposition="outside",
            textfont={"color": TEXT},
            cliponaxis=False,
            customdata=list(counts["finding"]),
            marker={"color": [ACCENT if chosen in {"", f} else CLUSTER for f in counts["finding"]]},
            hovertext=[
                f"{row}: {plural(int(n), 'passage')}"
                for row, n in zip(rows, counts["passages"], strict=True)
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 0.7}},
        )
    )
    figure.update_xaxes(visible=False, fixedrange=True)
    figure.update_yaxes(
        autorange="reversed", fixedrange=True, automargin=True, tickfont={"color": TEXT}
    )
    return calm(figure, height=ROW * len(counts) + 30)
