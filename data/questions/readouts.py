"""Two accounts of one meeting, side by side."""

import pandas as pd


def meetings_with_accounts(readouts: pd.DataFrame, meetings: pd.DataFrame) -> pd.DataFrame:
    """List the meetings of which two sides published an account, in the order of time.

    Columns of ``meetings.csv`` and ``sides``, the two codes in the order of their first passage.
    """
    sides = readouts.groupby("meeting_id", sort=False)["side"].unique().map(list)
    found = meetings[meetings["meeting_id"].isin(sides.index)]
    return found.assign(sides=found["meeting_id"].map(sides)).sort_values("held_from")


def meetings_around(
    readouts: pd.DataFrame, meetings: pd.DataFrame, statement: pd.Series
) -> list[str]:
    """List the meetings with two accounts that the speaker took part in on that day and place."""
    found = meetings[meetings["meeting_id"].isin(readouts["meeting_id"])]
    on_the_day = (found["held_from"] <= statement["said_on"]) & (
        found["held_to"] >= statement["said_on"]
    )
    found = found[on_the_day & (found["city"] == statement["city"])]
    present = found["participants"].map(lambda names: statement["speaker"] in names.split(";"))
    return list(found[present.astype(bool)]["meeting_id"])


def aligned_accounts(readouts: pd.DataFrame, meeting_id: str, sides: list[str]) -> pd.DataFrame:
    """Align the passages of two accounts by topic.

    Returns
    -------
    DataFrame
        One row a topic: ``topic``; ``left`` and ``right``, the passages of each side as lists
        of ``readout_id``; ``only``, the side that alone mentions it, or "". Topics of both
        sides come first, then those of one, each in the order of their first passage.
    """
    rows = readouts[readouts["meeting_id"] == meeting_id]
    lines = []
    for topic in rows["topic"].unique():
        of_topic = rows[rows["topic"] == topic]
        left, right = (list(of_topic[of_topic["side"] == s]["readout_id"]) for s in sides)
        only = "" if left and right else sides[0] if left else sides[1]
        lines.append({"topic": topic, "left": left, "right": right, "only": only})
    frame = pd.DataFrame(lines, columns=["topic", "left", "right", "only"])
    rank = frame["only"].map({"": 0, **{side: n + 1 for n, side in enumerate(sides)}})
    return frame.iloc[rank.argsort(kind="stable")].reset_index(drop=True)
