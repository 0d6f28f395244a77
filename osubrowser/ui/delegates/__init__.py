"""Painting of table cells and cards."""
