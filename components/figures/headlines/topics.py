"""Names of topics within a sentence."""

from components.figures.wording import label

NAMES = {"nuclear": "nuclear matters"}
NAMED_WITH_THE = ("sco", "united_nations", "middle_east")
COMMON_NOUNS = (
    "multipolarity",
    "security",
    "diplomacy",
    "terrorism",
    "trade",
    "sovereignty",
    "sanctions",
    "energy",
    "technology",
    "casualties",
    "climate",
)
"""Topics that a sentence writes in small letters."""


def topic_words(topic: str) -> str:
    """Name a topic within a sentence: ``trade``, ``the United Nations``, ``Ukraine``."""
    name = NAMES.get(topic) or label("topic", topic)
    name = name.lower() if topic in COMMON_NOUNS else name
    return f"the {name}" if topic in NAMED_WITH_THE else name
