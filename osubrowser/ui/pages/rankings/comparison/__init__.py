"""Comparison of the shown ranking with an earlier day."""
