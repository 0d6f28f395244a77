"""Comments of anything."""
