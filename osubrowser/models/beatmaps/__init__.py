"""Beatmap lists and mods: columns, loads and records."""
