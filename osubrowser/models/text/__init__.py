"""Formatting of numbers and dates for cells."""
