"""Multiplayer: matches of the stable client, rooms of the lazer client."""
