"""Trade between two states by year, each direction and each reporter apart."""

import pandas as pd
import plotly.graph_objects as go

from components.figures.layout import calm, nothing_matches
from components.figures.palette import SIDES, TEXT
from components.figures.sco_wording import hover_lines
from components.figures.wording import escape_hover, shorten


def trade_lines(rows: pd.DataFrame, names: pd.Series, a: str, b: str) -> go.Figure:
    """Draw the yearly values of goods; a line joins neighbouring years of one measure only.

    A direction keeps its colour whoever gives the figures; who gives fewer has dotted lines.

    Parameters
    ----------
    rows
        Rows of ``questions.trade.goods_by_year``; billions of US dollars.
    names
        Names of states by code.
    a, b
        The two states.
    """
    if rows.empty:
        return nothing_matches("There is no yearly figure of trade between these two.")
    directions = {
        "total": ("Both ways", TEXT),
        "a_to_b": (f"{names[a]} sells to {names[b]}", SIDES[0]),
        "b_to_a": (f"{names[b]} sells to {names[a]}", SIDES[1]),
    }
    most = rows["reporter"].value_counts().index[0]
    figure = go.Figure()
    for (reporter, direction), group in rows.groupby(["reporter", "direction"], sort=False):
        words, colour = directions[direction]
        main = reporter == most
        figure.add_trace(
            _line(
                group,
                f"{words}, by {names.get(reporter, 'another publisher')}'s account",
                colour,
                "solid" if main else "dot",
                "circle" if main else "x-thin-open",
            )
        )
    figure.update_yaxes(
        title={"text": "billion US$"}, rangemode="tozero", fixedrange=True, nticks=6
    )
    figure.update_xaxes(tickformat="d", fixedrange=True)
    legend = {"orientation": "h", "y": -0.12, "yanchor": "top", "x": 0, "title": {"text": ""}}
    return calm(figure, height=360, hovermode="closest", legend=legend)


def _line(rows: pd.DataFrame, name: str, colour: str, dash: str, symbol: str) -> go.Scatter:
    x: list[int | None] = []
    y: list[float | None] = []
    hovers: list[str] = []
    before = None
    for row in rows.itertuples():
        year = row.period_from.year
        if before is not None and (year, row.measure_note) != (before[0] + 1, before[1]):
            x.append(None)
            y.append(None)
            hovers.append("")
        fiscal = f"{year}-{(year + 1) % 100:02d}" if row.period_kind == "fiscal_year" else year
        x.append(year)
        y.append(float(row.value))
        hovers.append(
            hover_lines(f"{fiscal}: {row.value:,.1f} billion US$", shorten(row.measure_note, 36))
        )
        before = (year, row.measure_note)
    return go.Scatter(
        name=escape_hover(name),
        x=x,
        y=y,
        mode="lines+markers",
        line={"color": colour, "width": 2, "dash": dash},
        marker={
            "size": 7,
            "color": colour,
            "symbol": symbol,
            "line": {"width": 1.5, "color": colour},
        },
        hovertext=hovers,
        hovertemplate="%{hovertext}<extra></extra>",
        connectgaps=False,
    )
