"""Rooms of the lazer client: playlists, leaderboards, scores, events."""
