"""Who said what, where and when."""

import pandas as pd


def split_codes(cells: pd.Series) -> pd.Series:
    """Split semicolon-joined codes into lists."""
    return cells.str.split(";")


def holds_code(cells: pd.Series, code: str) -> pd.Series:
    """Say which semicolon-joined cells hold ``code``."""
    return split_codes(cells).map(lambda codes: code in codes).astype(bool)


def statements_between(
    statements: pd.DataFrame,
    since: pd.Timestamp,
    until: pd.Timestamp,
    *,
    speaker: str = "",
    country: str = "",
    topic: str = "",
    words: str = "",
) -> pd.DataFrame:
    """List the statements of a period, newest first; a blank filter lets everything through.

    ``words`` is looked for as it stands, without regard to case, in the English text and in
    the original.
    """
    rows = statements[(statements["said_on"] >= since) & (statements["said_on"] <= until)]
    if speaker:
        rows = rows[rows["speaker"] == speaker]
    if country:
        rows = rows[holds_code(rows["country"], country)]
    if topic:
        rows = rows[holds_code(rows["topics"], topic)]
    if words:
        needle = words.casefold()
        found = [
            needle in text.casefold() or needle in original.casefold()
            for text, original in zip(rows["text"], rows["original_text"], strict=True)
        ]
        rows = rows[pd.Series(found, index=rows.index, dtype=bool)]
    return rows.sort_values(["said_on", "statement_id"], ascending=[False, True])


def latest_statements(statements: pd.DataFrame, count: int, shortest: int = 60) -> pd.DataFrame:
    """List the newest statements that are long enough (characters) to stand on their own."""
    long_enough = statements[statements["text"].str.len() >= shortest]
    return long_enough.sort_values(["said_on", "statement_id"], ascending=[False, True]).head(count)


def topics_of(statements: pd.DataFrame) -> list[str]:
    """List the topics that occur, most frequent first."""
    return list(split_codes(statements["topics"]).explode().value_counts().index)


def countries_of(statements: pd.DataFrame) -> list[str]:
    """List the codes that speak, most frequent first."""
    return list(split_codes(statements["country"]).explode().value_counts().index)


def places_of(statements: pd.DataFrame) -> pd.DataFrame:
    """Count statements by city, most first: ``city, lat, lon, statements, speakers``."""
    placed = statements[statements["lat"].notna()]
    groups = placed.groupby("city", as_index=False)
    counted = groups.agg(
        lat=("lat", "first"),
        lon=("lon", "first"),
        statements=("statement_id", "size"),
        speakers=("speaker", lambda names: ", ".join(sorted(set(names)))),
    )
    return counted.sort_values(["statements", "city"], ascending=[False, True])


def lanes_by_country(
    statements: pd.DataFrame, names: pd.Series, most: int = 12
) -> tuple[pd.DataFrame, list[tuple[str, str]]]:
    """Sort statements into lanes by the first country they speak for.

    Returns the statements with a column ``lane``, and code and name of each lane, busiest
    first. Beyond ``most`` lanes the rest share the lane ``other``, so that every statement
    is drawn.
    """
    first = split_codes(statements["country"]).str[0].astype("str")
    order = list(first.value_counts().index)
    kept = order if len(order) <= most else order[: most - 1]
    lane = first.where(first.isin(kept), "other")
    lanes = [(code, str(names.get(code, code))) for code in kept]
    if len(order) > len(kept):
        lanes.append(("other", "Others"))
    return statements.assign(lane=lane), lanes
