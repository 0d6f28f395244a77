"""Beatmapsets, their difficulties, songs, files, tags and packs."""
