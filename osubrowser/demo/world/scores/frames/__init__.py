"""Frames of replays: cursor and keys of a play, for each ruleset."""
