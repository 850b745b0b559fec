"""Questions to the data: pure functions from frames to frames."""
