"""Replay analysis: beatmap files, judgement by ruleset, unstable rate, stars and pp; no Qt."""
