"""A briefing: put views in order, present them, take them along."""

from components.widgets.deck_editor import choose_deck, edit_deck
from components.widgets.deck_files import answer_slides, offer_deck
from components.widgets.page import close_page, link_to, open_page
from components.widgets.rows_table import show_rows

answer_slides()
answer = open_page("briefing")

choose_deck(answer)
if answer.slides:
    offer_deck(answer)
edit_deck(answer)
link_to("since", "What changed since your last briefing", icon=":material/update:")
if answer.slides:
    show_rows(answer)
close_page(answer)
