"""What was known on a day: the whole dataset, rewound."""

from dataclasses import replace

import pandas as pd

from data import Dataset

PRECISION_END = {
    "month": pd.offsets.MonthEnd(),
    "year": pd.offsets.YearEnd(),
    "approximate": pd.offsets.MonthEnd(),
}
"""A date known only to the month or year counts as known when that span has ended."""
ARTICLE_KNOWN_ON = pd.Timestamp("2022-09-30")
"""The article carries no date but the September of the meeting it describes."""


def known_on(dataset: Dataset, day: pd.Timestamp) -> Dataset:
    """Rewind every table to what had been said and published by the end of ``day``.

    A claim or statement enters on the later of two days: the day it was said (the end of the
    month or year where no day is known), and the day the first of its sources appeared.
    Whatever came later is undone as well: a correction not yet made leaves its claim
    standing, a status not yet ended has no end, and the curators' notes, written with later
    knowledge, are blank.
    """
    published = dataset.sources.set_index("source_id")["published_on"]
    claims, claim_sources = _claims(dataset, published, day)
    statements = _said(dataset.statements, day)
    statements = statements[~(statements["source_id"].map(published) > day)]
    kept = statements["statement_id"]
    statements = statements.assign(
        claim_id=statements["claim_id"].where(statements["claim_id"].isin(claims["claim_id"]), ""),
        note="",
    )
    wordings = dataset.wordings
    wordings = wordings[(wordings["published_on"] <= day) & wordings["statement_id"].isin(kept)]
    links = dataset.claim_links
    known = set(claims["claim_id"])
    links = links[links["claim_id"].isin(known) & links["related_claim_id"].isin(known)]
    links = links[~(links["source_id"].map(published) > day)]
    meetings = _surely_held(dataset.meetings, day).assign(note="")
    readouts = dataset.readouts
    readouts = readouts[readouts["meeting_id"].isin(meetings["meeting_id"])]
    readouts = _two_sided(readouts[~(readouts["source_id"].map(published) > day)])
    changes = dataset.method_changes
    changes = changes[(changes["changed_on"] <= day) & changes["series"].isin(claims["series"])]
    changes = changes[~(changes["source_id"].map(published) > day)]
    rewound = replace(
        dataset,
        countries=dataset.countries.assign(note=""),
        claims=claims,
        claim_sources=claim_sources.assign(note=""),
        claim_links=links.assign(note=""),
        method_changes=changes.assign(note=""),
        # Explanations were written with later knowledge.
        explained_findings=dataset.explained_findings.head(0),
        statements=statements,
        wordings=wordings.assign(note=""),
        meetings=meetings,
        readouts=readouts.assign(note=""),
        article=_article(dataset, published, set(kept), known, day),
        memberships=_memberships(dataset.memberships, day),
        accessions=_accessions(dataset.accessions, published, day),
        offices=_offices(dataset.offices, day),
        **_voted(dataset, published, day),
        indicators=_indicators(dataset, day),
        trade=_trade(dataset.trade, published, day),
        summits=dataset.summits[dataset.summits["held_to"] <= day].assign(note=""),
        conflicts=_conflicts(dataset.conflicts, day),
    )
    return replace(rewound, sources=cited(rewound))


def cited(dataset: Dataset) -> pd.DataFrame:
    """List the sources that at least one row of another table rests on."""
    used = set().union(
        *(
            set(frame[column])
            for name, frame in vars(dataset).items()
            if isinstance(frame, pd.DataFrame) and name != "sources"
            for column in ("source_id", "second_source_id")
            if column in frame
        )
    )
    return dataset.sources[dataset.sources["source_id"].isin(used)]


def _said(rows: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """Keep the rows whose day of saying had surely passed."""
    return rows[_sure(rows["said_on"], rows["said_on_precision"]) <= day]


def _sure(days: pd.Series, precision: pd.Series) -> pd.Series:
    """Give the day by which a thing dated to ``precision`` had surely happened."""
    surely = days.copy()
    for code, end in PRECISION_END.items():
        surely = surely.mask(precision == code, (surely - pd.Timedelta(days=1)) + end)
    return surely


def _claims(
    dataset: Dataset, published: pd.Series, day: pd.Timestamp
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Rewind the claims, and cite each by a source that had appeared."""
    further = dataset.claim_sources
    further = further[~(further["source_id"].map(published) > day)]
    claims = _said(dataset.claims, day)
    reports = further[further["relation"] == "reports"]
    earlier = claims["claim_id"].map(reports.groupby("claim_id")["source_id"].first())
    too_new = claims["source_id"].map(published) > day
    claims = claims[~too_new | earlier.notna()]
    cited_by = claims["source_id"].mask(too_new, earlier)
    # A figure is replaced when its successor is said. One withdrawn without a successor is known
    # to be from its own source: the page that reports the withdrawal is the one cited.
    yet_to_come = set(dataset.claims["supersedes"]) - set(claims["supersedes"])
    open_status = claims["claim_id"].isin(yet_to_come)
    claims = claims.assign(
        source_id=cited_by.astype("str"),
        status=claims["status"].mask(open_status, "stands"),
        note="",
    )
    return claims, further[further["claim_id"].isin(claims["claim_id"])]


def _memberships(rows: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    rows = rows[rows["decided_on"].fillna(rows["valid_from"]) <= day]
    return rows.assign(valid_to=rows["valid_to"].where(rows["valid_to"] <= day), note="")


def _two_sided(readouts: pd.DataFrame) -> pd.DataFrame:
    """Keep the meetings of which both accounts had appeared."""
    sides = readouts.groupby("meeting_id")["side"].transform("nunique")
    return readouts[sides == 2]


def _article(
    dataset: Dataset,
    published: pd.Series,
    statements: set[str],
    claims: set[str],
    day: pd.Timestamp,
) -> pd.DataFrame:
    """Rewind the article's check: what still held is said to hold, and later words go."""
    rows = dataset.article
    if day < ARTICLE_KNOWN_ON:
        return rows.iloc[:0]
    rows = rows.assign(
        second_source_id=rows["second_source_id"].where(
            ~(rows["second_source_id"].map(published) > day), ""
        ),
    )
    rows = rows[~(rows["source_id"].map(published) > day)]
    held = rows["changed_on"] > day
    return rows.assign(
        statement_id=rows["statement_id"].where(rows["statement_id"].isin(statements), ""),
        claim_id=rows["claim_id"].where(rows["claim_id"].isin(claims), ""),
        finding=rows["finding"].mask(held, "found_in_other_words"),
        record=rows["record"].mask(held, "Eight member states on the day of the meeting."),
        what_changed=rows["what_changed"].mask(held, ""),
        changed_on=rows["changed_on"].mask(held),
        note="",
    )


def _conflicts(rows: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    rows = rows[rows["from"] <= day]
    return rows.assign(to=rows["to"].where(rows["to"] <= day), note="")


def _accessions(rows: pd.DataFrame, published: pd.Series, day: pd.Timestamp) -> pd.DataFrame:
    rows = rows[(rows["opened_on"] <= day) & ~(rows["source_id"].map(published) > day)]
    return rows.assign(closed_on=rows["closed_on"].where(rows["closed_on"] <= day), note="")


def _offices(rows: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """Holding an office is public on the day: the source that lists it may be younger."""
    rows = rows[_sure(rows["held_from"], rows["precision"]) <= day]
    return rows.assign(held_to=rows["held_to"].where(rows["held_to"] <= day), note="")


def _surely_held(rows: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    return rows[_sure(rows["held_to"], rows["held_on_precision"]) <= day]


def _voted(dataset: Dataset, published: pd.Series, day: pd.Timestamp) -> dict[str, pd.DataFrame]:
    """Rewind resolutions and votes: a recorded vote is public on the day it is taken."""
    resolutions = dataset.resolutions
    resolutions = resolutions[resolutions["adopted_on"] <= day]
    resolutions = resolutions[~(resolutions["source_id"].map(published) > day)]
    votes = dataset.votes[dataset.votes["resolution"].isin(resolutions["resolution"])]
    votes = votes[~(votes["source_id"].map(published) > day)]
    return {"resolutions": resolutions.assign(note=""), "votes": votes.assign(note="")}


def _indicators(dataset: Dataset, day: pd.Timestamp) -> pd.DataFrame:
    """Keep the values of years that had ended, from editions that had appeared.

    Statistics are revised from edition to edition: one whose day of publication is not known
    counts from the day it was read.
    """
    sources = dataset.sources.set_index("source_id")
    appeared = sources["published_on"].fillna(sources["accessed_on"])
    rows = dataset.indicators
    ended = pd.to_datetime(rows["year"].astype("str") + "-12-31", format="%Y-%m-%d") <= day
    return rows[ended & (rows["source_id"].map(appeared) <= day)].assign(note="")


def _trade(rows: pd.DataFrame, published: pd.Series, day: pd.Timestamp) -> pd.DataFrame:
    """Keep the figures whose report had appeared and whose period had ended."""
    rows = rows[(rows["period_to"] <= day) & ~(rows["source_id"].map(published) > day)]
    return rows.assign(note="")
