"""Where the claims themselves look doubtful, by rule, and what is already explained."""

from components.widgets.charts import draw
from components.widgets.claim_card import claim_card
from components.widgets.inputs import choose_one
from components.widgets.page import close_page, open_page
from components.widgets.rows_table import show_rows

answer = open_page("soundness")
names = answer.counts.set_index("rule")["looks_for"]

draw(answer.pictures[0])
choose_one(
    "Rule",
    "rule",
    ["", *names.index],
    answer.rule,
    lambda code: names[code] if code else "All rules",
)
if answer.claim:
    claim_card(answer.data, answer.claim)
show_rows(answer)
close_page(answer)
