"""The line beneath a picture, as it holds where the picture does not move."""

import re

from components.answers.answer import Picture

ASKED_OF_A_POINTER = re.compile(r"(:?)\s*\b(?:[Cc]lick|[Dd]rag)\b[^.]*\.")
"""What a line asks a reader to do with a pointer: paper, notes and plain files answer none."""
LAID_FLAT = "The page draws it on a globe; here it lies flat."


def still_note(picture: Picture | None) -> str:
    """Give the line beneath a picture without what only a pointer on a live page can do.

    Of a globe it says that it is drawn flat here, as all that is taken along is.
    """
    if picture is None:
        return ""
    note = ASKED_OF_A_POINTER.sub(lambda found: "." * bool(found[1]), picture.note).strip()
    views = getattr(picture.figure, "views", None) or ()
    is_globe = any(view.type == "_GlobeView" for view in views)
    return f"{note} {LAID_FLAT}".strip() if is_globe else note
