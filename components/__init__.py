"""How the dashboard looks and behaves."""

__version__ = "1.0.0"
"""Version of the software (semantic: links, addresses and files are its interface).

The data have a version of their own, in ``data/datapackage.json``.
"""
