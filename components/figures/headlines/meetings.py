"""Sentences about leaders' meetings."""

import pandas as pd

from components.figures.wording import plural


def meetings_title(rows: pd.DataFrame, travel: pd.DataFrame, names: pd.Series, when: str) -> str:
    """Say how many meetings there were, and which state's leader travelled most."""
    if rows.empty:
        return f"No meeting {when} is known"
    title = f"{plural(len(rows), 'meeting')} {when}"
    journeys = travel["traveller"].value_counts()
    if len(journeys):
        first = journeys[journeys == journeys.max()]
        if len(first) == 1:
            code = str(first.index[0])
            title += (
                f"; the leader of {names[code]} travelled most ({plural(first.iloc[0], 'journey')})"
            )
    return title


def undrawn_words(rows: pd.DataFrame) -> str:
    """Say which meetings have no arc, and why; blank where all have one."""
    by_video = int((rows["format"] == "virtual").sum())
    partly = int((rows["format"] == "hybrid").sum())
    nowhere = int((rows["lat"].isna() & (rows["format"] == "in_person")).sum())
    bare = int(((rows["countries"] == "") & (rows["format"] == "in_person")).sum())
    parts = [
        f"{by_video} by video (ring)" if by_video else "",
        f"{partly} part by video (ringed disc), of which it is not recorded who travelled"
        if partly
        else "",
        f"{nowhere} without a city" if nowhere else "",
        f"{bare} whose participants are not recorded" if bare else "",
    ]
    said = [part for part in parts if part]
    return f"Without arcs: {'; '.join(said)}." if said else ""
