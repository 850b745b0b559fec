"""Takeaway sentences computed from what is shown: titles and alternative texts, by subject."""
