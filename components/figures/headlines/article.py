"""Sentences about how the article stands to the record."""

import pandas as pd

from components.figures.wording import label, listed, plural

AS_SAID = ("found_in_these_words", "found_in_other_words")


def article_title(rows: pd.DataFrame) -> str:
    """Say how many passages were checked and how many of them the record has as printed."""
    if rows.empty:
        return "The article was not known on this day"
    found = rows["finding"].value_counts()
    altered = int(found.get("wording_altered", 0))
    kept = sum(int(found.get(code, 0)) for code in AS_SAID)
    checked = f"{plural(len(rows), 'passage')} of one article checked"
    title = f"{checked}: the record has {kept} as the article says"
    return f"{title}; in {altered} the wording was altered" if altered else title


def findings_alt(counts: pd.DataFrame) -> str:
    """List the findings with the number of passages each."""
    if counts.empty:
        return "Bars of findings: nothing of the article was known on this day."
    words = [
        f"{label('finding', row.finding).lower()} {row.passages}" for row in counts.itertuples()
    ]
    return f"Bars of passages by finding: {listed(words)}."
