"""Replay library: index of replay files and background analysis."""
