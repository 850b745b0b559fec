"""Pages under hostile links: the script of a view, its widgets included, ends without exception."""

import os
import random
from urllib.parse import quote

import pytest

from tests.answers.test_links import hostile
from tests.http.test_server import PAGES
from tests.session import Session

EACH = int(os.environ.get("HOSTILE_PAGES", "3"))
"""CI opens three hostile links of each view; ``HOSTILE_PAGES=100`` by hand."""


@pytest.mark.parametrize("view", PAGES)
def test_no_hostile_link_ends_a_page_in_an_exception(server, view):
    chance = random.Random(f"{view} 2022")
    with Session(server) as session:
        for _ in range(EACH):
            query = quote(hostile(chance, view).encode("utf-8", "replace"), safe="&=%;~+")
            run = session.run_query(view, query)
            assert run.exceptions == [], query
            assert run.heading, query
