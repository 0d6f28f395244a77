"""Scores: placements on leaderboards, play sessions, results and replays."""
