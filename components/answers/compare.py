"""One indicator of several states, as chart, map and table of the same rows."""

from dataclasses import dataclass

import pandas as pd

from components.address import Address
from components.answers.answer import Answer, Column, Picture
from components.answers.members import read_on
from components.figures.base_map import BORDERS
from components.figures.headlines.indicators import compare_title, total_sentence
from components.figures.indicator_bars import indicator_bars, missing_words
from components.figures.indicator_lines import indicator_lines
from components.figures.indicator_map import indicator_map
from components.figures.sco_wording import boundary_note, unit_words, value_words, words_for
from components.figures.wording import day
from data import Dataset
from data.questions.indicators import (
    POPULATION,
    WORLD,
    Series,
    base_year,
    in_mode,
    indicator_codes,
    latest_year,
    modes_of,
    series_of,
    totals,
    without_other_editions,
)
from data.questions.members import member_codes

SHOWS = ["chart", "map"]
SCALES = ["linear", "log"]
COLUMNS = (
    Column("name", "State"),
    Column("year_said", "Year"),
    Column("shown", "Value"),
    Column("how", "How known, or why not"),
    Column("borrowed", "Borrowed"),
    Column("url", "Source", "link"),
)


@dataclass(frozen=True, kw_only=True)
class Compare(Answer):
    """Adds what was asked, what the filters offer, and the total beside the world's."""

    on: pd.Timestamp
    indicator: str
    indicators: tuple[str, ...]
    mode: str
    modes: tuple[str, ...]
    show: str
    scale: str
    borders: str
    year: int
    years: tuple[int, ...]
    base: int | None
    states: tuple[str, ...]
    members: tuple[str, ...]
    choices: tuple[str, ...]
    total: str
    missing: str


def compare(address: Address, data: Dataset, known_on: pd.Timestamp | None) -> Compare:
    """Answer ``/compare``."""
    on = read_on(address, data, known_on)
    members = member_codes(data.memberships, on)
    codes = indicator_codes(data.indicators)
    if not codes:
        return _nothing_known(address, data, known_on, on, members)
    names = data.countries.set_index("country")["name"]
    indicator = address.one("indicator", codes, POPULATION if POPULATION in codes else codes[0])
    plain = series_of(data.indicators, indicator)
    modes = modes_of(plain)
    mode = address.one("mode", modes, "absolute")
    show = address.one("show", SHOWS, "chart")
    scale = address.one("scale", SCALES, "linear")
    borders = address.one("borders", BORDERS, "un")
    having = sorted(set(plain.rows["country"]) - {WORLD}, key=lambda code: str(names[code]))
    asked = address.several("state", having)
    states = asked or [code for code in members if code in having]
    years = sorted(int(year) for year in plain.rows["year"].unique())
    newest = latest_year(plain, states) or years[-1]
    year = int(address.one("year", [str(y) for y in years], str(newest)))
    base = int(address.one("base", [str(y) for y in years], str(base_year(plain, states) or 0)))
    base_or_none = base if mode == "index" and base else None
    population = (
        series_of(data.indicators, POPULATION) if POPULATION in codes else _without_rows(plain)
    )
    series = in_mode(plain, mode, population, members, base_or_none)
    total = totals(without_other_editions(plain), members).set_index("year", drop=False)
    total_row = total.loc[year] if year in total.index else None
    shared = plain.unit != "pct" and len(members) > 0
    picture = _picture(series, show, scale, borders, year, states, data, base_or_none)
    lines = show == "chart" and len(years) > 1
    title = compare_title(series, mode, year, states, names)
    rows = _rows(series, year, states, data, all_years=lines)
    return Compare(
        view="compare",
        data=data,
        known_on=known_on,
        title=title,
        subtitle=f"{words_for('indicator', indicator)}: "
        f"{unit_words(series.unit, series.price_base, base_or_none)}; members as of {day(on)}",
        pictures=(picture,),
        rows=rows,
        columns=_columns(rows),
        noun="value",
        identifier="country",
        source_ids=tuple(set(rows["source_id"]) - {""}),
        on=on,
        indicator=indicator,
        indicators=tuple(codes),
        mode=mode,
        modes=tuple(modes),
        show=show,
        scale=scale,
        borders=borders,
        year=year,
        years=tuple(years),
        base=base_or_none,
        states=tuple(states),
        members=tuple(members),
        choices=tuple(having),
        total=total_sentence(total_row, plain.unit, len(members), names) if shared else "",
        missing=missing_words(series.rows, states, names, year),
    )


def _columns(rows: pd.DataFrame) -> tuple[Column, ...]:
    """Leave out the columns that say nothing: blank throughout, or one source for all."""
    blank = {name for name in ("borrowed",) if (rows[name] == "").all()}
    one_source = {"url"} if len(rows["source_id"].unique()) == 1 else set()
    return tuple(column for column in COLUMNS if column.name not in blank | one_source)


def _without_rows(series: Series) -> Series:
    return Series(POPULATION, "persons", "", series.rows.head(0))


def _picture(
    series: Series,
    show: str,
    scale: str,
    borders: str,
    year: int,
    states: list[str],
    data: Dataset,
    base: int | None,
) -> Picture:
    names = data.countries.set_index("country")["name"]
    title = compare_title(series, "absolute", year, states, names)
    logarithmic = scale == "log"
    if show == "map":
        note = boundary_note(data.countries, borders)
        figure = indicator_map(
            series, year, states, data.countries, borders=borders, logarithmic=logarithmic
        )
        return Picture(
            key="compare-map", figure=figure, alt=f"Map. {title}. {note}", picks="", note=note
        )
    if len(series.rows["year"].unique()) > 1:
        figure = indicator_lines(series, states, names, logarithmic=logarithmic, base=base)
        note = (
            "A line joins neighbouring years of one source. It breaks where a year has no "
            "value; a figure of another release stands alone."
        )
        return Picture(
            key="compare-lines", figure=figure, alt=f"Lines by year. {title}.", note=note
        )
    figure = indicator_bars(series, year, states, names, logarithmic=logarithmic)
    note = "A thin line marks the lower end of a range." if series.rows["low"].notna().any() else ""
    return Picture(key="compare-bars", figure=figure, alt=f"Bars. {title}.", note=note)


def _rows(
    series: Series, year: int, states: list[str], data: Dataset, *, all_years: bool
) -> pd.DataFrame:
    """List what is drawn, in words: the chosen year first, then newest and largest first."""
    rows = series.rows[series.rows["country"].isin(states)]
    rows = rows.sort_values(["year", "value", "country"], ascending=[False, False, True])
    chosen = rows["year"] == year
    rows = pd.concat([rows[chosen], rows[~chosen & all_years]])
    unit, names = series.unit, data.countries.set_index("country")["name"]
    shown = [
        f"{value_words(row.low, unit)}–{value_words(row.value, unit)}"
        if pd.notna(row.low)
        else value_words(row.value, unit)
        for row in rows.itertuples()
    ]
    return rows.assign(
        name=rows["country"].map(names),
        year_said=rows["year"].astype("str"),
        shown=pd.Series(shown, index=rows.index, dtype="str"),
        how=[
            words_for("reason", row.reason)
            if pd.isna(row.value)
            else f"{row.basis}, another release"
            if row.apart
            else row.basis
            for row in rows.itertuples()
        ],
        url=rows["source_id"].map(data.sources.set_index("source_id")["url"]),
    )


def _nothing_known(
    address: Address,
    data: Dataset,
    known_on: pd.Timestamp | None,
    on: pd.Timestamp,
    members: list[str],
) -> Compare:
    """Answer where no edition of any indicator had appeared yet."""
    for name in ("indicator", "mode", "show", "scale", "borders", "year", "base"):
        address.one(name, [])
    address.several("state", [])
    rows = data.indicators.reindex(columns=[*data.indicators.columns, *(c.name for c in COLUMNS)])
    rows = rows.loc[:, ~rows.columns.duplicated()]
    return Compare(
        view="compare",
        data=data,
        known_on=known_on,
        title="None of these statistics had been published",
        subtitle=f"Statistics are revised: those used here were published after {day(on)}",
        rows=rows,
        columns=COLUMNS,
        noun="value",
        on=on,
        indicator="",
        indicators=(),
        mode="absolute",
        modes=(),
        show="chart",
        scale="linear",
        borders="un",
        year=0,
        years=(),
        base=None,
        states=(),
        members=tuple(members),
        choices=(),
        total="",
        missing="",
    )
