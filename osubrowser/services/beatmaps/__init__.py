"""Beatmap files: those fetched, and those of an installed osu!."""
