"""Sentences about what was said."""

import pandas as pd

from components.figures.wording import plural, short_day


def statements_title(rows: pd.DataFrame, since: pd.Timestamp, until: pd.Timestamp) -> str:
    """Say how many statements by how many speakers a period holds, and who speaks most."""
    period = f"from {short_day(since)} to {short_day(until)}"
    if rows.empty:
        return f"No statement matches {period}"
    speakers = rows["speaker"].value_counts()
    title = f"{plural(len(rows), 'statement')} by {plural(len(speakers), 'speaker')} {period}"
    if len(speakers) > 1 and speakers.iloc[0] > speakers.iloc[1]:
        title += f"; most by {speakers.index[0]} ({speakers.iloc[0]})"
    return title
