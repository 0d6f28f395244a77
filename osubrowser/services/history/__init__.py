"""Histories of players, beatmaps and rankings, what is followed, and background refreshing."""
