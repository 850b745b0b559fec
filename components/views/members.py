"""Who belonged to the SCO on a day, since when, and by which act."""

from components.widgets.charts import draw
from components.widgets.country_page import show_country
from components.widgets.inputs import choose_one
from components.widgets.member_changes import show_changes
from components.widgets.member_clock import choose_moment
from components.widgets.page import close_page, open_page
from components.widgets.rows_table import show_rows

answer = open_page("members")
names = answer.data.country_names
map_, steps = answer.pictures

choose_moment(answer)
choose_one(
    "Country",
    "country",
    ["", *answer.choices],
    answer.country,
    lambda code: names[code] if code else "All: pick one, or click the map",
)
draw(map_)
if answer.page:
    show_country(answer.data, answer.page, answer.on)
show_changes(answer)
draw(steps)
show_rows(answer)
close_page(answer)
