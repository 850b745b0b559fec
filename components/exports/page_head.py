"""What a page says of itself to a chat, a search engine, a reference manager: tags of its head."""

import html
import json
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.answers.briefing import Slide
from components.exports.media_types import bare_type
from components.exports.slides.evidence import slide_as_of, slide_source_line
from components.exports.slides.reading import body_of, picture_of
from components.figures.wording import QUOTED, claim_number, label, question_words, shorten
from components.link import Link

MOST_CLAIMS = 10
LONGEST_SENTENCE = 300
LEAST_SUBTITLE = 60
SITE = "SCO Observatory"
SENTENCE = (
    "Who belongs to the Shanghai Cooperation Organisation, who says how many died in the wars "
    "around it, and what its leaders said: every figure and quotation with its source."
)


@dataclass(frozen=True)
class Head:
    """Title, sentence and addresses of a page, and what machines read (JSON-LD).

    An address that is blank is not named.
    """

    title: str
    sentence: str
    canonical: str
    picture: str
    alt: str
    linked_data: tuple[dict[str, Any], ...] = ()


def default_head(base_url: str) -> Head:
    """Give the head of a page that nothing is known of."""
    return Head(SITE, SENTENCE, f"{base_url}/", f"{base_url}/card.png", SITE)


def card_address(base_url: str, link: Link) -> str:
    """Give the address of a link's picture."""
    query = f"&{link.query}" if link.parameters else ""
    return f"{base_url}/card.png?view=/{link.view}{query}"


def head_of(slide: Slide, title: str, base_url: str) -> Head:
    """Describe the page of a link."""
    answer, link = slide.answer, slide.link
    body = body_of(slide)
    ends = f"{slide_source_line(slide, body)}. {slide_as_of(slide)}."
    # Chats cut a long sentence: what it rests on, and its day, are kept whole.
    room = max(LONGEST_SENTENCE - len(ends) - 2, LEAST_SUBTITLE)
    sentence = f"{shorten(_subtitle(slide), room).rstrip('.')}. {ends}"
    canonical = f"{base_url}{link.text}"
    return Head(
        title=title,
        sentence=sentence,
        canonical=canonical,
        picture=card_address(base_url, link),
        alt=shorten(answer.pictures[0].alt if answer.pictures else title, 400),
        linked_data=(_dataset(slide, title, sentence, base_url), *_claims(slide), *_quotes(slide)),
    )


def _dataset(slide: Slide, title: str, sentence: str, base_url: str) -> dict[str, Any]:
    answer, link = slide.answer, slide.link
    query = f"?{link.query}" if link.parameters else ""
    files = f"{base_url}/data/views/{link.view or 'overview'}"
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": title,
        "description": sentence,
        "url": f"{base_url}{link.text}",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "creator": {"@type": "Organization", "name": SITE},
        "version": answer.data.version,
        "dateModified": f"{answer.data.reviewed_on:%Y-%m-%d}",
        "isAccessibleForFree": True,
        "distribution": distribution(files, query),
    }


def distribution(files: str, query: str = "") -> list[dict[str, str]]:
    """Describe the files of a view's rows; ``files`` is their address without the suffix."""
    return [
        {
            "@type": "DataDownload",
            "encodingFormat": bare_type(suffix),
            "contentUrl": f"{files}{suffix}{query}",
        }
        for suffix in (".csv", ".json")
    ]


def _claims(slide: Slide) -> list[dict[str, Any]]:
    """Describe the claims shown: each its claimant's, none of them ours."""
    answer = slide.answer
    if answer.picks != "claim":
        return []
    claims = answer.data.claims
    if slide.row:
        rows = claims[claims["claim_id"] == slide.row]
    else:
        rows = claims[claims["claim_id"].isin(answer.rows["claim_id"].head(MOST_CLAIMS))]
    sources = answer.data.sources.set_index("source_id")
    return [
        {
            "@context": "https://schema.org",
            "@type": "Claim",
            "text": _said(row, sources.loc[row.source_id, "kind"]),
            # The ledger does not tell persons from bodies: a claimant is either.
            "author": {"@type": "Thing", "name": row.claimant},
            "datePublished": f"{row.said_on:%Y-%m-%d}",
            "creativeWorkStatus": label("claim_status", row.status),
            "appearance": {
                "@type": "CreativeWork",
                "url": sources.loc[row.source_id, "url"],
                "publisher": sources.loc[row.source_id, "publisher"],
            },
        }
        for row in rows.itertuples()
    ]


def _subtitle(slide: Slide) -> str:
    """Give the subtitle of what the picture beside it draws: a count has none of the marks."""
    picture = picture_of(slide)
    if picture is None or picture.key != "timeline":
        return slide.answer.subtitle
    # Read with the first timeline: it brings along all views that a picture draws otherwise.
    from components.exports.slides.bodies import CountsBody
    from components.exports.slides.screen_reading import drawn_subtitle, screen_body

    drawn = screen_body(slide)
    return drawn_subtitle(slide, drawn) if isinstance(drawn, CountsBody) else slide.answer.subtitle


def _said(claim: Any, kind: str) -> str:
    """Give a claim in its words, or in ours where it is a row of a data file."""
    if kind != "dataset":
        return str(claim.words)
    counted = question_words(claim.whose, claim.population, claim.measure)
    return f"{claim_number(pd.Series(claim._asdict()))} {counted}"


def _quotes(slide: Slide) -> list[dict[str, Any]]:
    """Describe the one statement that the link opens, where it is one in somebody's words."""
    if not slide.row or slide.answer.picks != "statement":
        return []
    row = slide.answer.data.statements.set_index("statement_id").loc[slide.row]
    if row["kind"] not in QUOTED:
        return []
    return [
        {
            "@context": "https://schema.org",
            "@type": "Quotation",
            "text": row["text"],
            "creator": {"@type": "Person", "name": row["speaker"]},
            "dateCreated": f"{row['said_on']:%Y-%m-%d}",
        }
    ]


def head_html(head: Head) -> str:
    """Write the tags."""
    e = html.escape
    properties = [
        ("og:type", "website"),
        ("og:site_name", SITE),
        ("og:title", head.title),
        ("og:description", head.sentence),
        ("og:url", head.canonical),
    ]
    names = [
        ("description", head.sentence),
        ("twitter:card", "summary_large_image" if head.picture else "summary"),
        ("twitter:title", head.title),
        ("twitter:description", head.sentence),
    ]
    if head.picture:
        properties += [
            ("og:image", head.picture),
            ("og:image:width", "1200"),
            ("og:image:height", "630"),
            ("og:image:alt", head.alt),
        ]
        names += [("twitter:image", head.picture), ("twitter:image:alt", head.alt)]
    own_title = head.title if head.title == SITE else f"{head.title} · {SITE}"
    lines = [f"<title>{e(own_title)}</title>"]
    if head.canonical:
        lines.append(f'<link rel="canonical" href="{e(head.canonical)}">')
    lines += [f'<meta name="{name}" content="{e(text)}">' for name, text in names if text]
    lines += [f'<meta property="{name}" content="{e(text)}">' for name, text in properties if text]
    if head.linked_data:
        data = json.dumps(list(head.linked_data), ensure_ascii=True).replace("<", "\\u003c")
        lines.append(f'<script type="application/ld+json">{data}</script>')
    return "\n".join(lines)
