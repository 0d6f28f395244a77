"""Cards and strips of cards."""
