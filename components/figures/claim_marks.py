"""What the pictures of claims share: a mark's symbol and hover box, and the marks of blanks."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures.palette import BLANK_SYMBOL, QUIET
from components.figures.wording import claim_number, day, escape_hover, label, short_day

STRUCK = "x-thin-open"
"""Symbol of a figure that no longer stands."""


def demand_one_measure(claims: pd.DataFrame) -> None:
    """Refuse claims of several measures: they never share an axis.

    Raises
    ------
    ValueError
        Naming the measures.
    """
    measures = sorted(set(claims["measure"]))
    if len(measures) > 1:
        raise ValueError(f"one measure an axis, not {measures}")


def shown_number(claims: pd.DataFrame) -> pd.Series:
    """Give the number a mark stands at: as claimed, else the lower bound, else the upper."""
    return claims["best"].fillna(claims["low"]).fillna(claims["high"])


def has_range(claims: pd.DataFrame) -> pd.Series:
    """Say which claims give more than one number."""
    return (claims["lowest"] < claims["highest"]).astype(bool)


def reach(claims: pd.DataFrame) -> dict[str, Any]:
    """Give the bars from a mark to the lowest and highest number, for ``error_x``/``error_y``.

    Give it only claims with a range (``has_range``): a bar of length 0 still draws its caps,
    across the mark.
    """
    at = shown_number(claims)
    return {
        "type": "data",
        "array": [int(v) for v in claims["highest"] - at],
        "arrayminus": [int(v) for v in at - claims["lowest"]],
        "symmetric": False,
    }


def symbol(shape: str, *, hollow: bool, status: str) -> str:
    """Give the symbol of a mark: struck, hollow or filled."""
    if status != "stands":
        return STRUCK
    return f"{shape}-open" if hollow else shape


def hover(claim: Mapping[Hashable, Any]) -> str:
    """Write a claim's hover box."""
    said = day(claim["said_on"], claim["said_on_precision"])
    return (
        f"<b>{escape_hover(claim['claimant'])}</b>: {claim_number(claim)}<br>"
        f"said on {said}, to {short_day(claim['holds_on'])}<br>"
        f"{label('basis', claim['basis'])} · {label('scope', claim['scope'])}"
        f"<br>{label('claim_status', claim['status'])}"
    )


def add_blanks(
    figure: go.Figure, claims: pd.DataFrame, x: Sequence[Any], y: Sequence[float], **axis: str
) -> None:
    """Draw claims that carry a word instead of a number, a trace and a symbol for each word.

    ``axis`` names the figure's second axis: on the axis of numbers they would read as 0.
    """
    places = pd.DataFrame({"x": list(x), "y": list(y)}, index=claims.index)
    for blank, mark in BLANK_SYMBOL.items():
        rows = claims[claims["best_blank"] == blank]
        if rows.empty:
            continue
        figure.add_trace(
            go.Scatter(
                name=f"No number: {label('blank', blank)}",
                x=list(places.loc[rows.index, "x"]),
                y=[float(v) for v in places.loc[rows.index, "y"]],
                mode="markers",
                customdata=list(rows["claim_id"]),
                marker={"color": QUIET, "symbol": mark, "size": 11, "line": {"width": 2}},
                hovertext=[hover(claim) for claim in rows.to_dict("records")],
                hovertemplate="%{hovertext}<extra></extra>",
                **axis,
            )
        )
