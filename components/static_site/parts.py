"""What single pages hold besides pictures and rows: counts, words, a state's page, the decks."""

import html
from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from components.answers import BRIEFING
from components.answers.answer import Answer, Column
from components.answers.casualties import COLUMNS as CLAIM_COLUMNS
from components.answers.casualties import Casualties, with_words
from components.answers.country import CountryPage
from components.answers.members import Members
from components.answers.overview import Overview
from components.answers.ready_decks import READY
from components.exports.citation import dashboard_citation
from components.exports.tables.terms import NON_COMMERCIAL, WHY
from components.figures.headlines.briefing import statement_who
from components.figures.headlines.principles import WILL_NOT_SAY
from components.figures.sco_wording import words_for
from components.figures.wording import QUOTED, day, label, opening, plural, question_words
from components.link import Link
from components.static_site.asking import Shelf
from components.static_site.charts import chart_html
from components.static_site.plan import Page, Plan, claims_of
from components.static_site.tables import publishers_of, table_html
from data.questions.passages import foreign_passages

escaped = html.escape


def linked_list(lines: Sequence[tuple[str, str]]) -> str:
    """List words, each with the way it leads; a blank way is no link."""
    items = [
        f'<li><a href="{escaped(way)}">{escaped(words)}</a></li>'
        if way
        else f"<li>{escaped(words)}</li>"
        for words, way in lines
    ]
    return f"<ul>{''.join(items)}</ul>"


def parts_html(page: Page, answer: Answer, plan: Plan, shelf: Shelf) -> str:
    """Write what this page has of its own, between its pictures and its rows; blank for none."""
    if isinstance(answer, Overview):
        return _overview(page, answer, plan)
    if isinstance(answer, Members):
        own = _country(page, answer.page, answer, plan) if answer.page else ""
        return own or _changes(answer)
    if isinstance(answer, Casualties) and page.link.parameters:
        return _conflict(page, answer, plan, shelf)
    if answer.view == "about":
        return _about(answer)
    if answer.view == "downloads":
        left_out = f"<p>{escaped(WHY)}</p><p>{escaped(NON_COMMERCIAL)}</p>"
        return f"<h2>Left out of whole tables</h2>{left_out}"
    if answer.view == BRIEFING:
        return _decks()
    return ""


def quote_html(statement: pd.Series, way: str) -> str:
    """Write a statement with who said it when, and where its row is."""
    words = statement["text"]
    shown = f"“{words}”" if statement["kind"] in QUOTED else words
    who = escaped(statement_who(statement))
    named = f'<a href="{escaped(way)}">{who}</a>' if way else who
    return f"<blockquote><p>{escaped(shown)}</p><footer>{named}</footer></blockquote>"


def _quotes(page: Page, statements: pd.DataFrame, plan: Plan) -> str:
    return "".join(
        quote_html(row, plan.place("statement", row["statement_id"], page))
        for _, row in statements.iterrows()
    )


def _overview(page: Page, answer: Overview, plan: Plan) -> str:
    return f"<h2>Said last</h2>{_quotes(page, answer.latest, plan)}"


def _changes(answer: Members) -> str:
    if answer.changed_on is None:
        return ""
    lines = [(line, "") for line in answer.change_lines]
    return f"<h2>What changed on {day(answer.changed_on)}</h2>{linked_list(lines)}"


def _country(page: Page, own: CountryPage, answer: Members, plan: Plan) -> str:
    """Write the page of a state: leaders, size, votes, meetings, words, claims."""
    leaders = [
        (
            f"{words_for('role', row.role)}: {row.person}, {row.office}, "
            f"since {day(row.held_from, row.precision)}",
            "",
        )
        for row in own.office_holders.itertuples()
    ]
    conflicts = [
        (
            f"{row.name}: {plural(int(row.count), 'claim')}",
            plan.place("conflict", row.conflict, page),
        )
        for row in own.claims.itertuples()
    ]
    status = own.history.assign(
        held_as=own.history["status"].map(lambda code: label("status", code))
    )
    parts = [
        _listed(f"Who spoke for it on {day(answer.on)}", leaders),
        _tabled("Status in the SCO", status, (("held_as", "Status"), ("valid_from", "Since"))),
        _tabled(
            "Indicators",
            own.indicators,
            (
                ("name", "Indicator"),
                ("latest", "Newest value"),
                ("year", "Year"),
                ("rank", "Rank among members"),
            ),
            identifier="indicator",
            place=lambda code: plan.place("indicator", code, page),
        ),
        _listed("Casualty claims of conflicts it is party to", conflicts),
        f"<h2>Latest statements</h2>{_quotes(page, own.statements, plan)}"
        if len(own.statements)
        else "",
        _tabled(
            "Votes on Ukraine at the General Assembly",
            own.votes,
            (("resolution", "Resolution"), ("adopted_on", "Adopted on"), ("cast", "Vote")),
            identifier="resolution",
            place=lambda code: plan.place("resolution", code, page),
        ),
        _tabled(
            "Meetings of its leader",
            own.meetings,
            (("held_from", "Day"), ("city", "Where"), ("occasion", "Occasion")),
            identifier="identifier",
            place=lambda code: plan.place("meeting", code, page),
        ),
    ]
    return "".join(parts)


def _listed(title: str, lines: Sequence[tuple[str, str]]) -> str:
    return f"<h2>{escaped(title)}</h2>{linked_list(lines)}" if lines else ""


def _tabled(
    title: str,
    rows: pd.DataFrame,
    columns: Sequence[tuple[str, str]],
    identifier: str = "",
    place: Callable[[str], str] | None = None,
) -> str:
    if rows.empty:
        return ""
    shown = tuple(Column(name, heading) for name, heading in columns)
    table: Any = table_html(
        rows,
        shown,
        caption=title,
        identifier=identifier,
        doors=lambda _, identity: place(identity) if place else "",
    )
    return f"<h2>{escaped(title)}</h2>{table}"


def _conflict(page: Page, answer: Casualties, plan: Plan, shelf: Shelf) -> str:
    """Draw every question of a conflict, then list all its claims."""

    def doors(parameter: str, identity: str) -> str:
        return plan.place(parameter, identity, page)

    conflict = answer.question.conflict
    sections: list[str] = []
    contents: list[tuple[str, str]] = []
    shown = (answer.question.whose, answer.question.population, answer.question.measure)
    for whose, population, measure in answer.options.counted:
        if (whose, population, measure) == shown:
            continue
        asked = (("conflict", conflict), ("whose", whose), ("population", population))
        parameters = (*asked, ("measure", measure))
        link = Link("casualties", tuple((name, (value,)) for name, value in parameters))
        other = shelf.answer(link)
        pictures = [chart_html(p, other, doors) for p in other.pictures]
        words = opening(question_words(whose, population, measure))
        contents.append((words, f"#{whose}-{population}-{measure}"))
        sections.append(
            f'<section><h3 id="{whose}-{population}-{measure}">{escaped(words)}</h3>'
            f"<p>{escaped(other.title)}</p>{''.join(pictures)}</section>"
        )
    claims = claims_of(shelf, conflict)
    rows = with_words(claims, shelf.data).assign(
        counted=[
            question_words(row.whose, row.population, row.measure) for row in claims.itertuples()
        ]
    )
    columns = (CLAIM_COLUMNS[0], Column("counted", "Counted"), *CLAIM_COLUMNS[1:])
    table = table_html(
        rows,
        columns,
        caption=f"Every claim of this conflict: {plural(len(rows), 'claim')}",
        identifier="claim_id",
        publishers=publishers_of(shelf.data.sources),
        languages=foreign_passages(shelf.data),
    )
    more = f"<h2>The other questions of this conflict</h2>{''.join(sections)}" if sections else ""
    ways = linked_list([*contents, (f"Every claim ({len(rows)})", "#claims")])
    return (
        f'<nav aria-label="On this page"><p>On this page</p>{ways}</nav>{more}'
        f'<h2 id="claims">Every claim</h2>{table}'
    )


def _about(answer: Answer) -> str:
    rules = "".join(f"<li><b>{escaped(a)}</b> {escaped(b)}</li>" for a, b in WILL_NOT_SAY)
    cited = dashboard_citation(answer.data.version, answer.data.reviewed_on)
    return (
        f"<h2>What it will not say</h2><ul>{rules}</ul>"
        f"<h2>How to cite</h2><p>{escaped(cited)}</p>"
        f"<h2>Terms</h2><p>{escaped(WHY)}</p><p>{escaped(NON_COMMERCIAL)}</p>"
    )


def _decks() -> str:
    items = [
        f'<li><a href="deck/{deck.name}.html">{escaped(deck.title)}</a>, one file that needs no '
        f'network; <a href="deck/{deck.name}.pptx" download>PowerPoint</a>; '
        f'<a href="deck/{deck.name}.zip" download>the data behind it</a></li>'
        for deck in READY.values()
    ]
    return f"<h2>Ready briefings</h2><ul>{''.join(items)}</ul>"
