"""What the dashboard will not say: its rules, as its readers see them."""

WILL_NOT_SAY = (
    (
        "No verdicts.",
        "A casualty figure is always somebody's claim. Claims are never merged, averaged or added "
        "across claimants.",
    ),
    (
        "No measure for another.",
        "Killed, wounded, missing, captured and their sums never share an axis.",
    ),
    (
        "No silent blank.",
        "Unknown, none reported, not applicable and withheld are four different things, and none "
        "of them is 0.",
    ),
    (
        "No borders of its own.",
        "The base map follows United Nations geodata; a reader may choose Natural Earth's de-facto "
        "borders, and the choice stands in legend and link. Disputed areas (Jammu and Kashmir, "
        "Aksai Chin, Arunachal Pradesh) are hatched on both.",
    ),
    (
        "No quotation without its kind.",
        "Verbatim, translation, paraphrase, readout and joint document are told apart; reported "
        "speech carries no quotation marks.",
    ),
)
"""Each rule in a few words, and in full."""
