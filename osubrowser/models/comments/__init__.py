"""Comments of anything: posts of a comment bundle, and their list."""
