"""A base map that cannot be read is said by name, never a traceback."""

import pytest

from components.exports import geometry
from data import DataError


@pytest.mark.parametrize("content", [None, b"", b'{"type": "Topol', b"[]"])
def test_a_base_map_that_is_not_whole_is_named(tmp_path, monkeypatch, content):
    path = tmp_path / "world_110m.json"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setattr(geometry, "WORLD_FILE", path)
    with pytest.raises(DataError, match=r"world_110m\.json"):
        geometry.world_text()
