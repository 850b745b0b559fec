"""Who belongs to the SCO, since when, and by which act."""

from components.widgets.charts import draw
from components.widgets.inputs import choose_one
from components.widgets.member_card import member_card
from components.widgets.page import close_page, open_page
from components.widgets.rows_table import show_rows

answer = open_page("members")
names = answer.data.countries.set_index("country")["name"]

choose_one(
    "Country",
    "country",
    ["", *answer.choices],
    answer.country,
    lambda code: names[code] if code else "All: pick one, or click the map",
)
draw(answer.pictures[0])
if answer.country:
    member_card(answer.data, answer.country, answer.history)
show_rows(answer)
close_page(answer)
