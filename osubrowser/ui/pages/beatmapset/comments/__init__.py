"""Comments on a beatmapset."""
