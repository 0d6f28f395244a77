"""Parsing of address bar input, and suggestions for it."""
