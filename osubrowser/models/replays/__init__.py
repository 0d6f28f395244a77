"""Replays ready to be shown: frames, objects and judgements by time, and their texts."""
