"""Beatmap listing."""
