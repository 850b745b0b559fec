"""What a timeline shows, and what stands behind it: wars and summits as shaded periods."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from components.figures.palette import QUIET, SUMMIT_FILL, SUMMIT_LINE, TEXT, WAR_BAR, WAR_FILL
from components.figures.wording import escape_hover, short_day, shorten
from data.questions.timeline import Laid

Period = tuple[pd.Timestamp, pd.Timestamp]

ONE_DAY = pd.Timedelta(days=1)
HEAD = -2.6
"""Where the axis begins, in lanes above the first."""
SUMMITS_AT = -2.4
WARS_AT = -1.8
WAR_ROW = 0.32
NAMED = 0.16
"""Share of the axis from which on a war's bar carries its name."""
FEW = 7
"""As many summits at most are named on the strip."""


@dataclass(frozen=True)
class Timeline:
    """What a timeline shows, on a page or in a room.

    Attributes
    ----------
    laid
        ``questions.timeline.laid_out`` of statements with ``lane``.
    lanes
        Code and name of each lane, top to bottom.
    topics
        Topics by frequency; the first few have a colour and a shape of their own.
    period, frame
        What the axis spans, and ``questions.timeline.frame_of`` it.
    """

    laid: Laid
    lanes: list[tuple[str, str]]
    topics: list[str]
    period: Period
    frame: pd.DataFrame


def draw_frame(
    figure: go.Figure,
    frame: pd.DataFrame,
    period: Period,
    lanes: int,
) -> None:
    """Shade the wars and summits of ``questions.timeline.frame_of`` through all lanes.

    A strip above the lanes names them: triangles for summits, bars for wars.
    """
    # All at once: added one by one, Plotly checks every earlier shape again with each.
    shades = [
        {
            "type": "rect",
            "x0": f"{row.begins:%Y-%m-%d}",
            "x1": f"{row.ends + ONE_DAY:%Y-%m-%d}",
            "y0": -0.5,
            "y1": lanes - 0.5,
            "layer": "below",
            "fillcolor": WAR_FILL if row.kind == "war" else SUMMIT_FILL,
            "line": {"width": 0 if row.kind == "war" else 0.5, "color": SUMMIT_LINE},
        }
        for row in frame.itertuples()
    ]
    figure.layout.shapes = (*figure.layout.shapes, *shades)
    _draw_summits(figure, frame[frame["kind"] == "summit"])
    _draw_wars(figure, frame[frame["kind"] == "war"], period)


def _draw_summits(figure: go.Figure, summits: pd.DataFrame) -> None:
    if summits.empty:
        return
    named = len(summits) <= FEW
    middle = summits["begins"] + (summits["ends"] - summits["begins"] + ONE_DAY) / 2
    figure.add_scatter(
        name="SCO summit",
        x=list(middle.dt.strftime("%Y-%m-%dT%H:%M")),
        y=[SUMMITS_AT] * len(summits),
        mode="markers+text" if named else "markers",
        text=[escape_hover(name) for name in summits["name"]] if named else None,
        textposition="middle right",
        textfont={"color": TEXT, "size": 12},
        cliponaxis=False,
        marker={"symbol": "triangle-down", "size": 9, "color": QUIET},
        hovertext=[
            f"<b>Summit: {escape_hover(row.name)}</b><br>{short_day(row.begins)}"
            for row in summits.itertuples()
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _draw_wars(
    figure: go.Figure, wars: pd.DataFrame, period: tuple[pd.Timestamp, pd.Timestamp]
) -> None:
    span = (period[1] - period[0]).days + 1
    for row in wars.itertuples():
        begin, end = row.begins, row.ends + ONE_DAY
        y = WARS_AT + WAR_ROW * row.row
        figure.add_scatter(
            x=[f"{begin:%Y-%m-%d}", f"{end:%Y-%m-%d}"],
            y=[y, y],
            mode="lines",
            line={"color": WAR_BAR, "width": 6},
            hovertext=f"<b>{escape_hover(row.name)}</b>",
            hovertemplate="%{hovertext}<extra></extra>",
            showlegend=False,
        )
        if (end - begin).days >= NAMED * span:
            late = (begin - period[0]).days > span / 2
            figure.add_annotation(
                text=escape_hover(shorten(row.name, max(24, int(90 * (end - begin).days / span)))),
                # Words on a bar that begins late would run off the right edge.
                x=f"{min(end, period[1] + ONE_DAY) if late else max(begin, period[0]):%Y-%m-%d}",
                y=y,
                xanchor="right" if late else "left",
                yanchor="bottom",
                yshift=2,
                showarrow=False,
                font={"size": 12, "color": TEXT},
            )


def axis_range(period: tuple[pd.Timestamp, pd.Timestamp], edge: float) -> list[str]:
    """Give the range of an axis over a period's days, with room of a share ``edge`` at its ends."""
    first, after = period[0], period[1] + pd.Timedelta(days=1)
    room = (after - first) * edge
    return [f"{end:%Y-%m-%dT%H:%M}" for end in (first - room, after + room)]
