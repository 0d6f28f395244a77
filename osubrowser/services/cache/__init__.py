"""Response cache in SQLite, and clients that read from it."""
