"""Plain text clean-up and text matching."""
