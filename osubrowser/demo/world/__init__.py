"""Who and what exists in the embedded osu!: computed from a seed, nothing stored."""
