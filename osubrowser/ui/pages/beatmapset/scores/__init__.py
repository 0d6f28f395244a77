"""Leaderboards of a difficulty."""
