"""A view as the picture that a link unfolds to."""
