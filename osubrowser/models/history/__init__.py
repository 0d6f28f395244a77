"""Histories of figures by day: series, marks, and their texts."""
