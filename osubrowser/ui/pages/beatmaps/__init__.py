"""Listing of beatmapsets."""
