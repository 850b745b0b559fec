"""Slides as one HTML file, on a screen and on paper."""
