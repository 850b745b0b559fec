"""Read a chart off its traces: marks and lines against an axis of numbers, or bars."""

import html
import re
from itertools import pairwise
from typing import Any

import pandas as pd

from components.exports.slides.bodies import BarsBody, PointsBody, Series
from components.figures.palette import QUIET

MOST_POINTS = 2_000


def numeric(column: Any) -> bool:
    """Say whether a trace's column holds numbers, and at least one."""
    values = [v for v in _values(column) if v is not None]
    return bool(values) and all(
        isinstance(v, (int, float)) or hasattr(v, "__index__") for v in values
    )


def read_points(figure: Any, traces: list[Any]) -> PointsBody | None:
    """Read marks and lines against an axis of numbers; None where they are no such chart."""
    if figure.layout.yaxis.visible is False:
        return None
    if figure.layout.yaxis.ticktext or figure.layout.xaxis.ticktext:
        # Words along an axis stand for places, not for numbers.
        return None
    # What stands beside the axis (a second, hidden one) has a word and no number.
    drawn = [t for t in traces if t.yaxis in (None, "y") and len(_values(t.x))]
    drawn = [t for t in drawn if len(_values(t.x)) == len(_values(t.y))]
    if not drawn or not all(numeric(t.y) for t in drawn):
        return None
    dated = not all(numeric(t.x) for t in drawn)
    series = []
    for trace in drawn:
        xs = [_iso(x) if dated else x for x in _values(trace.x)]
        blank = [y is None or y != y for y in _values(trace.y)]
        if dated and any(x is None and not none for x, none in zip(xs, blank, strict=True)):
            return None
        name = _plain(trace.name or "")
        joined = "lines" in str(trace.mode or "")
        for turn, pairs in enumerate(_unbroken(xs, _values(trace.y), joined=joined)):
            if getattr(trace.line, "shape", None) == "hv":
                pairs = _steps(pairs)
            series.append(
                Series(
                    name,
                    _colour(trace),
                    tuple(x for x, _ in pairs),
                    tuple(y for _, y in pairs),
                    line="markers" not in str(trace.mode or "markers") and not name,
                    joined=joined,
                    goes_on=turn > 0,
                    dash=str(getattr(trace.line, "dash", None) or ""),
                    **({} if turn or len(pairs) < len(xs) else _looks(trace)),
                )
            )
    if sum(len(s.xs) for s in series) > MOST_POINTS:
        return None
    return PointsBody(tuple(series), dated, _title(figure.layout.yaxis))


def read_bars(figure: Any, traces: list[Any]) -> BarsBody | None:
    """Read bars; None where they have no number, a base of their own, or unlike names."""
    horizontal = traces[0].orientation == "h"
    series = []
    for trace in traces:
        values, categories = (trace.x, trace.y) if horizontal else (trace.y, trace.x)
        if not numeric(values) or trace.base is not None:
            return None
        names = _categories(_values(categories))
        series.append(
            Series(_plain(trace.name or ""), _colour(trace), names, tuple(_values(values)))
        )
    if len({s.xs for s in series}) > 1:
        return None
    axis = figure.layout.xaxis if horizontal else figure.layout.yaxis
    stacked = figure.layout.barmode in ("stack", "relative")
    return BarsBody(tuple(series), horizontal, stacked, _title(axis))


def _looks(trace: Any) -> dict[str, Any]:
    """Read each mark's symbol, and how far it reaches down and up, off an unbroken trace."""
    symbol, error = trace.marker.symbol, trace.error_y
    each = () if symbol is None or isinstance(symbol, str) else tuple(str(s) for s in symbol)
    if error.array is None or error.arrayminus is None or error.visible is False:
        return {"looks": each}
    ends = zip(error.arrayminus, error.array, strict=True)
    return {"looks": each, "reach": tuple((float(down), float(up)) for down, up in ends)}


def _unbroken(xs: list[Any], ys: list[Any], *, joined: bool) -> list[list[tuple[Any, Any]]]:
    """Cut a line where it breaks: a native line would run across the gap."""
    runs: list[list[tuple[Any, Any]]] = [[]]
    for x, y in zip(xs, ys, strict=True):
        if y is not None and y == y:
            runs[-1].append((x, y))
        elif joined and runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _steps(pairs: list[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """Put the corner of each step in: a native line runs straight from mark to mark."""
    corners = [(there[0], here[1]) for here, there in pairwise(pairs)]
    found = [step for both in zip(pairs, corners, strict=False) for step in both]
    return [*found, *pairs[-1:]]


def _iso(value: Any) -> str | None:
    try:
        return f"{pd.Timestamp(value):%Y-%m-%d}"
    except (ValueError, TypeError):
        return None


def _categories(values: list[Any]) -> tuple[str, ...]:
    """Name the bars; bars of whole years, which stand at one day each, by the year."""
    names = [_plain(str(value)) for value in values]
    days = [_iso(name) if len(name) >= len("2022-07-02") else None for name in names]
    if names and all(days) and len({str(day)[5:] for day in days}) == 1:
        return tuple(str(day)[:4] for day in days)
    return tuple(names)


def _values(column: Any) -> list[Any]:
    return [] if column is None else list(column)


def _colour(trace: Any) -> str:
    for holder in (trace.marker, getattr(trace, "line", None)):
        colour = getattr(holder, "color", None)
        each = [colour] if isinstance(colour, str) else list(dict.fromkeys(_values(colour)))
        if len(each) == 1 and isinstance(each[0], str):
            return each[0]
    return QUIET


def _title(axis: Any) -> str:
    return _plain(axis.title.text or "")


def _plain(text: str) -> str:
    """Give the text of a label without Plotly's few HTML tags."""
    return html.unescape(re.sub(r"<br\s*/?>", ", ", text).replace("<b>", "").replace("</b>", ""))
