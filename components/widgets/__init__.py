"""Small Streamlit pieces that several views use."""
