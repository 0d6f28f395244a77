"""Discussion of a beatmapset."""
