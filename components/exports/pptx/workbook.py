"""The numbers of a chart, and the workbook that it carries: text stays text in it.

The library lets its workbook run a cell that begins with ``=`` as a formula, and offers no option
against it. Names of claimants and states are not ours to let run.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.xlsx import CategoryWorkbookWriter, XyWorkbookWriter

from components.exports.stamped_zip import STAMP
from components.exports.xml_text import xml_text


class _AsText:
    """A writer of a workbook that runs nothing, and does not say when it was written."""

    @contextmanager
    def _open_worksheet(self, file: Any) -> Iterator[tuple[Any, Any]]:
        library: Any = super()
        with library._open_worksheet(file) as (book, sheet):
            sheet.strings_to_formulas = sheet.strings_to_urls = False
            book.set_properties({"created": datetime(*STAMP, tzinfo=UTC)})
            yield book, sheet


class _CategoryBook(_AsText, CategoryWorkbookWriter):
    pass


class _PointsBook(_AsText, XyWorkbookWriter):
    pass


class CategoryData(CategoryChartData):
    """Series of numbers by category."""

    def __init__(self, names: Iterable[str], number_format: str) -> None:
        library: Any = super()
        library.__init__(number_format)
        self.categories = [xml_text(name) for name in names]

    def add_series(self, name: str, values: Any = (), number_format: str | None = None) -> Any:
        """Add a series, its values in the order of the names; None for a blank."""
        library: Any = super()
        return library.add_series(xml_text(name), values, number_format)

    @property
    def _workbook_writer(self) -> Any:
        writer: Any = _CategoryBook
        return writer(self)


class PointsData(XyChartData):
    """Series of marks against two axes."""

    def __init__(self, number_format: str) -> None:
        library: Any = super()
        library.__init__(number_format)

    def add_series(self, name: str, number_format: str | None = None) -> Any:
        """Add a series without marks."""
        library: Any = super()
        return library.add_series(xml_text(name), number_format)

    @property
    def _workbook_writer(self) -> Any:
        writer: Any = _PointsBook
        return writer(self)
