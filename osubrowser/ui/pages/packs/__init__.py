"""Beatmap packs: their lists, and single packs."""
