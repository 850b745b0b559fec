"""A count in a table has its thousands parted, wherever the table is taken."""

import pandas as pd

from components.answers.answer import Column
from components.exports.slides.reading import read_rows
from components.link import read_link
from components.static_site.tables import table_html
from tests.links import ask


def test_a_count_has_its_thousands_parted_on_a_slide():
    body = read_rows(ask(read_link("/downloads")))
    assert any("," in cell for row in body.rows for cell in row[2:3])


def test_a_count_has_its_thousands_parted_in_a_copy():
    rows = pd.DataFrame({"rows": [1770]})
    assert ">1,770<" in table_html(rows, [Column("rows", "Rows", "count")], caption="x")
