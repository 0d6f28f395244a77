"""Multiplayer matches of the stable client: list, games, summary, players, events."""
