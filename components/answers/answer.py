"""The shape of an answer: all that a view shows, before any of it is drawn."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd
import plotly.graph_objects as go
import pyarrow as pa

from components.address import Ignored
from data import Dataset

if TYPE_CHECKING:
    # Most views have no map of pydeck's, and the templates it brings take long to read.
    import pydeck as pdk

ASOF = "asof"
"""Parameter of the day of knowledge, which every view takes."""
FIRST_DAY = pd.Timestamp("1996-04-26")
"""Day of the first meeting of the Shanghai Five: nothing in the data is older."""
SHOWN_AT_MOST = 610
"""Rows sent to the page: a reader filters before reading more, and the page stays light."""


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A figure with what a reader needs who does not see it.

    ``picks`` names the parameter that a click on a mark writes; blank where marks are not
    doors. ``note`` is the line beneath. ``message`` and ``measured`` are its own finding and
    what is measured, short enough for a slide; blank where the answer's title and subtitle are.
    """

    key: str
    figure: "go.Figure | pdk.Deck"
    alt: str
    picks: str = ""
    note: str = ""
    message: str = ""
    measured: str = ""

    @property
    def plot(self) -> go.Figure | None:
        """The figure where it is one of Plotly's; None where it is a map of pydeck's."""
        return self.figure if isinstance(self.figure, go.Figure) else None

    @property
    def land_height(self) -> int:
        """Height of a map of Plotly's, pixels; 0 for any other figure."""
        plot = self.plot
        return plot.layout.height if plot and plot.layout.geo.projection.type else 0


@dataclass(frozen=True)
class Column:
    """A column of the table: its name in the rows, its heading, and how it reads.

    ``kind`` is ``text``, ``date``, ``count``, ``link``, or ``wide`` for text whose column has a
    width of its own: the table measures others by their first rows.
    """

    name: str
    heading: str
    kind: str = "text"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a view says for one link: the same to a page, a slide, a file and a card.

    Attributes
    ----------
    view
        Path of the view, ``""`` for the overview.
    data, known_on
        The dataset, rewound to ``known_on`` where the link says ``asof``.
    title, subtitle
        The finding computed from what is shown; what is measured, for whom and when.
    pictures, rows, columns
        What is drawn, the same rows as a frame in the same order, and how to show them.
    noun, identifier, picks
        What a row is called, its id column, and the parameter that a chosen row writes.
    source_ids
        Every source that what is shown rests on.
    shown_at_most
        How many rows the page is sent: it says how many there are, and the file holds them all.
    rests_on
        In words, where what is shown is no row of a source: stands in place of the sources.
    parameters
        Names of all parameters that the view takes, sorted.
    ignored
        Parameters of the link that had no effect.
    """

    view: str
    data: Dataset
    known_on: pd.Timestamp | None
    title: str
    subtitle: str
    pictures: tuple[Picture, ...] = ()
    rows: pd.DataFrame
    columns: tuple[Column, ...] = ()
    noun: str = "row"
    identifier: str = ""
    picks: str = ""
    source_ids: tuple[str, ...] = ()
    shown_at_most: int = SHOWN_AT_MOST
    rests_on: str = ""
    parameters: tuple[str, ...] = ()
    ignored: tuple[Ignored, ...] = ()

    @property
    def stays(self) -> dict[str, str]:
        """What the link leaves open and another day of knowledge would choose anew."""
        return {}

    @cached_property
    def table(self) -> pa.Table:
        """The first rows, as the page is sent them."""
        return as_table(self.rows.head(self.shown_at_most), self.columns)

    @cached_property
    def sources(self) -> pd.DataFrame:
        """The rows of the sources that the answer rests on."""
        sources = self.data.sources
        return sources[sources["source_id"].isin(set(self.source_ids))]


def as_table(rows: pd.DataFrame, columns: tuple[Column, ...]) -> pa.Table:
    """Give the columns of rows as Arrow, repeated words sent once: a change stays small."""
    shown = rows[[column.name for column in columns]]
    repeated = [
        name
        for name in shown.select_dtypes("str").columns
        # A blank among categories would read as a value that was not stated.
        if shown[name].nunique() <= len(shown) / 2 and (shown[name] != "").all()
    ]
    return pa.Table.from_pandas(
        shown.astype(dict.fromkeys(repeated, "category")), preserve_index=False
    )
