"""One score."""
