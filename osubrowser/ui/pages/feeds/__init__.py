"""Feeds: pages of lists with filters."""
