"""What text an XML file can hold: slides, workbooks and feeds are XML, pages are read like it."""

import re

from data.signs import name_of

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs outside of the ``Char`` of XML 1.0: controls, halves of surrogates, U+FFFE, U+FFFF."""


def xml_text(text: str) -> str:
    """Write signs that no XML can hold as what they are: ``[U+FFFE]``."""
    return FORBIDDEN.sub(lambda sign: f"[{name_of(sign[0])}]", text)
