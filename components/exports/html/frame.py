"""How high the frame is that shows one slide on another site's page."""

from components.answers.briefing import Slide
from components.exports.slides.bodies import PairsBody, RangeBody
from components.exports.slides.reading import body_of
from components.exports.slides.screen_reading import screen_body

LOWEST, HIGHEST = 320, 560
AROUND = 240
"""What title, subtitle, key and sources take, pixels."""
ROW, PAIR = 56, 40
"""What a bar with its name takes, and two bars back to back, pixels."""


def frame_height(slide: Slide) -> int:
    """Give the height of a frame, pixels: low where few bars are all that it shows."""
    body, own = body_of(slide), screen_body(slide)
    if isinstance(body, RangeBody):
        needed = ROW * len(body.bars)
    elif isinstance(own, PairsBody):
        needed = PAIR * len(own.pairs)
    else:
        return HIGHEST
    return min(max(AROUND + needed, LOWEST), HIGHEST)
