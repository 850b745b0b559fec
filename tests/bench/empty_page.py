"""The floor of the platform: one slider, one line of text."""

import streamlit as st

level = st.slider("Level", 0, 100, 50)
st.write(f"Level {level}")
