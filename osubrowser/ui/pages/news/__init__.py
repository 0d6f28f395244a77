"""News: the list of posts, and single posts."""
