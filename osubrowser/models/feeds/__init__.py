"""Feeds: lists of everybody's events, scores and more; their filters, columns and loads."""
