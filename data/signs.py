"""Signs that nobody sees and that change how the text around them reads, or break files of it."""

import re

TURNS_OR_HIDES = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
)
"""Controls, line separators, and the signs that turn the direction of text about. What scripts
need themselves (joiners, the two direction marks) is not among them."""
NO_CHARACTER = "\ud800-\udfff\ufffe\uffff"
"""What Unicode and XML have as no character: feeds and slides cannot be written with it."""
HIDDEN = re.compile(f"[{TURNS_OR_HIDES}{NO_CHARACTER}]")
UNWRITABLE = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f{NO_CHARACTER}]")
"""What XML 1.0 forbids."""


def shown(text: str) -> str:
    """Write hidden signs as what they are: ``[U+202E]``."""
    return HIDDEN.sub(lambda sign: f"[{name_of(sign[0])}]", text)


def name_of(sign: str) -> str:
    """Give the code point of a sign: ``U+202E``."""
    return f"U+{ord(sign):04X}"


def hidden_in(text: str) -> str:
    """Say which hidden signs a text holds and what is wrong with them; '' where it holds none."""
    if HIDDEN.search(text) is None:
        return ""
    found = sorted(set(HIDDEN.findall(text)))
    turns = any(re.match(f"[{TURNS_OR_HIDES}]", sign) for sign in found)
    why = "which turns or hides text" if turns else "which is no character"
    return f"holds {', '.join(map(name_of, found))}, {why}"
