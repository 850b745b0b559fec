"""Words of a quotation as they are compared: printed pieces and their folded forms.

Folding forgives case, the style of quotation marks, spacing and ellipsis signs, and nothing
else. Invisible characters go; combining marks, digits of any script and punctuation stay.
"""

import re
import unicodedata
from dataclasses import dataclass

QUOTES = frozenset("\"'`´«»“”„‟‘’‚‛‹›「」『』〈〉《》ʼʻʹ′″")
HYPHENS = frozenset("-‐‑")
DASHES = frozenset("–—―−")
ENDS = frozenset("!?。！？।؟")
COMMAS = frozenset(",，、،")
BRACKETS = frozenset("[]()（）【】")
STOPS = frozenset({".", *ENDS})
"""Signs that end a sentence."""

# One letter a character, so that one pattern finds the pieces in any script.
PIECE = re.compile(
    r"(?P<number>d{1,3}(?:(?:k|s+)d{3}(?!d))+(?:pd+)?|d+(?:[pk]d+)?)"
    r"|(?P<word>[wdx]*[wd](?:[wdx]|[qh](?=[wd]))*|c)"
    r"|(?P<gap>b(?:e|p{2,})b|e|p{2,})"
    r"|(?P<sign>[pnkmbho])"
)


@dataclass(frozen=True)
class Piece:
    """A word, number or sign: how it compares, what it is, and where it stands in the text."""

    folded: str
    kind: str
    start: int
    end: int


def pieces(text: str) -> list[Piece]:
    """Split text into what is compared; ellipsis signs, quotation marks and spaces are not.

    ``start`` and ``end`` count characters of ``unicodedata.normalize("NFC", text)``.
    """
    text = unicodedata.normalize("NFC", text)
    classes = "".join(map(_class, text))
    found = []
    for match in PIECE.finditer(classes):
        kind = str(match.lastgroup)
        if kind != "gap":
            shown = text[match.start() : match.end()]
            found.append(Piece(_fold(shown, kind), kind, match.start(), match.end()))
    return found


def _class(sign: str) -> str:
    for letter, group in (("q", QUOTES), ("h", HYPHENS), ("n", ENDS), ("k", COMMAS)):
        if sign in group:
            return letter
    if sign in BRACKETS:
        return "b"
    if sign in "….":
        return "e" if sign == "…" else "p"
    if sign.isspace():
        return "s"
    category = unicodedata.category(sign)
    if category == "Nd":
        return "d"
    if "぀" <= sign <= "ヿ" or "㐀" <= sign <= "鿿" or "豈" <= sign <= "﫿":
        return "c"
    if category[0] in "LMN":
        return "w"
    return "x" if category in {"Cf", "Cc"} else "o"


def _fold(shown: str, kind: str) -> str:
    if kind == "number":
        digits = "".join(
            str(unicodedata.digit(c)) if unicodedata.category(c) == "Nd" else c for c in shown
        )
        return re.sub(r"(?<=\d)[,\s]+(?=\d{3}(?!\d))", "", digits)
    if kind == "sign":
        return "—" if shown in DASHES or shown in HYPHENS else shown
    # Turkish letters lose their dot one way or the other when case changes.
    kept = "".join(c for c in shown if unicodedata.category(c) not in {"Cf", "Cc"})
    folded = kept.casefold().replace("i̇", "i").replace("ı", "i")
    return "".join("'" if c in QUOTES else "-" if c in HYPHENS else c for c in folded)


# The lists below are strings split into words: a word a line would hide the lists.
# ruff: noqa: SIM905
NEGATIONS = frozenset(
    "not no never none nor neither nobody nothing nowhere without cannot hardly "
    "не нет ни никогда ничего никто без нельзя ні немає ніколи "
    "不 没 沒 無 无 非 未 勿 नहीं नहींं न मत नहि "
    "değil yok ne hayır asla nicht kein keine nie niemals ohne "
    "nu niciun fără non mai senza nie bez žádný нест не ليس لا لم لن نہیں نه نیست هیچ".split()
)
NEGATING_PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non", "non-")
QUALIFIERS = frozenset(
    "if unless until only provided but however although though except think believe hope "
    "guess suppose perhaps may might could would should apparently almost nearly about around "
    "some possibly probably likely allegedly reportedly should must "
    "если только но однако хотя кроме думаю надеюсь возможно может почти около якобы "
    "якщо але лише можливо 但 如 若 或 可 應 应".split()
)
"""Words that turn or bound what is said; cut out of a sentence, they change it."""
NUMBER_WORDS: dict[str, str] = {
    word: value
    for value, words in {
        "0": "zero ноль",
        "2": "two both два две обе оба",
        "3": "three три",
        "4": "four четыре",
        "5": "five пять",
        "6": "six шесть",
        "7": "seven семь",
        "8": "eight восемь",
        "9": "nine девять",
        "10": "ten десять",
        "11": "eleven",
        "12": "twelve dozen dozens",
        "15": "fifteen",
        "20": "twenty двадцать",
        "30": "thirty",
        "40": "forty",
        "50": "fifty",
        "60": "sixty",
        "70": "seventy",
        "80": "eighty",
        "90": "ninety",
        "100": "hundred hundreds сто",
        "1000": "thousand thousands тысяча тысячи тысяч",
        "1000000": "million millions миллион миллиона миллионов",
        "1000000000": "billion billions миллиард миллиарда миллиардов",
        "10000000": "crore",
        "100000": "lakh",
    }.items()
    for word in words.split()
}
"""Numbers in words with their value; “one” is left out, for it is more often a pronoun."""
SMALL_WORDS = frozenset("the a an that also of".split())
"""Words whose coming and going alone does not make a near print an altered one."""
NAMES: dict[str, str] = {
    form: forms.split()[0]
    for forms in (
        "china chinese|russia russian russians|ukraine ukrainian ukrainians|india indian indians|"
        "pakistan pakistani|iran iranian iranians|israel israeli zionist|america american|"
        "us u.s usa|beijing|moscow|kyiv kiev|delhi|islamabad|tehran|washington|kremlin|"
        "kazakhstan kazakh|kyrgyzstan kyrgyz|tajikistan tajik|uzbekistan uzbek|belarus belarusian|"
        "turkey türkiye turkish|mongolia mongolian|afghanistan afghan|taiwan|taliban|kashmir|"
        "europe european|britain british uk|nato|sco|un|eu|g20|brics|japan japanese|"
        "korea korean|germany german|"
        "france french|gaza|qatar|azerbaijan|armenia|georgia|pahalgam|balochistan|minab|"
        "xi|jinping|putin|modi|jaishankar|lukashenko|tokayev|nazarbayev|mirziyoyev|karimov|"
        "japarov|rahmon|sharif|khan|raisi|pezeshkian|araghchi|lavrov|wang|erdoğan erdogan|"
        "zelenskyy zelensky zelenskiy|biden|trump|blinken|guterres|stoltenberg|rutte|hu|jiang|"
        "medvedev|macron|price|sussex|pu|kallas|shoigu|peskov|ushakov|"
        "сша|россия россии россию россией|китай китая китаю китаем|украина украины украине украину|"
        "индия индии|нато|шос|путин|байден|зеленский"
    ).split("|")
    for form in forms.split()
}
"""Names that count in whatever case they are printed, with what they are forms of."""
TWO_WORD_NAMES = {
    "united states": "us",
    "united nations": "un",
    "united kingdom": "britain",
    "european union": "eu",
}
