"""Anonymised API answers and their generator."""
