"""How the dashboard looks and behaves."""
