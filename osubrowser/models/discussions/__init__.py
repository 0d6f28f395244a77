"""Discussions of a beatmapset: posts, filters, events, and their list."""
