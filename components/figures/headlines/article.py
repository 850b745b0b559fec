"""Sentences about how the article stands to the record."""

import pandas as pd

from components.figures.wording import label, listed, plural

COUNTED = {
    "found_in_these_words": "found in these words",
    "found_in_other_words": "found in other words",
    "paraphrase": "paraphrased",
    "wording_altered": "with altered wording",
}
"""Findings that the headline counts, and how it calls them."""


def article_title(rows: pd.DataFrame, finding: str = "", voice: str = "") -> str:
    """Say how the passages checked stand to the record.

    Parameters
    ----------
    rows
        The passages of the article; where a ``voice`` is chosen, those credited to it.
    finding
        Code of the finding looked at; blank for all.
    """
    if rows.empty:
        return "The article was not known on this day"
    counts = rows["finding"].value_counts()
    checked = f"{plural(len(rows), 'passage')} of one article"
    if voice:
        checked += f" credited to {voice}"
    if finding:
        return f"{label('finding', finding)}: {int(counts.get(finding, 0))} of {checked}"
    found = [f"{int(counts[code])} {words}" for code, words in COUNTED.items() if code in counts]
    rest = len(rows) - sum(int(counts.get(code, 0)) for code in COUNTED)
    if not found:
        found = [f"{n} {str(label('finding', code)).lower()}" for code, n in counts.items()]
    elif rest:
        found.append(f"{rest} otherwise")
    return f"{checked} checked: {listed(found)}"


def article_message(rows: pd.DataFrame) -> str:
    """Say in short how many passages stand in these words, and how many in altered ones."""
    if rows.empty:
        return "The article was not known on this day"
    counts = rows["finding"].value_counts()
    as_said = int(counts.get("found_in_these_words", 0))
    altered = int(counts.get("wording_altered", 0))
    return (
        f"Of {plural(len(rows), 'passage')} of one article, {as_said} found in these words in the "
        f"record, {altered} with altered wording"
    )


def defined_findings(codes: list[str]) -> list[tuple[str, str]]:
    """Give the name of each finding and what it means, in one line."""
    return [(label("finding", code), label("finding_note", code)) for code in codes]


def findings_alt(counts: pd.DataFrame) -> str:
    """List the findings with the number of passages each."""
    if counts.empty:
        return "Bars of findings: nothing of the article was known on this day."
    words = [
        f"{label('finding', row.finding).lower()} {row.passages}" for row in counts.itertuples()
    ]
    return f"Bars of passages by finding: {listed(words)}."
