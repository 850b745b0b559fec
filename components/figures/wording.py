"""Reader-facing words: labels of codes, numbers and ranges, dates, titles and alt texts.

The one place, besides the views' own headings, where the interface speaks English; codes in
data and links never change with it.
"""

import html
import re

import pandas as pd

from data.signs import shown

LABELS: dict[str, dict[str, str]] = {
    "status": {
        "shanghai_five": "Shanghai Five",
        "member": "Member",
        "observer": "Observer",
        "dialogue_partner": "Dialogue partner",
        "sco_partner": "SCO partner",
    },
    "claim_status": {
        "stands": "Stands",
        "corrected": "Corrected by the claimant",
        "retracted": "Retracted by the claimant",
        "superseded": "Superseded by a later figure",
    },
    "population": {"military": "soldiers", "civilian": "civilians", "all": "people"},
    "measure": {
        "killed": "killed",
        "wounded": "wounded",
        "injured": "injured",
        "killed_and_wounded": "killed and wounded",
        "killed_wounded_missing_captured": "killed, wounded, missing and captured",
        "missing": "missing",
        "captured": "captured",
    },
    "basis": {
        "named_list": "Lists of names",
        "verified_incidents": "Verified incidents",
        "statistical_model": "Statistical models",
        "intelligence_estimate": "Intelligence estimates",
        "official_statement": "Official statements",
        "media_report": "Media reports",
    },
    "basis_note": {
        "named_list": "a floor, names found",
        "verified_incidents": "a floor, cases verified",
        "statistical_model": "an estimate with a range",
        "intelligence_estimate": "method not published",
        "official_statement": "a claim by an official",
        "media_report": "a figure a news outlet printed",
    },
    "stake": {
        "own_side": "About its own people",
        "opponent": "About its opponent's people",
        "ally_of_own_side": "Backs the side counted",
        "ally_of_opponent": "Backs the other side",
        "third_state": "A third state",
        "united_nations": "United Nations",
        "independent": "Independent",
    },
    "scope": {
        "cumulative": "All of it so far",
        "period": "Part of the time",
        "area": "Part of the area",
        "unit": "Part of the forces",
    },
    "topic": {
        "sco": "SCO",
        "nato": "NATO",
        "china_russia": "China and Russia",
        "india_russia": "India and Russia",
        "india_pakistan": "India and Pakistan",
        "india_china": "India and China",
        "us_china": "US and China",
        "united_nations": "United Nations",
        "middle_east": "Middle East",
        "central_asia": "Central Asia",
        "covid": "Covid-19",
    },
    "kind": {
        "verbatim": "Verbatim",
        "translation": "Translation",
        "paraphrase": "Paraphrase",
        "readout": "Readout",
        "joint_document": "Joint document",
    },
    "badge": {
        "verbatim": "Verbatim",
        "normalised": "Normalised",
        "translation": "Translation",
        "paraphrase": "Paraphrase",
        "altered": "Altered",
        "not_found": "Not found",
    },
    "badge_note": {
        "verbatim": "the same words, whole or as an uncut passage",
        "normalised": "the same words; only case, quotation marks, spacing or an ellipsis differ",
        "translation": "another language or another translation; negations, numbers, names agree",
        "paraphrase": "other words; negations, numbers and names agree",
        "altered": "a negation, a number, a name or another operative word differs",
        "not_found": "too few words in common with the record",
    },
    "relation": {
        "same_language": "printed in the language it was said in",
        "translation": "a translation",
        "reported_speech": "reported speech",
        "machine_rewritten": "a machine-rewritten copy",
        "our_rendering": "our rendering",
    },
    "finding": {
        "found_in_these_words": "Found in these words",
        "found_in_other_words": "Found in other words",
        "paraphrase": "Paraphrase",
        "wording_altered": "Wording altered",
        "speaker_swapped": "Speaker swapped",
        "meaning_reversed": "Meaning reversed",
        "one_source_shown_as_two": "One source shown as two",
        "credited_source_not_found": "Credited source not found",
        "true_then_changed_since": "True on that date, since changed",
    },
    "finding_note": {
        "found_in_these_words": "the record has it in the same words, or nearly so",
        "found_in_other_words": "the record has it in other words; none of them is put in "
        "quotation marks by the article",
        "paraphrase": "reported speech in other words; what differs is named beside it",
        "wording_altered": "in quotation marks, yet in other words than the record's, or with "
        "words added or left out",
        "speaker_swapped": "the words are those of another speaker",
        "meaning_reversed": "the record says the opposite",
        "one_source_shown_as_two": "one person's words are given to two",
        "credited_source_not_found": "the source the article names was not found to say so",
        "true_then_changed_since": "it held on the day of the article and no longer does",
    },
    "claims": {"hidden": "Hidden", "shown": "On the same axis"},
    "lanes": {"country": "Country", "speaker": "Speaker"},
    "blank": {
        "unknown": "unknown",
        "none_reported": "none reported",
        "not_applicable": "not applicable",
        "withheld": "withheld",
    },
    "qualifier": {
        "about": "about",
        "at_least": "at least",
        "nearly": "nearly",
        "more_than": "more than",
        "up_to": "up to",
        "exact": "",
    },
}

ADJECTIVES = {
    "RUS": "Russian",
    "UKR": "Ukrainian",
    "PRK": "North Korean",
    "KGZ": "Kyrgyz",
    "TJK": "Tajik",
    "IND": "Indian",
    "CHN": "Chinese",
    "PAK": "Pakistani",
    "AFG": "Afghan",
    "IRN": "Iranian",
    "ISR": "Israeli",
    "USA": "US",
    "LBN": "Lebanese",
}
DATA_ROW = "A row of the source's data file, without words"
"""Stands where words would, for a number taken from a data file."""
QUOTED = {"verbatim", "translation", "joint_document"}
"""Kinds of statement that carry quotation marks; reported speech does not."""


def label(group: str, code: str) -> str:
    """Give the reader's word for a code, or the code in plain words where none is set."""
    words = code.replace("_", " ")
    return LABELS[group].get(code, words[:1].upper() + words[1:])


def thousands(value: int) -> str:
    """Write a count of people: ``200,186``."""
    return f"{int(value):,}"


def day(value: pd.Timestamp, precision: str = "day") -> str:
    """Write a date to its precision: ``15 September 2022``, ``September 2022``, ``2022``."""
    if pd.isna(value):
        return "unknown"
    if precision == "year":
        return f"{value:%Y}"
    if precision == "month":
        return f"{value:%B %Y}"
    text = f"{value.day} {value:%B %Y}"
    return f"about {text}" if precision == "approximate" else text


def short_day(value: pd.Timestamp) -> str:
    """Write a date for narrow places: ``15 Sep 2022``."""
    return "unknown" if pd.isna(value) else f"{value.day} {value:%b %Y}"


def claim_number(claim: pd.Series) -> str:
    """Write a claim's number in the claimant's own terms: range, hedge or blank.

    ``about 9,000``, ``243,000–352,000``, ``more than 25,000``, ``withheld``.
    """
    low, best, high = claim["low"], claim["best"], claim["high"]
    hedge = label("qualifier", claim["qualifier"])
    given = [v for v in (low, best, high) if pd.notna(v)]
    if not given:
        return label("blank", claim["best_blank"] or "unknown")
    if pd.notna(low) and pd.notna(high) and low != high:
        text = f"{thousands(low)}–{thousands(high)}"
        return f"{text}, put at {thousands(best)}" if pd.notna(best) else text
    if pd.notna(best) and pd.notna(high) and high != best:
        text = f"{thousands(best)}, up to {thousands(high)}"
    elif pd.notna(best) and pd.notna(low) and low != best:
        text = f"{thousands(best)}, at least {thousands(low)}"
    else:
        text = thousands(given[-1])
        if pd.notna(high) and pd.isna(best) and pd.isna(low):
            hedge = hedge or "up to"
        if pd.notna(low) and pd.isna(best) and pd.isna(high):
            hedge = hedge or "at least"
    return f"{hedge} {text}".strip()


def people(whose: str, population: str) -> str:
    """Name the people counted: ``Russian soldiers``, ``people on all sides``."""
    who = LABELS["population"][population]
    if whose == "all":
        return f"{who} on all sides"
    return f"{ADJECTIVES.get(whose, whose)} {who}"


def question_words(whose: str, population: str, measure: str) -> str:
    """Name what a question counts: ``Russian soldiers killed``."""
    return f"{people(whose, population)} {label('measure', measure)}"


def question(whose: str, population: str, measure: str) -> str:
    """Ask a question in plain words: ``How many Russian soldiers were killed?``."""
    return f"How many {people(whose, population)} were {label('measure', measure)}?"


def plural(count: int, one: str, many: str = "") -> str:
    """Write a count with its noun: ``1 claim``, ``17 claims``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def more_in_the_data(count: str, noun: str) -> tuple[str, str]:
    """Say that more is in the data than is shown: for one, and for a ``count`` of them."""
    return f"1 more {noun} is in the data.", f"{count} more {noun}s are in the data."


def opening(text: str) -> str:
    """Begin a sentence: the first letter in upper case."""
    return text[:1].upper() + text[1:]


def listed(words: list[str]) -> str:
    """Join words as a sentence does: ``a``, ``a and b``, ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def times(ratio: float) -> str:
    """Write a ratio for a sentence: ``1.04 times``, ``3.1 times``, ``5 times``, ``27 times``."""
    places = 2 if ratio < 1.05 else 1 if ratio < 9.95 else 0
    return f"{ratio:,.{places}f}".removesuffix(".0") + " times"


MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&^=])")

CODE_SIGN = re.compile(r":(?=[A-Za-z+-][\w/+-]*:)")


def escape_markdown(text: str) -> str:
    """Show text literally where Streamlit reads Markdown: quotes, names, titles.

    An icon or emoji code is looked for after escapes have gone (measured: an escaped
    code still drew its icon), so that an invisible word joiner parts it from its colon.
    """
    return MARKDOWN_SIGNS.sub(r"\\\1", CODE_SIGN.sub(":\u2060", shown(text)))


def escape_hover(text: str) -> str:
    """Show text literally in a Plotly hover box or label, which read some HTML."""
    return html.escape(shown(text), quote=False)


def shorten(text: str, length: int) -> str:
    """Cut text at a word end, with an ellipsis where something was cut."""
    if len(text) <= length:
        return text
    cut = text[:length].rsplit(" ", 1)[0]
    return f"{cut or text[:length]}…"
