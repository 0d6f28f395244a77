"""Room of the lazer client: playlist, leaderboard, scores, events."""
