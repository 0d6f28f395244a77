"""Address bar and its suggestions."""
