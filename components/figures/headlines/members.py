"""Sentences about who belongs to the SCO."""

import pandas as pd

from components.figures.wording import day, listed, plural


def members_title(counts: dict[str, int], on: pd.Timestamp) -> str:
    """Say how many states hold which status on a day."""
    if counts["shanghai_five"]:
        return f"The Shanghai Five had {plural(counts['shanghai_five'], 'member')} on {day(on)}"
    if not counts["member"]:
        return f"The SCO did not exist on {day(on)}"
    parts = [plural(counts["member"], "member")]
    others = {
        "observer": "observer",
        "dialogue_partner": "dialogue partner",
        "sco_partner": "partner",
    }
    parts += [plural(counts[code], noun) for code, noun in others.items() if counts[code]]
    return f"The SCO has {listed(parts)} on {day(on)}"
