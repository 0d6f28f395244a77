"""Score lists: columns and loads."""
