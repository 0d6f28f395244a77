"""Posts of comments and discussions: their texts, and lists of them that load lazily."""
