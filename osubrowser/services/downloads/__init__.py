"""Replay downloads: persistent queue, workers, limits, file names."""
