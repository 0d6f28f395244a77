"""Comments of everybody, of one player, or on one thing."""
