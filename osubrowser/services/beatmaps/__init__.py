"""Beatmaps: their files, those of an installed osu!, marks of sets, and excludes."""
