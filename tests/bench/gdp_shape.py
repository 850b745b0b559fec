"""A page in the shape of Streamlit's own GDP template: one filter, one line chart, ten metrics."""

import math

import pandas as pd
import streamlit as st

FIRST, LAST = 1960, 2022
CODES = [f"C{number:03d}" for number in range(266)]


@st.cache_data
def figures() -> pd.DataFrame:
    """Give 266 countries by 63 years, as many rows as the template's own file."""
    rows = [
        (code, year, 1e9 * (1 + place) * math.exp((year - FIRST) / 25))
        for place, code in enumerate(CODES)
        for year in range(FIRST, LAST + 1)
    ]
    return pd.DataFrame(rows, columns=["code", "year", "value"])


st.set_page_config(page_title="GDP", layout="wide")
st.title("GDP")
first, last = st.slider("Years", FIRST, LAST, (FIRST, LAST))
chosen = st.multiselect("Countries", CODES, CODES[:6])
rows = figures()
shown = rows[rows["code"].isin(chosen) & rows["year"].between(first, last)]
st.header("Over time", divider="gray")
st.line_chart(shown, x="year", y="value", color="code")
st.header(f"In {last}", divider="gray")
columns = st.columns(4)
for place, code in enumerate(chosen):
    of_code = rows[rows["code"] == code].set_index("year")["value"]
    with columns[place % 4]:
        growth = of_code[last] / of_code[first]
        st.metric(code, f"{of_code[last] / 1e9:,.0f}B", f"{growth:,.2f}x")
