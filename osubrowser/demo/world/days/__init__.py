"""Earlier days of the world: accounts, statistics, scores, beatmapsets and comments of each."""
