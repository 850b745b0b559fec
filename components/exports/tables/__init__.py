"""Rows as files, by name and by query, and what describes them."""
