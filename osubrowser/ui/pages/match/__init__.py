"""Multiplayer matches of the stable client."""
