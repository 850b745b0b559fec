"""Pictures: pure functions from frames to figures. No Streamlit in here."""
