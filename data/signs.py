"""Signs that nobody sees and that change how the text around them reads."""

import re

HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
"""Controls, line separators, and the signs that turn the direction of text about. What scripts
need themselves (joiners, the two direction marks) is not among them."""


def shown(text: str) -> str:
    """Write hidden signs as what they are: ``[U+202E]``."""
    return HIDDEN.sub(lambda sign: f"[{name_of(sign[0])}]", text)


def name_of(sign: str) -> str:
    """Give the code point of a sign: ``U+202E``."""
    return f"U+{ord(sign):04X}"
