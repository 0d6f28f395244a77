"""Lists of a player: scores, beatmaps, activity, kudosu, medals."""
