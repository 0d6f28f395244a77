"""Rows and columns: what the tables show, formatted once, before it is painted."""
