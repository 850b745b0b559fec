"""Sentences about who belongs to the SCO."""

import pandas as pd

from components.figures.wording import day, label, listed, plural


def members_title(counts: dict[str, int], on: pd.Timestamp, *, past: bool = False) -> str:
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
    return f"The SCO {'had' if past else 'has'} {listed(parts)} on {day(on)}"


def state_title(name: str, history: pd.DataFrame, on: pd.Timestamp) -> str:
    """Say which status a state has on a day, since when; ``history`` is its rows in time order."""
    held = history[(history["valid_from"] <= on) & ~(history["valid_to"] < on)]
    if held.empty:
        return f"{name} had no status in the SCO on {day(on)}"
    newest = held.iloc[-1]
    return f"{name}: {label('status', newest['status']).lower()} since {day(newest['valid_from'])}"


def change_lines(changes: pd.DataFrame, names: pd.Series) -> list[str]:
    """Say what changed on a day, one line for each pair of statuses before and after."""
    lines = []
    for (before, after), rows in changes.groupby(["before", "status"], sort=False):
        who = listed(sorted(str(names[code]) for code in rows["country"]))
        new = label("status", after) if after else "no status"
        if before:
            lines.append(f"{label('status', before)} → {new} ({len(rows)}): {who}")
        else:
            lines.append(f"No status before → {new} ({len(rows)}): {who}")
    return lines


def steps_message(counts: pd.DataFrame) -> str:
    """Say how many members there were first and are now, and since which day."""
    held = counts[counts["member"] > 0] if len(counts) else counts
    if held.empty:
        return "No state was a member on this day"
    first, last = held.iloc[0], held.iloc[-1]
    since = held.loc[held["member"].ne(held["member"].shift()), "day"].iloc[-1]
    if first["member"] == last["member"]:
        return f"{plural(int(first['member']), 'member')} since {day(first['day'])}"
    return (
        f"From {plural(int(first['member']), 'member')} in {first['day'].year} to "
        f"{int(last['member'])} since {day(since)}"
    )


def steps_alt(counts: pd.DataFrame) -> str:
    """Tell the step chart in words: the number of members at each change."""
    if counts.empty:
        return "No status was known on this day."
    changed = counts[counts["member"].diff().fillna(1) != 0]
    steps = [f"{int(row.member)} on {day(row.day)}" for row in changed.itertuples() if row.member]
    return f"Step chart of states by status. Members: {', '.join(steps)}."
