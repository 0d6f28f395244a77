"""Settings file, its schema, and preferences."""
