"""Slides as PowerPoint, with charts, shapes and tables that stay editable."""
