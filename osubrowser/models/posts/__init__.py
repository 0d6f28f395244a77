"""Posts of comments and discussions: texts of a post, and lists of posts that load lazily."""
