"""Beatmapsets: header, difficulties and sections."""
