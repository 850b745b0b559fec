"""A deck of slides, as it stands in a link: ``deck=casualties.whose-UKR~members``. Pure.

Slides are joined by ``~``. A slide is a view's name and its parameters, joined by ``.``; each
is ``name-value``. A ``.`` or ``~`` inside a value is doubled. Only signs that no browser
escapes are used, so the address stays short and readable. ``title`` and ``picture`` belong to
the slide and not to the view: its own title, and which of the view's pictures it shows.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from components.address import Ignored
from components.link import Link, follow

OVERVIEW = "overview"
"""Name of the overview in a deck: its path is blank."""
MOST_SLIDES = 40
LONGEST = 8_000
"""Characters of a deck that are read."""
LONGEST_TITLE = 160


@dataclass(frozen=True)
class Item:
    """One slide as asked for: the view's link, a title of its own, and which picture."""

    link: Link
    title: str = ""
    picture: int = 1


def _cut(text: str, sign: str) -> list[str]:
    """Cut at single signs; a doubled sign stands for itself."""
    parts, current, place = [], "", 0
    while place < len(text):
        if text[place] != sign:
            current += text[place]
        elif text[place + 1 : place + 2] == sign:
            current += sign
            place += 1
        else:
            parts.append(current)
            current = ""
        place += 1
    return [*parts, current]


def _joinable(text: str) -> str:
    return text.replace(".", "..").replace("~", "~~")


def item_text(item: Item) -> str:
    """Write one slide."""
    parts = [item.link.view or OVERVIEW]
    parts += [
        f"{name}-{_joinable(value)}" for name, values in item.link.parameters for value in values
    ]
    if item.picture != 1:
        parts.append(f"picture-{item.picture}")
    if item.title:
        parts.append(f"title-{_joinable(item.title)}")
    return ".".join(parts)


def deck_text(items: Sequence[Item]) -> str:
    """Write a deck as it stands in a link."""
    return "~".join(item_text(item) for item in items)


def read_deck(text: str, views: Collection[str]) -> tuple[list[Item], list[Ignored]]:
    """Read a deck, and say what of it means nothing. Never raises."""
    ignored: list[Ignored] = []
    if len(text) > LONGEST:
        ignored.append(Ignored("deck", text[:40], f"is longer than {LONGEST} characters"))
        return [], ignored
    items: list[Item] = []
    for part in _cut_slides(text):
        item = _read_item(part, views, ignored)
        if item and len(items) == MOST_SLIDES:
            ignored.append(Ignored("deck", part[:40], f"is beyond {MOST_SLIDES} slides"))
            break
        if item:
            items.append(item)
    return items, ignored


def _cut_slides(text: str) -> list[str]:
    # Dots stay doubled here: they are undoubled when a slide is cut into its parts.
    return [part for part in _cut(text, "~") if part]


def _read_item(text: str, views: Collection[str], ignored: list[Ignored]) -> Item | None:
    name, *parts = _cut(text, ".")
    found: dict[str, list[str]] = {}
    for part in parts:
        parameter, dash, value = part.partition("-")
        if not dash or not value or not re.fullmatch(r"[a-z_]{1,40}", parameter):
            ignored.append(Ignored("deck", part[:60], "is not written name-value"))
        else:
            found.setdefault(parameter, []).append(value)
    title = found.pop("title", [""])[0].strip()
    picture = found.pop("picture", ["1"])[0]
    view = "" if name == OVERVIEW else name
    link = follow(Link(view, tuple((n, tuple(values)) for n, values in found.items())))
    if link.view not in views or (name == "" and view == ""):
        ignored.append(Ignored("deck", name[:60], "is not a view that a slide can show"))
        return None
    if not re.fullmatch(r"[1-9]", picture):
        ignored.append(Ignored("deck", f"picture-{picture[:20]}", "is not a number from 1 to 9"))
        picture = "1"
    if len(title) > LONGEST_TITLE:
        ignored.append(
            Ignored("deck", title[:40], f"is a title of more than {LONGEST_TITLE} characters")
        )
        title = ""
    return Item(link, title, int(picture))


def moved(items: Sequence[Item], place: int, by: int) -> list[Item]:
    """Give the deck with the slide at ``place`` moved by ``by`` places, within the deck."""
    kept = list(items)
    item = kept.pop(place)
    kept.insert(min(max(place + by, 0), len(kept)), item)
    return kept


def dropped(items: Sequence[Item], place: int) -> list[Item]:
    """Give the deck without the slide at ``place``."""
    return [item for number, item in enumerate(items) if number != place]


def titled(items: Sequence[Item], place: int, title: str) -> list[Item]:
    """Give the deck with a title of its own for the slide at ``place``; blank takes it away."""
    short = " ".join(title.split())[:LONGEST_TITLE]
    return [
        replace(item, title=short) if number == place else item for number, item in enumerate(items)
    ]
