"""Best list of a player over time."""
