"""Archives that are the same file, byte for byte, for the same content."""

import io
import zipfile
from collections.abc import Iterable

STAMP = (1980, 1, 1, 0, 0, 0)
"""Time of every entry: the first that an archive can say."""


def stamped_zip(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """Pack entries, each a name and its content, in the order given."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name, STAMP), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def restamped(content: bytes) -> bytes:
    """Pack an archive anew, without the times at which another library packed it."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return stamped_zip((name, archive.read(name)) for name in archive.namelist())
