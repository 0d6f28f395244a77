"""Replays: download queue and replay library."""
