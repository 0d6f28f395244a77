"""Featured artists and their tracks: columns, loads and records."""
