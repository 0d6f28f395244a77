"""Playback of replay files."""
