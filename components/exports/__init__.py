"""What a reader takes along: pure functions from rows to files. No Streamlit in here."""
