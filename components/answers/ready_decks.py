"""The decks that ship: each a name, a title, and its slides as they stand in a link."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ReadyDeck:
    """A deck with a short name of its own for links: ``/briefing?deck=samarkand``."""

    name: str
    title: str
    deck: str


SAMARKAND = "~".join(
    [
        "members.asof-2022-09-16.title-The SCO that met in Samarkand",
        "statements.from-2022-09-14.to-2022-09-17.title-Who spoke in the four days of Samarkand",
        "statements.statement-putin-2022-09-15-balanced.title-Putin on China's position",
        "statements.statement-putin-2022-09-15-questions-and-concerns"
        ".title-Putin on China's questions and concerns",
        "statements.statement-xi-2022-09-15-stability.title-Xi, in China's account of the meeting",
        "statements.statement-price-2022-09-15-striking"
        ".title-Washington on what Putin said, in one word",
        "statements.statement-modi-2022-09-16-not-an-era-of-war.title-Modi to Putin on war",
        "article",
        "casualties.whose-RUS.population-military.measure-killed.asof-2022-09-30",
        "casualties.conflict-kyrgyzstan-tajikistan-2022.whose-KGZ.population-all"
        ".measure-killed.asof-2022-09-30",
    ]
)
CASUALTIES = "~".join(
    [
        "casualties.whose-RUS.population-military.measure-killed",
        "casualties.whose-UKR.population-military.measure-killed.from-2025-01-01",
        "casualties.whose-UKR.population-civilian.measure-killed.from-2025-01-01",
        "casualties.whose-RUS.population-military.measure-killed_and_wounded",
        "casualties.whose-RUS.population-civilian.measure-killed.from-2024-01-01",
        "casualties.conflict-india-pakistan-2025",
        "casualties.conflict-pakistan-afghanistan-2025",
        "casualties.conflict-iran-israel-2025",
        "casualties.conflict-iran-2026",
    ]
)
TODAY = "~".join(
    [
        "members",
        "members.picture-2",
        "relations",
        "votes",
        "meetings",
        "casualties",
        "statements.topic-sco",
        "since",
    ]
)

READY = {
    deck.name: deck
    for deck in (
        ReadyDeck("samarkand", "Samarkand in ten slides", SAMARKAND),
        ReadyDeck("casualty-claims", "Casualties: who says what", CASUALTIES),
        ReadyDeck("today", "The SCO today", TODAY),
    )
}
