"""Share a view: its link, live or frozen, a citation, a QR code, a frame, a place in a deck."""

import io

import segno
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.answers import ASOF, BRIEFING, VIEWS
from components.answers.answer import Answer
from components.answers.briefing import NOT_SLIDES, headline, opened_row, slide_of
from components.answers.ready_decks import READY
from components.deck import Item, deck_text, read_deck
from components.exports.citation import view_bibtex, view_citation, view_csl
from components.link import Link, link_of
from components.widgets.inputs import parameters

OWN = ("deck", "present", "embed", "keys")
"""Parameters that are not of the view but of the reader: a shared link leaves them out."""


def origin() -> str:
    """Give the address that this dashboard's links start with, without a final slash."""
    page = (st.context.url or "http://localhost:8501").partition("?")[0].rstrip("/")
    last = page.rpartition("/")[2]
    return page.removesuffix(f"/{last}") if last in VIEWS or last == BRIEFING else page


def shared_link(answer: Answer) -> Link:
    """Give the link of what is on the screen: only what had an effect."""
    strange = {part.name for part in answer.ignored}
    left_out = () if answer.view == BRIEFING else OWN
    kept = {n: v for n, v in parameters().items() if n not in strange and n not in left_out}
    return link_of(answer.view, kept)


def share(answer: Answer, place: DeltaGenerator) -> None:
    """Draw the button that opens everything for sharing; what it holds is made when opened."""
    if place.button("Share", icon=":material/share:", width="stretch", key="share-open"):
        _open(answer)


@st.dialog("Share this view")
def _open(answer: Answer) -> None:
    link, reviewed = shared_link(answer), answer.data.reviewed_on
    frozen = st.segmented_control(
        "This link",
        ["live", "frozen"],
        format_func={"live": "stays up to date", "frozen": "stays as it is today"}.get,
        default="frozen" if answer.known_on is not None else "live",
        key="share-frozen",
        required=True,
        help="A frozen link says asof: nothing said or published later will ever show.",
    )
    known_on = answer.known_on
    if frozen == "frozen" and known_on is None:
        known_on = reviewed
        link = link.with_(asof=f"{reviewed:%Y-%m-%d}")
    elif frozen == "live":
        known_on, link = None, link.with_(**{ASOF: ""})
    address = f"{origin()}{link.text}"
    st.caption("Copy link")
    st.code(address, language=None, wrap_lines=True)
    title = headline(answer, opened_row(answer, link))
    cited = (title, address, answer.data.version, reviewed, known_on)
    st.caption("Copy citation")
    text, bibtex, csl = st.tabs(["Text", "BibTeX", "CSL-JSON"])
    text.code(view_citation(*cited), language=None, wrap_lines=True)
    bibtex.code(view_bibtex(*cited), language="latex", wrap_lines=True)
    csl.code(view_csl(*cited), language="json", wrap_lines=True)
    _code(address)
    if answer.view not in (*NOT_SLIDES, BRIEFING):
        _frame(answer, link, address, title)
        _add(link)


def _code(address: str) -> None:
    with st.expander("QR code for the room", icon=":material/qr_code_2:"):
        image = io.BytesIO()
        segno.make(address, error="l", micro=False).save(image, kind="png", scale=6, border=3)
        st.image(image.getvalue(), alt=f"QR code of {address}", width=300)


def _frame(answer: Answer, link: Link, address: str, title: str) -> None:
    # No view needs what reads slides: it is read with the first frame.
    from components.exports.html.frame import frame_height

    slide = slide_of(1, Item(link), None, lambda _: answer)
    with st.expander("Embed it on a page", icon=":material/code:"):
        joint = "&" if "?" in address else "?"
        safe = title.replace("&", "&amp;").replace('"', "&quot;")
        source = f"{address}{joint}embed=1".replace("&", "&amp;")
        st.code(
            f'<iframe src="{source}" title="{safe}" width="100%" height="{frame_height(slide)}" '
            'style="border:0" loading="lazy"></iframe>',
            language="html",
            wrap_lines=True,
        )
        st.caption("It shows on any website; a browser shows it in no page opened from a disk.")


def _add(link: Link) -> None:
    """Link to the briefing with this view as its last slide."""
    text = st.query_params.get("deck", "")
    deck = READY[text].deck if text in READY else text
    items, _ = read_deck(deck, tuple(VIEWS))
    longer = deck_text([*items, Item(link)])
    st.page_link(
        "components/views/briefing.py",
        label=f"Add to the briefing ({len(items)} so far)" if items else "Start a briefing with it",
        icon=":material/slideshow:",
        query_params={"deck": longer},
    )
